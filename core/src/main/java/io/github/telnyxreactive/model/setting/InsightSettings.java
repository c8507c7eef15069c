package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which insights are drawn from conversations.
 *
 * <p>API schema: {@code InsightSettings}.
 *
 * @param insightGroupId the group of insights
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record InsightSettings(
        @Nullable String insightGroupId,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public InsightSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static InsightSettingsBuilder.InsightSettingsBuilderStage builder() {
        return InsightSettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public InsightSettingsBuilder toBuilder() {
        return InsightSettingsBuilder.builder(this);
    }
}
