package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import io.github.telnyxreactive.model.setting.VoicemailDetection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a call is transferred.
 *
 * <p>API schema: {@code TransferToolParams}.
 *
 * @param from the phone number in E.164 or the SIP URI that calls, which may be a template
 * @param targets to whom
 * @param customHeaders headers of the SIP invitation
 * @param description what the tool does, for the assistant; the service writes it where this is absent
 * @param voicemailDetection how answering machines are dealt with
 * @param warmMessageDelayMs how long the message to the person who answers is held back, in milliseconds
 * @param warmTransferInstructions what to tell the person who answers
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record TransferToolParams(
        @PhoneNumber(sip = true, template = true) String from,
        CallTargets targets,
        @Omittable List<CustomHeader> customHeaders,
        @Nullable String description,
        @Nullable VoicemailDetection voicemailDetection,
        @Nullable Integer warmMessageDelayMs,
        @Nullable String warmTransferInstructions,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public TransferToolParams {
        Models.required(from, "from");
        Models.required(targets, "targets");
        customHeaders = Models.list(customHeaders);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static TransferToolParamsBuilder.FromStage builder() {
        return TransferToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public TransferToolParamsBuilder toBuilder() {
        return TransferToolParamsBuilder.builder(this);
    }
}
