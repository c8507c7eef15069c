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
 * What happens after a conversation.
 *
 * <p>API schema: {@code PostConversationSettings}.
 *
 * @param enabled whether the assistant is called once more, for the tools it may still want to use
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record PostConversationSettings(
        @Nullable Boolean enabled,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public PostConversationSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static PostConversationSettingsBuilder.PostConversationSettingsBuilderStage builder() {
        return PostConversationSettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public PostConversationSettingsBuilder toBuilder() {
        return PostConversationSettingsBuilder.builder(this);
    }
}
