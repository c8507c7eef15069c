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
 * A request to create a shared tool, with the definition for its type.
 *
 * <p>API schema: {@code CreateSharedToolRequest}.
 *
 * @param displayName the display name
 * @param type the type of the tool
 * @param timeoutMs the timeout of the tool, in milliseconds
 * @param clientSideTool the definition of a tool that the client runs
 * @param function the definition of a function
 * @param handoff the definition of a handoff
 * @param invite the definition of an invitation
 * @param pay the definition of a payment
 * @param retrieval the definition of a retrieval
 * @param webhook the definition of a webhook
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
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

    /** Validates required components and copies collections. */
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
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static CreateSharedToolRequestBuilder.DisplayNameStage builder() {
        return CreateSharedToolRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CreateSharedToolRequestBuilder toBuilder() {
        return CreateSharedToolRequestBuilder.builder(this);
    }
}
