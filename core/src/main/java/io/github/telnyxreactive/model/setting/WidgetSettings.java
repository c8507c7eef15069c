package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The appearance of the web widget of an assistant.
 *
 * <p>API schema: {@code WidgetSettings}.
 *
 * @param agentThinkingText the text shown while the assistant thinks
 * @param audioVisualizerConfig how audio is visualized
 * @param defaultState the initial state of the widget
 * @param giveFeedbackUrl the URL for giving feedback
 * @param logoIconUrl the URL of a custom logo
 * @param position how the widget is positioned
 * @param reportIssueUrl the URL for reporting issues
 * @param speakToInterruptText the text that invites the user to interrupt by speaking
 * @param startCallText the text on the button that starts a call
 * @param theme the theme of the widget
 * @param viewHistoryUrl the URL for viewing earlier conversations
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record WidgetSettings(
        @Nullable String agentThinkingText,
        @Nullable AudioVisualizerConfig audioVisualizerConfig,
        @Nullable WidgetState defaultState,
        @Omittable Field<String> giveFeedbackUrl,
        @Omittable Field<String> logoIconUrl,
        @Nullable WidgetPosition position,
        @Omittable Field<String> reportIssueUrl,
        @Nullable String speakToInterruptText,
        @Nullable String startCallText,
        @Nullable WidgetTheme theme,
        @Omittable Field<String> viewHistoryUrl,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public WidgetSettings {
        giveFeedbackUrl = Field.orUnchanged(giveFeedbackUrl);
        logoIconUrl = Field.orUnchanged(logoIconUrl);
        reportIssueUrl = Field.orUnchanged(reportIssueUrl);
        viewHistoryUrl = Field.orUnchanged(viewHistoryUrl);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static WidgetSettingsBuilder builder() {
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
