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
 * How the assistant behaves in text messages.
 *
 * <p>API schema: {@code MessagingSettings}.
 *
 * @param conversationInactivityMinutes after how many minutes without a message a new conversation begins, 1 to
 *     10000000
 * @param defaultMessagingProfileId the messaging profile; the service makes one where there is none
 * @param deliveryStatusWebhookUrl where delivery reports are sent
 * @param additionalProperties unknown fields, kept as received; never {@code null}
 */
@Model
public record MessagingSettings(
        @Range(min = 1, max = 10000000) @Nullable Integer conversationInactivityMinutes,
        @Nullable String defaultMessagingProfileId,
        @Nullable String deliveryStatusWebhookUrl,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public MessagingSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static MessagingSettingsBuilder.MessagingSettingsBuilderStage builder() {
        return MessagingSettingsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public MessagingSettingsBuilder toBuilder() {
        return MessagingSettingsBuilder.builder(this);
    }
}
