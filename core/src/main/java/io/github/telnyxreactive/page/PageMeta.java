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
 * Where a page stands in its list, as the service tells it.
 *
 * <p>API schema: {@code Meta}.
 *
 * @param pageNumber the number of this page, from 1
 * @param pageSize how many elements a page holds at the most
 * @param totalPages how many pages the list has
 * @param totalResults how many elements the list has
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record PageMeta(
        @Nullable Integer pageNumber,
        @Nullable Integer pageSize,
        @Nullable Integer totalPages,
        @Nullable Long totalResults,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies what could change. */
    public PageMeta {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Creates the metadata of a page.
     *
     * @param pageNumber the number of the page, from 1
     * @param pageSize how many elements a page holds at the most
     * @param totalPages how many pages the list has
     * @param totalResults how many elements the list has
     * @return the metadata
     */
    public static PageMeta of(int pageNumber, int pageSize, int totalPages, long totalResults) {
        return new PageMeta(pageNumber, pageSize, totalPages, totalResults, Map.of());
    }
}
