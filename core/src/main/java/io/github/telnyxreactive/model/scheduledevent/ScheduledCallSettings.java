package io.github.telnyxreactive.model.scheduledevent;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a scheduled call is made.
 *
 * <p>API schema: {@code ScheduledCallSettings}.
 *
 * @param sipRegion the region that it is made from
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ScheduledCallSettings(
        @Nullable SipRegion sipRegion,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public ScheduledCallSettings {
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static ScheduledCallSettingsBuilder.ScheduledCallSettingsBuilderStage builder() {
        return ScheduledCallSettingsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ScheduledCallSettingsBuilder toBuilder() {
        return ScheduledCallSettingsBuilder.builder(this);
    }
}
