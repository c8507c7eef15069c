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
 * A request to add a tag to an assistant.
 *
 * <p>API schema: {@code AddTagRequest}.
 *
 * @param tag the tag, at least 1 character
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record AddTagRequest(
        @Length(min = 1) String tag,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public AddTagRequest {
        Models.required(tag, "tag");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static AddTagRequestBuilder.TagStage builder() {
        return AddTagRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AddTagRequestBuilder toBuilder() {
        return AddTagRequestBuilder.builder(this);
    }
}
