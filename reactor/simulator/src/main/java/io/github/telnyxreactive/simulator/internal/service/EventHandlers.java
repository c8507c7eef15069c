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

/** Answers the requests for scheduled events. */
final class EventHandlers implements HandlerGroup {

    private static final String WHAT = "such scheduled event";
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

    private final AssistantViews assistants;
    private final SeededRandom random;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, DocumentStore> byAssistant = new ConcurrentHashMap<>();

    EventHandlers(AssistantViews assistants, SeededRandom random) {
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

    /** Forgets the events of an assistant. */
    void forget(String assistantId) {
        byAssistant.remove(assistantId);
    }

    private ServiceResponse list(ServiceRequest request) {
        Paged page = Paged.of(request);
        assistants.find(request);
        Instant from = date(request, "from_date");
        Instant to = date(request, "to_date");
        Predicate<Document> dates = from == null && to == null
                ? null
                : event -> (from == null || !EventProgress.due(event).isBefore(from))
                        && (to == null || !EventProgress.due(event).isAfter(to));
        Predicate<Document> filter = Filters.all(dates, Filters.equal(request, "conversation_channel", CHANNEL));
        DocumentStore events = byAssistant.get(id(request));
        Slice<Document> slice =
                events == null ? new Slice<>(List.of(), 0) : events.list(filter, page.offset(), page.size());
        return page.answer(slice.map(event -> EventProgress.at(event, assistants.now())));
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
        SCHEMA.checkWhole(request.body());
        Document body = Document.EMPTY.changed(request.body(), ASSIGNED);
        String text = body.text("text");
        if ("sms_chat".equals(body.text(CHANNEL)) && (text == null || text.isEmpty())) {
            throw RejectedException.invalid(
                    new Violation(List.of("body", "text"), "a text message needs a text", "missing"));
        }
        String id = random.id(Stream.EVENT_ID, sequence.getAndIncrement());
        Document event = body.with("scheduled_event_id", id)
                .with("assistant_id", id(request))
                .with("created_at", Document.date(assistants.now()))
                .with("retry_count", 0);
        byAssistant
                .computeIfAbsent(id(request), owner -> new DocumentStore(random, Stream.EVENT_ID))
                .add(id, event);
        if (assistants.store().find(id(request)) == null) {
            // The assistant went meanwhile; whoever comes last takes the event away.
            forget(id(request));
            throw RejectedException.notFound(AssistantViews.WHAT);
        }
        return ServiceResponse.json(201, EventProgress.at(event, assistants.now()));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        Document event = events(request).find(request.pathValues().get(1));
        return ServiceResponse.json(200, EventProgress.at(RejectedException.found(event, WHAT), assistants.now()));
    }

    private ServiceResponse delete(ServiceRequest request) {
        if (!events(request).delete(request.pathValues().get(1))) {
            throw RejectedException.notFound(WHAT);
        }
        return ServiceResponse.empty(200);
    }

    private DocumentStore events(ServiceRequest request) {
        assistants.find(request);
        return RejectedException.found(byAssistant.get(id(request)), WHAT);
    }

    private static String id(ServiceRequest request) {
        return request.pathValues().get(0);
    }
}
