package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a SIP referral.
 *
 * <p>API schema: {@code SIPReferToolParams}.
 *
 * @param targets the targets that the call can be referred to
 * @param customHeaders custom headers of the SIP REFER request
 * @param sipHeaders SIP headers of the SIP REFER request
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ReferToolParams(
        @Required @Omittable List<ReferTarget> targets,
        @Omittable List<CustomHeader> customHeaders,
        @Omittable List<SipHeader> sipHeaders,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public ReferToolParams {
        targets = Models.list(targets);
        customHeaders = Models.list(customHeaders);
        sipHeaders = Models.list(sipHeaders);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ReferToolParamsBuilder.TargetsStage builder() {
        return ReferToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ReferToolParamsBuilder toBuilder() {
        return ReferToolParamsBuilder.builder(this);
    }
}
