package io.github.telnyxreactive.model.tag;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tag for an assistant.
 *
 * <p>API schema: {@code AddTagRequest}.
 *
 * @param tag the tag
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record AddTagRequest(
        @Length(min = 1) String tag,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public AddTagRequest {
        Models.required(tag, "tag");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static AddTagRequestBuilder.TagStage builder() {
        return AddTagRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public AddTagRequestBuilder toBuilder() {
        return AddTagRequestBuilder.builder(this);
    }
}
