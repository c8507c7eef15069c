package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.operation.ScheduledEventOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * Calls and text messages that are due at some time.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class ScheduledEvents {

    private final Exchange exchange;

    ScheduledEvents(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists the events of an assistant: {@code GET /ai/assistants/{assistant_id}/scheduled_events}.
     *
     * @param assistantId the id of the assistant
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<ScheduledEvent> list(String assistantId) {
        return list(assistantId, ScheduledEventListParams.builder().build());
    }

    /**
     * Lists the events of an assistant: {@code GET /ai/assistants/{assistant_id}/scheduled_events}.
     *
     * @param assistantId the id of the assistant
     * @param params what to ask for
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<ScheduledEvent> list(String assistantId, ScheduledEventListParams params) {
        return exchange.list(ScheduledEventOperations.list(assistantId, params));
    }

    /**
     * Schedules an event: {@code POST /ai/assistants/{assistant_id}/scheduled_events}. Each subscription makes a call
     * of its own, with an idempotency key that its attempts share.
     *
     * @param assistantId the id of the assistant
     * @param request what to send
     * @return the event as it is now
     */
    public Mono<ScheduledEvent> create(String assistantId, CreateScheduledEventRequest request) {
        return exchange.execute(ScheduledEventOperations.create(assistantId, request));
    }

    /**
     * Cancels an event: {@code DELETE /ai/assistants/{assistant_id}/scheduled_events/{event_id}}.
     *
     * @param assistantId the id of the assistant
     * @param eventId the id of the event
     * @return completes when it is done
     */
    public Mono<Void> delete(String assistantId, String eventId) {
        return exchange.execute(ScheduledEventOperations.delete(assistantId, eventId));
    }

    /**
     * Reads an event: {@code GET /ai/assistants/{assistant_id}/scheduled_events/{event_id}}.
     *
     * @param assistantId the id of the assistant
     * @param eventId the id of the event
     * @return the event as it is now
     */
    public Mono<ScheduledEvent> retrieve(String assistantId, String eventId) {
        return exchange.execute(ScheduledEventOperations.retrieve(assistantId, eventId));
    }
}
