package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.operation.ScheduledEventOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * The scheduled events of assistants: calls and text messages that are due at a given time.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class ScheduledEvents {

    private final Calls calls;

    ScheduledEvents(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists the events of an assistant: {@code GET /ai/assistants/{assistant_id}/scheduled_events}.
     *
     * @param assistantId the id of the assistant
     * @return the events, requested page by page under demand
     */
    public PagedFlux<ScheduledEvent> list(String assistantId) {
        return list(assistantId, ScheduledEventListParams.builder().build());
    }

    /**
     * Lists the events of an assistant: {@code GET /ai/assistants/{assistant_id}/scheduled_events}.
     *
     * @param assistantId the id of the assistant
     * @param params which events, and how many per page
     * @return the events, requested page by page under demand
     */
    public PagedFlux<ScheduledEvent> list(String assistantId, ScheduledEventListParams params) {
        return calls.list(ScheduledEventOperations.list(assistantId, params));
    }

    /**
     * Schedules an event: {@code POST /ai/assistants/{assistant_id}/scheduled_events}. The attempts of a
     * subscription share an idempotency key.
     *
     * @param assistantId the id of the assistant
     * @param request the new event
     * @return the scheduled event
     */
    public Mono<ScheduledEvent> create(String assistantId, CreateScheduledEventRequest request) {
        return calls.execute(ScheduledEventOperations.create(assistantId, request));
    }

    /**
     * Cancels an event: {@code DELETE /ai/assistants/{assistant_id}/scheduled_events/{event_id}}.
     *
     * @param assistantId the id of the assistant
     * @param eventId the id of the event
     * @return completes when the event has been cancelled
     */
    public Mono<Void> delete(String assistantId, String eventId) {
        return calls.execute(ScheduledEventOperations.delete(assistantId, eventId));
    }

    /**
     * Retrieves an event: {@code GET /ai/assistants/{assistant_id}/scheduled_events/{event_id}}.
     *
     * @param assistantId the id of the assistant
     * @param eventId the id of the event
     * @return the event
     */
    public Mono<ScheduledEvent> retrieve(String assistantId, String eventId) {
        return calls.execute(ScheduledEventOperations.retrieve(assistantId, eventId));
    }
}
