package io.github.telnyxreactive.model.scheduledevent;

import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.limit.Range;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Filters for listing events. Components left out do not restrict the list.
 *
 * @param fromDate only the events due at or after this time
 * @param toDate only the events due at or before this time
 * @param conversationChannel only the events on this channel
 * @param pageSize the number of events per page, 1 to 100; the service defaults to 20
 */
@Model
public record ScheduledEventListParams(
        @Nullable OffsetDateTime fromDate,
        @Nullable OffsetDateTime toDate,
        @Nullable ConversationChannelType conversationChannel,
        @Range(min = 1, max = 100) @Nullable Integer pageSize) {

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ScheduledEventListParamsBuilder builder() {
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
