package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool that sends tones.
 *
 * @param type always {@code send_dtmf}
 * @param sendDtmf its settings, of which none are described
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record SendDtmfTool(
        @Omittable String type,
        Map<String, JsonNode> sendDtmf,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "send_dtmf";

    /** Checks that what is required is there, and copies what could change. */
    public SendDtmfTool {
        type = TYPE;
        sendDtmf = Models.map(Models.required(sendDtmf, "send_dtmf"));
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static SendDtmfToolBuilder.SendDtmfStage builder() {
        return SendDtmfToolBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SendDtmfToolBuilder toBuilder() {
        return SendDtmfToolBuilder.builder(this);
    }
}
