package io.github.telnyxreactive.model.assistant;

import io.github.telnyxreactive.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What to read with an assistant. What is left out is not asked for.
 *
 * @param fetchDynamicVariablesFromWebhook whether the webhook for dynamic variables is asked
 * @param from the start of the range to filter by
 * @param to the end of the range to filter by
 * @param callControlId the call to filter by
 */
@Model
public record AssistantRetrieveParams(
        @Nullable Boolean fetchDynamicVariablesFromWebhook,
        @Nullable String from,
        @Nullable String to,
        @Nullable String callControlId) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static AssistantRetrieveParamsBuilder.AssistantRetrieveParamsBuilderStage builder() {
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
