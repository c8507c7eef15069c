package io.github.telnyxreactive.page;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The position of a page in its list, as reported by the service.
 *
 * <p>API schema: {@code Meta}.
 *
 * @param pageNumber the number of this page, from 1
 * @param pageSize the maximum number of elements of a page
 * @param totalPages the number of pages of the list
 * @param totalResults the number of elements of the list
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record PageMeta(
        @Nullable Integer pageNumber,
        @Nullable Integer pageSize,
        @Nullable Integer totalPages,
        @Nullable Long totalResults,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies mutable components. */
    public PageMeta {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns what is known of a page whose metadata is there, but cannot be read.
     *
     * @return metadata that says nothing
     */
    public static PageMeta unreadable() {
        return new PageMeta(null, null, null, null, Map.of());
    }

    /**
     * Returns the metadata of a page.
     *
     * @param pageNumber the number of the page, from 1
     * @param pageSize the maximum number of elements of a page
     * @param totalPages the number of pages of the list
     * @param totalResults the number of elements of the list
     * @return the metadata
     */
    public static PageMeta of(int pageNumber, int pageSize, int totalPages, long totalResults) {
        return new PageMeta(pageNumber, pageSize, totalPages, totalResults, Map.of());
    }
}
