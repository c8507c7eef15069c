package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that stays silent for a turn.
 *
 * @param type always {@code skip_turn}
 * @param skipTurn how it does that
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record SkipTurnTool(
        @Omittable String type,
        SkipTurnToolParams skipTurn,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "skip_turn";

    /** Checks that what is required is there, and copies what could change. */
    public SkipTurnTool {
        type = TYPE;
        Models.required(skipTurn, "skip_turn");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static SkipTurnToolBuilder.SkipTurnStage builder() {
        return SkipTurnToolBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SkipTurnToolBuilder toBuilder() {
        return SkipTurnToolBuilder.builder(this);
    }
}
