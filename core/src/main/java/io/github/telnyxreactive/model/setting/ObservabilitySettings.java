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
 * @param host the host of the observability service
 * @param promptLabel the label of the prompt in the observability service
 * @param promptName the name of the prompt in the observability service
 * @param promptSync whether prompts are synchronized
 * @param promptVersion the version of the prompt in the observability service, at least 1
 * @param publicKeyRef the integration secret that holds the public key
 * @param secretKeyRef the integration secret that holds the secret key
 * @param status whether conversations are reported
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
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

    /** Copies collections. */
    public ObservabilitySettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ObservabilitySettingsBuilder builder() {
        return ObservabilitySettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ObservabilitySettingsBuilder toBuilder() {
        return ObservabilitySettingsBuilder.builder(this);
    }
}
