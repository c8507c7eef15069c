package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a call can be referred to.
 *
 * @param name a name that tells when to choose it
 * @param sipAddress the SIP URI
 * @param sipAuthPassword the password there
 * @param sipAuthUsername the user there
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ReferTarget(
        String name,
        String sipAddress,
        @Nullable String sipAuthPassword,
        @Nullable String sipAuthUsername,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ReferTarget {
        Models.required(name, "name");
        Models.required(sipAddress, "sip_address");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ReferTargetBuilder.NameStage builder() {
        return ReferTargetBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ReferTargetBuilder toBuilder() {
        return ReferTargetBuilder.builder(this);
    }

    /** Shows the target without its password. */
    @Override
    public String toString() {
        return "ReferTarget[name=" + name + ", sipAddress=" + sipAddress + "]";
    }
}
