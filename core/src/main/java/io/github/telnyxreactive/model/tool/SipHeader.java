package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A SIP header of a refer.
 *
 * @param name which header
 * @param value its value
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record SipHeader(
        @Nullable SipHeaderName name,
        @Nullable String value,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public SipHeader {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static SipHeaderBuilder.SipHeaderBuilderStage builder() {
        return SipHeaderBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SipHeaderBuilder toBuilder() {
        return SipHeaderBuilder.builder(this);
    }
}
