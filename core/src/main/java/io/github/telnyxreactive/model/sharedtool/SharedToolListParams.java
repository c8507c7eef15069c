package io.github.telnyxreactive.model.sharedtool;

import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.Range;
import org.jspecify.annotations.Nullable;

/**
 * Filters for listing shared tools. Components left out do not restrict the list.
 *
 * @param type only the tools of this type
 * @param name only the tools with this name
 * @param pageSize the number of tools per page, 1 to 100; the service defaults to 20
 */
@Model
public record SharedToolListParams(
        @Nullable String type,
        @Length(min = 1) @Nullable String name,
        @Range(min = 1, max = 100) @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static SharedToolListParamsBuilder builder() {
        return SharedToolListParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public SharedToolListParamsBuilder toBuilder() {
        return SharedToolListParamsBuilder.builder(this);
    }
}
