package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.ScheduledEventOperations;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.DocumentStore;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import io.github.telnyxreactive.simulator.internal.store.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The handlers of scheduled events. */
final class EventHandlers implements HandlerGroup {

    private static final String EVENT = "scheduled event";
    private static final String CHANNEL = "telnyx_conversation_channel";

    private static final Set<String> ASSIGNED = Set.of(
            "assistant_id",
            "scheduled_event_id",
            "created_at",
            "status",
            "errors",
            "retry_count",
            "retry_attempts",
            "conversation_id",
            "dispatched_at",
            "call_status",
            "call_duration",
            "call_attempts");

    private static final Schema SCHEMA = Schema.of(
            FieldRule.required(CHANNEL, Checks.oneOf("phone_call", "sms_chat")),
            FieldRule.required("telnyx_end_user_target", Checks.phoneNumberOrSip()),
            FieldRule.required("telnyx_agent_target", Checks.phoneNumberOrSip()),
            FieldRule.required(EventProgress.DUE, Checks.date()),
            FieldRule.optional("text", Checks.anyText()),
            FieldRule.optional("call_settings", Checks.mapOf(Checks.anything())),
            FieldRule.optional("conversation_metadata", Checks.mapOf(Checks.scalar())),
            FieldRule.optional("dynamic_variables", Checks.mapOf(Checks.anyText())),
            FieldRule.optional("max_retries_client_errors", Checks.integer(0, 10)),
            FieldRule.optional("retry_interval_secs", Checks.integer(60, 86_400)));

    private final SimulatedAssistants assistants;
    private final SeededRandom random;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, DocumentStore> byAssistant = new ConcurrentHashMap<>();

    EventHandlers(SimulatedAssistants assistants, SeededRandom random) {
        this.assistants = assistants;
        this.random = random;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                ScheduledEventOperations.LIST, this::list,
                ScheduledEventOperations.CREATE, this::create,
                ScheduledEventOperations.RETRIEVE, this::retrieve,
                ScheduledEventOperations.DELETE, this::delete);
    }

    /** Deletes the events of an assistant. */
    void deleteOf(String assistantId) {
        byAssistant.remove(assistantId);
    }

    private ServiceResponse list(ServiceRequest request) {
        PageRequest page = PageRequest.of(request);
        assistants.find(request);
        Instant from = date(request, "from_date");
        Instant to = date(request, "to_date");
        Predicate<Document> dates = from == null && to == null
                ? null
                : event -> (from == null || !EventProgress.due(event).isBefore(from))
                        && (to == null || !EventProgress.due(event).isAfter(to));
        Predicate<Document> filter = Filters.all(dates, Filters.equal(request, "conversation_channel", CHANNEL));
        DocumentStore events = byAssistant.get(request.id());
        Slice<Document> slice = events == null ? Slice.empty() : events.list(filter, page.offset(), page.size());
        return page.response(slice.map(event -> EventProgress.at(event, assistants.now())));
    }

    private static @Nullable Instant date(ServiceRequest request, String parameter) {
        String text = request.queryParameter(parameter);
        if (text == null) {
            return null;
        }
        Instant date = Dates.parse(text);
        if (date == null) {
            throw RejectedException.invalid(
                    new Violation(List.of("query", parameter), "a date and time is expected", "datetime_parsing"));
        }
        return date;
    }

    private ServiceResponse create(ServiceRequest request) {
        assistants.find(request);
        SCHEMA.checkComplete(request.body());
        Document body = Document.EMPTY.changed(request.body(), ASSIGNED);
        String text = body.text("text");
        if ("sms_chat".equals(body.text(CHANNEL)) && (text == null || text.isEmpty())) {
            throw RejectedException.invalid(
                    new Violation(List.of("body", "text"), "a text message requires a text", "missing"));
        }
        String id = random.id(Stream.EVENT_ID, sequence.getAndIncrement());
        Document event = body.with("scheduled_event_id", id)
                .with("assistant_id", request.id())
                .with("created_at", Document.date(assistants.now()))
                .with("retry_count", 0);
        byAssistant
                .computeIfAbsent(request.id(), owner -> new DocumentStore(random, Stream.EVENT_ID))
                .add(id, event);
        if (assistants.store().find(request.id()) == null) {
            // The assistant has been deleted concurrently; whichever comes last deletes the event.
            deleteOf(request.id());
            throw RejectedException.notFound(SimulatedAssistants.ASSISTANT);
        }
        return ServiceResponse.json(201, EventProgress.at(event, assistants.now()));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        Document event = events(request).find(request.subId());
        return ServiceResponse.json(
                200, EventProgress.at(RejectedException.requireFound(event, EVENT), assistants.now()));
    }

    private ServiceResponse delete(ServiceRequest request) {
        if (!events(request).delete(request.subId())) {
            throw RejectedException.notFound(EVENT);
        }
        return ServiceResponse.empty(200);
    }

    private DocumentStore events(ServiceRequest request) {
        assistants.find(request);
        return RejectedException.requireFound(byAssistant.get(request.id()), EVENT);
    }
}
