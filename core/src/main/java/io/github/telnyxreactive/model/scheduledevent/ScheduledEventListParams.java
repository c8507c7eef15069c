package io.github.telnyxreactive.model.scheduledevent;

import io.github.telnyxreactive.model.Model;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which events to list. What is left out does not restrict the list.
 *
 * @param fromDate only events that are due from then on
 * @param toDate only events that are due until then
 * @param conversationChannel only events of this kind
 * @param pageSize how many events to ask for in one request, 1 to 100; the service takes 20 where this is absent
 */
@Model
public record ScheduledEventListParams(
        @Nullable OffsetDateTime fromDate,
        @Nullable OffsetDateTime toDate,
        @Nullable ConversationChannelType conversationChannel,
        @Nullable Integer pageSize) {

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static ScheduledEventListParamsBuilder.ScheduledEventListParamsBuilderStage builder() {
        return ScheduledEventListParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ScheduledEventListParamsBuilder toBuilder() {
        return ScheduledEventListParamsBuilder.builder(this);
    }
}
