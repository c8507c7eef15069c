package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A target that a call can be referred to.
 *
 * @param name a name that helps the assistant to choose the target
 * @param sipAddress the SIP URI
 * @param sipAuthPassword the password for SIP authentication
 * @param sipAuthUsername the user name for SIP authentication
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ReferTarget(
        @Required @Nullable String name,
        @Required @Nullable String sipAddress,
        @Nullable String sipAuthPassword,
        @Nullable String sipAuthUsername,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public ReferTarget {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ReferTargetBuilder.NameStage builder() {
        return ReferTargetBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ReferTargetBuilder toBuilder() {
        return ReferTargetBuilder.builder(this);
    }

    /** Returns a string without the credentials. */
    @Override
    public String toString() {
        return "ReferTarget[name=" + name + ", sipAddress=" + sipAddress + "]";
    }
}
