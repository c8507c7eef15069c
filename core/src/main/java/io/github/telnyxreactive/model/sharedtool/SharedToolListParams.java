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
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static SharedToolListParamsBuilder.SharedToolListParamsBuilderStage builder() {
        return SharedToolListParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public SharedToolListParamsBuilder toBuilder() {
        return SharedToolListParamsBuilder.builder(this);
    }
}
