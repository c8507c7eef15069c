package io.github.telnyxreactive.model.assistant;

import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.limit.Length;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters for retrieving an assistant. Components left out are not sent.
 *
 * @param fetchDynamicVariablesFromWebhook whether the dynamic variables webhook is called
 * @param from the start of the range to filter by
 * @param to the end of the range to filter by
 * @param callControlId the call control id to filter by
 */
@Model
public record AssistantRetrieveParams(
        @Nullable Boolean fetchDynamicVariablesFromWebhook,
        @Nullable String from,
        @Nullable String to,
        @Length(min = 1) @Nullable String callControlId) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static AssistantRetrieveParamsBuilder builder() {
        return AssistantRetrieveParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public AssistantRetrieveParamsBuilder toBuilder() {
        return AssistantRetrieveParamsBuilder.builder(this);
    }
}
