package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.Document;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The progress of a scheduled event, which is a function of time. */
final class EventProgress {

    static final String DUE = "scheduled_at_fixed_datetime";

    private static final Duration CALL_DURATION = Duration.ofSeconds(30);

    private EventProgress() {}

    static Instant due(Document event) {
        Instant due = Dates.parse(String.valueOf(event.text(DUE)));
        if (due == null) {
            throw new IllegalStateException("an event has no date: " + event);
        }
        return due;
    }

    /** Returns an event as the service reports it. A call takes 30 seconds, a text message is sent immediately. */
    static Document at(Document event, Instant now) {
        Instant due = due(event);
        if (now.isBefore(due)) {
            return event.with("status", "pending");
        }
        String id = String.valueOf(event.text("scheduled_event_id"));
        Document started = event.with("conversation_id", conversationId(id));
        if ("sms_chat".equals(event.text("telnyx_conversation_channel"))) {
            return started.with("status", "completed");
        }
        Document call = started.with("dispatched_at", Document.date(due));
        if (now.isBefore(due.plus(CALL_DURATION))) {
            return call.with("status", "in_progress").with("call_status", "in-progress");
        }
        Map<String, Object> attempt = Map.of(
                "attempt_number",
                1,
                "attempted_at",
                Document.date(due),
                "call_status",
                "completed",
                "call_duration",
                CALL_DURATION.toSeconds());
        return call.with("status", "completed")
                .with("call_status", "completed")
                .with("call_duration", CALL_DURATION.toSeconds())
                .with("call_attempts", List.of(attempt));
    }

    private static String conversationId(String eventId) {
        return UUID.nameUUIDFromBytes(eventId.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
