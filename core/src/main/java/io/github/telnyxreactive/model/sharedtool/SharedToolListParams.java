package io.github.telnyxreactive.model.sharedtool;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Which tools to list. What is left out does not restrict the list.
 *
 * @param type only tools of this kind
 * @param name only tools of this name
 * @param pageSize how many tools to ask for in one request, 1 to 100; the service takes 20 where this is absent
 */
@Model
public record SharedToolListParams(
        @Nullable String type,
        @Nullable String name,
        @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static SharedToolListParamsBuilder.SharedToolListParamsBuilderStage builder() {
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
