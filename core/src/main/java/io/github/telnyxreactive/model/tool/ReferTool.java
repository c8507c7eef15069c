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
 * A tool that refers the call with SIP REFER.
 *
 * @param type always {@code refer}
 * @param refer the definition of the referral
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ReferTool(
        @Omittable String type,
        @Required @Nullable ReferToolParams refer,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "refer";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public ReferTool {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ReferToolBuilder.ReferStage builder() {
        return ReferToolBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ReferToolBuilder toBuilder() {
        return ReferToolBuilder.builder(this);
    }
}
