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
 * How the assistant looks on a web page.
 *
 * <p>API schema: {@code WidgetSettings}.
 *
 * @param agentThinkingText the text while it thinks
 * @param audioVisualizerConfig how it shows sound
 * @param defaultState how it is shown at first
 * @param giveFeedbackUrl where to give feedback
 * @param logoIconUrl a logo of your own
 * @param position how it is placed
 * @param reportIssueUrl where to report problems
 * @param speakToInterruptText the text that says that one may interrupt
 * @param startCallText the text on the button that starts a call
 * @param theme its colours
 * @param viewHistoryUrl where to see earlier conversations
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record WidgetSettings(
        @Nullable String agentThinkingText,
        @Nullable AudioVisualizerConfig audioVisualizerConfig,
        @Nullable WidgetState defaultState,
        @Nullable String giveFeedbackUrl,
        @Nullable String logoIconUrl,
        @Nullable WidgetPosition position,
        @Nullable String reportIssueUrl,
        @Nullable String speakToInterruptText,
        @Nullable String startCallText,
        @Nullable WidgetTheme theme,
        @Nullable String viewHistoryUrl,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public WidgetSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static WidgetSettingsBuilder.WidgetSettingsBuilderStage builder() {
        return WidgetSettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public WidgetSettingsBuilder toBuilder() {
        return WidgetSettingsBuilder.builder(this);
    }
}
