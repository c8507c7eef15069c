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
 * @param meta where the page stands in its list, {@code null} if the service does not say
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record Page<T>(
        List<T> data,
        @Nullable PageMeta meta,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public Page {
        data = Models.requiredList(data, "data");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Creates a page.
     *
     * @param data the elements of the page
     * @param meta where the page stands in its list, {@code null} if nobody says
     * @param <T> the type of the elements
     * @return the page
     */
    public static <T> Page<T> of(List<T> data, @Nullable PageMeta meta) {
        return new Page<>(data, meta, Map.of());
    }
}
