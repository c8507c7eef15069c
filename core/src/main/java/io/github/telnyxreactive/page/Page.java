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
 *     in the field {@code data} of it.
 */
@Model
public record Page<T>(
        List<T> data,
        @Nullable PageMeta meta,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

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
        JsonNode unreadable = additionalProperties.get("data");
        return data.size() + (unreadable == null ? 0 : unreadable.size());
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
