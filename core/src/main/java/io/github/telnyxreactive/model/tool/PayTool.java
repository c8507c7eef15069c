package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that takes a payment.
 *
 * @param type always {@code pay}
 * @param pay how it does that
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record PayTool(
        @Omittable String type,
        PayToolParams pay,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "pay";

    /** Checks that what is required is there, and copies what could change. */
    public PayTool {
        type = TYPE;
        Models.required(pay, "pay");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static PayToolBuilder.PayStage builder() {
        return PayToolBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public PayToolBuilder toBuilder() {
        return PayToolBuilder.builder(this);
    }
}
