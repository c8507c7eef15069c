package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that sends DTMF tones.
 *
 * @param type always {@code send_dtmf}
 * @param sendDtmf the settings of the tool; the API documents none
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record SendDtmfTool(
        @Omittable String type,
        @Required @Omittable Map<String, JsonNode> sendDtmf,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "send_dtmf";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public SendDtmfTool {
        type = TYPE;
        sendDtmf = Models.map(sendDtmf);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static SendDtmfToolBuilder.SendDtmfStage builder() {
        return SendDtmfToolBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public SendDtmfToolBuilder toBuilder() {
        return SendDtmfToolBuilder.builder(this);
    }
}
