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
 * The settings of the assistant for text messages.
 *
 * <p>API schema: {@code MessagingSettings}.
 *
 * @param conversationInactivityMinutes the number of minutes without a message after which a new conversation begins, 1
 *     to 10000000
 * @param defaultMessagingProfileId the id of the messaging profile; if absent, the service creates one
 * @param deliveryStatusWebhookUrl the URL to which delivery reports are sent
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
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
    public static MessagingSettingsBuilder builder() {
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
