package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Range;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How conversations are reported to an observability service.
 *
 * <p>API schema: {@code Observability}.
 *
 * @param host the address of that service
 * @param promptLabel the label of the prompt there
 * @param promptName the name of the prompt there
 * @param promptSync whether prompts are synchronized
 * @param promptVersion the version of the prompt there, at least 1
 * @param publicKeyRef the integration secret with the public key
 * @param secretKeyRef the integration secret with the secret key
 * @param status whether conversations are reported
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ObservabilitySettings(
        @Nullable String host,
        @Nullable String promptLabel,
        @Nullable String promptName,
        @Nullable PromptSyncStatus promptSync,
        @Range(min = 1) @Nullable Integer promptVersion,
        @Nullable String publicKeyRef,
        @Nullable String secretKeyRef,
        @Nullable ObservabilityStatus status,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ObservabilitySettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static ObservabilitySettingsBuilder.ObservabilitySettingsBuilderStage builder() {
        return ObservabilitySettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ObservabilitySettingsBuilder toBuilder() {
        return ObservabilitySettingsBuilder.builder(this);
    }
}
