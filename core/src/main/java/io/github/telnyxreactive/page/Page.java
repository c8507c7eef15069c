package io.github.telnyxreactive.page;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of a list.
 *
 * @param <T> the type of the elements
 * @param data the elements of this page
 * @param meta the position of the page in its list, {@code null} if the service does not report it
 * @param additionalProperties unknown fields, kept as received; never {@code null}. Elements that could not be read are
 *     in its field {@code data}, each under its position from 0.
 */
@Model
public record Page<T>(
        List<T> data,
        @Nullable PageMeta meta,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    private static final String UNREADABLE = "data";

    /** Checks the required components, and copies mutable ones. */
    public Page {
        data = Models.requiredList(data, "data");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns how many elements the page came with.
     *
     * @return the number of its elements, including those that could not be read
     */
    public int length() {
        JsonNode unreadable = additionalProperties.get(UNREADABLE);
        return data.size() + (unreadable == null ? 0 : unreadable.size());
    }

    /**
     * Returns whether the element at a position could be read.
     *
     * @param position a position, from 0
     * @return whether it is among {@link #data()}
     */
    public boolean isReadable(int position) {
        JsonNode unreadable = additionalProperties.get(UNREADABLE);
        return unreadable == null || !unreadable.has(String.valueOf(position));
    }

    /**
     * Returns a page.
     *
     * @param data the elements of the page
     * @param meta the position of the page in its list, {@code null} if it is unknown
     * @param <T> the type of the elements
     * @return the page
     */
    public static <T> Page<T> of(List<T> data, @Nullable PageMeta meta) {
        return new Page<>(data, meta, Map.of());
    }
}
