package io.github.telnyxreactive.model.sharedtool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.tool.PayToolParams;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A new shared tool, with a definition of its kind.
 *
 * <p>API schema: {@code CreateSharedToolRequest}.
 *
 * @param displayName its name for people
 * @param type the kind of the tool
 * @param timeoutMs how long it may take, in milliseconds
 * @param clientSideTool the definition of a tool that the client runs
 * @param function the definition of a function
 * @param handoff the definition of a handoff
 * @param invite the definition of an invitation
 * @param pay the definition of a payment
 * @param retrieval the definition of a retrieval
 * @param webhook the definition of a webhook
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record CreateSharedToolRequest(
        String displayName,
        String type,
        @Nullable Integer timeoutMs,
        @Nullable Map<String, JsonNode> clientSideTool,
        @Nullable Map<String, JsonNode> function,
        @Nullable Map<String, JsonNode> handoff,
        @Nullable Map<String, JsonNode> invite,
        @Nullable PayToolParams pay,
        @Nullable Map<String, JsonNode> retrieval,
        @Nullable Map<String, JsonNode> webhook,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public CreateSharedToolRequest {
        Models.required(displayName, "display_name");
        Models.required(type, "type");
        clientSideTool = clientSideTool == null ? null : Models.map(clientSideTool);
        function = function == null ? null : Models.map(function);
        handoff = handoff == null ? null : Models.map(handoff);
        invite = invite == null ? null : Models.map(invite);
        retrieval = retrieval == null ? null : Models.map(retrieval);
        webhook = webhook == null ? null : Models.map(webhook);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static CreateSharedToolRequestBuilder.DisplayNameStage builder() {
        return CreateSharedToolRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public CreateSharedToolRequestBuilder toBuilder() {
        return CreateSharedToolRequestBuilder.builder(this);
    }
}
