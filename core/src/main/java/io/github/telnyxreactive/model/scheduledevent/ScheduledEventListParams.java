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
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ScheduledEventListParamsBuilder.ScheduledEventListParamsBuilderStage builder() {
        return ScheduledEventListParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ScheduledEventListParamsBuilder toBuilder() {
        return ScheduledEventListParamsBuilder.builder(this);
    }
}
