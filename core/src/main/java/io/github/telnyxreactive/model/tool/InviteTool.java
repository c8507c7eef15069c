package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that invites somebody to the call.
 *
 * @param type always {@code invite}
 * @param invite how it does that
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record InviteTool(
        @Omittable String type,
        InviteToolParams invite,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "invite";

    /** Checks that what is required is there, and copies what could change. */
    public InviteTool {
        type = TYPE;
        Models.required(invite, "invite");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static InviteToolBuilder.InviteStage builder() {
        return InviteToolBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public InviteToolBuilder toBuilder() {
        return InviteToolBuilder.builder(this);
    }
}
