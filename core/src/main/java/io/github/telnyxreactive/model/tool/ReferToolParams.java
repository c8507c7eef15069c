package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How a call is referred.
 *
 * <p>API schema: {@code SIPReferToolParams}.
 *
 * @param targets where to
 * @param customHeaders headers of the SIP request
 * @param sipHeaders SIP headers of the request
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ReferToolParams(
        List<ReferTarget> targets,
        @Omittable List<CustomHeader> customHeaders,
        @Omittable List<SipHeader> sipHeaders,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ReferToolParams {
        targets = Models.requiredList(targets, "targets");
        customHeaders = Models.list(customHeaders);
        sipHeaders = Models.list(sipHeaders);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ReferToolParamsBuilder.TargetsStage builder() {
        return ReferToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ReferToolParamsBuilder toBuilder() {
        return ReferToolParamsBuilder.builder(this);
    }
}
