package io.github.telnyxreactive.model.sharedtool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.tool.PayToolParams;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A partial update of a shared tool. Fields that are not set stay unchanged.
 *
 * <p>API schema: {@code UpdateSharedToolRequest}.
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
public record UpdateSharedToolRequest(
        @Omittable Field<String> displayName,
        @Omittable Field<String> type,
        @Omittable Field<Integer> timeoutMs,
        @Omittable Field<Map<String, JsonNode>> clientSideTool,
        @Omittable Field<Map<String, JsonNode>> function,
        @Omittable Field<Map<String, JsonNode>> handoff,
        @Omittable Field<Map<String, JsonNode>> invite,
        @Omittable Field<PayToolParams> pay,
        @Omittable Field<Map<String, JsonNode>> retrieval,
        @Omittable Field<Map<String, JsonNode>> webhook,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Replaces missing fields with {@link Field#unchanged()} and copies collections. */
    public UpdateSharedToolRequest {
        displayName = Field.orUnchanged(displayName);
        type = Field.orUnchanged(type);
        timeoutMs = Field.orUnchanged(timeoutMs);
        clientSideTool = Field.orUnchanged(clientSideTool);
        function = Field.orUnchanged(function);
        handoff = Field.orUnchanged(handoff);
        invite = Field.orUnchanged(invite);
        pay = Field.orUnchanged(pay);
        retrieval = Field.orUnchanged(retrieval);
        webhook = Field.orUnchanged(webhook);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static UpdateSharedToolRequestBuilder builder() {
        return UpdateSharedToolRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public UpdateSharedToolRequestBuilder toBuilder() {
        return UpdateSharedToolRequestBuilder.builder(this);
    }
}
