package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that refers the call by SIP.
 *
 * @param type always {@code refer}
 * @param refer how it does that
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ReferTool(
        @Omittable String type,
        ReferToolParams refer,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "refer";

    /** Checks that what is required is there, and copies what could change. */
    public ReferTool {
        type = TYPE;
        Models.required(refer, "refer");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ReferToolBuilder.ReferStage builder() {
        return ReferToolBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ReferToolBuilder toBuilder() {
        return ReferToolBuilder.builder(this);
    }
}
