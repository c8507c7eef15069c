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
 * The definition of an invitation to a call.
 *
 * <p>API schema: {@code InviteToolConfig}.
 *
 * @param from the phone number in E.164 or the SIP URI that places the call; may be a template
 * @param targets the targets that can be invited
 * @param customHeaders custom headers of the SIP INVITE request
 * @param voicemailDetection how answering machines are detected and handled
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record InviteToolParams(
        @Required @PhoneNumber(sip = true, template = true) @Nullable String from,

        @Omittable Field<CallTargets> targets,
        @Omittable List<CustomHeader> customHeaders,
        @Nullable VoicemailDetection voicemailDetection,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public InviteToolParams {
        customHeaders = Models.list(customHeaders);
        targets = Field.orUnchanged(targets);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static InviteToolParamsBuilder.FromStage builder() {
        return InviteToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public InviteToolParamsBuilder toBuilder() {
        return InviteToolParamsBuilder.builder(this);
    }
}
