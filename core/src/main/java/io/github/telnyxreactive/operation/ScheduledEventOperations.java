package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Objects;

/** Operations on scheduled events. */
public final class ScheduledEventOperations {

    /** Lists the events of an assistant. */
    public static final Endpoint<Page<ScheduledEvent>> LIST = Endpoint.get(
                    "assistants.scheduledEvents.list", "/ai/assistants/{assistant_id}/scheduled_events")
            .query("from_date", "to_date", "conversation_channel")
            .pages(Paging.BY_META, ScheduledEvent.class);

    /** Schedules an event. */
    public static final Endpoint<ScheduledEvent> CREATE = Endpoint.post(
                    "assistants.scheduledEvents.create", "/ai/assistants/{assistant_id}/scheduled_events")
            .body(CreateScheduledEventRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(ScheduledEvent.class));

    /** Cancels an event. */
    public static final Endpoint<Void> DELETE = Endpoint.delete(
                    "assistants.scheduledEvents.delete", "/ai/assistants/{assistant_id}/scheduled_events/{event_id}")
            .returning(ResponseReader.nothing());

    /** Retrieves an event. */
    public static final Endpoint<ScheduledEvent> RETRIEVE = Endpoint.get(
                    "assistants.scheduledEvents.retrieve", "/ai/assistants/{assistant_id}/scheduled_events/{event_id}")
            .returning(ResponseReader.of(ScheduledEvent.class));

    private ScheduledEventOperations() {}

    /**
     * Lists the events of an assistant.
     *
     * @param assistantId the id of the assistant
     * @param params the query parameters
     * @return the operation, for the first page
     */
    public static Operation<Page<ScheduledEvent>> list(String assistantId, ScheduledEventListParams params) {
        return LIST.call(assistantId)
                .withParams(params)
                .withQuery("from_date", params.fromDate())
                .withQuery("to_date", params.toDate())
                .withQuery("conversation_channel", params.conversationChannel())
                .withQuery(Operation.PAGE_SIZE, params.pageSize());
    }

    /**
     * Schedules an event.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<ScheduledEvent> create(String assistantId, CreateScheduledEventRequest request) {
        return CREATE.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Cancels an event.
     *
     * @param assistantId the id of the assistant
     * @param eventId the id of the event
     * @return the operation
     */
    public static Operation<Void> delete(String assistantId, String eventId) {
        return DELETE.call(assistantId, eventId);
    }

    /**
     * Retrieves an event.
     *
     * @param assistantId the id of the assistant
     * @param eventId the id of the event
     * @return the operation
     */
    public static Operation<ScheduledEvent> retrieve(String assistantId, String eventId) {
        return RETRIEVE.call(assistantId, eventId);
    }
}
