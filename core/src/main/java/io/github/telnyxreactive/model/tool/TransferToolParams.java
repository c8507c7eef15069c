package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import io.github.telnyxreactive.model.setting.VoicemailDetection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a transfer.
 *
 * <p>API schema: {@code TransferToolParams}.
 *
 * @param from the phone number in E.164 or the SIP URI that places the call; may be a template
 * @param targets the targets that the call can be transferred to
 * @param customHeaders custom headers of the SIP INVITE request
 * @param description the description of the tool that the assistant sees; if absent, the service generates it
 * @param voicemailDetection how answering machines are detected and handled
 * @param warmMessageDelayMs the delay before the message to the person who answers is played, in milliseconds
 * @param warmTransferInstructions instructions for briefing the person who answers
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record TransferToolParams(
        @Required @PhoneNumber(sip = true, template = true) @Nullable String from,

        @Required @Nullable CallTargets targets,
        @Omittable List<CustomHeader> customHeaders,
        @Nullable String description,
        @Nullable VoicemailDetection voicemailDetection,
        @Omittable Field<Integer> warmMessageDelayMs,
        @Nullable String warmTransferInstructions,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public TransferToolParams {
        customHeaders = Models.list(customHeaders);
        warmMessageDelayMs = Field.orUnchanged(warmMessageDelayMs);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static TransferToolParamsBuilder.FromStage builder() {
        return TransferToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public TransferToolParamsBuilder toBuilder() {
        return TransferToolParamsBuilder.builder(this);
    }
}
