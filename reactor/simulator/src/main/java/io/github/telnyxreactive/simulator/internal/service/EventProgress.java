package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.Document;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far a scheduled event has come, which is only a question of the time. */
final class EventProgress {

    static final String DUE = "scheduled_at_fixed_datetime";

    private static final Duration CALL = Duration.ofSeconds(30);

    private EventProgress() {}

    static Instant due(Document event) {
        Instant due = Dates.parse(String.valueOf(event.text(DUE)));
        if (due == null) {
            throw new IllegalStateException("an event without a date was let in: " + event);
        }
        return due;
    }

    /** Tells what the service says of an event. A call takes a while, a text message is sent at once. */
    static Document at(Document event, Instant now) {
        Instant due = due(event);
        if (now.isBefore(due)) {
            return event.with("status", "pending");
        }
        String id = String.valueOf(event.text("scheduled_event_id"));
        Document begun = event.with("conversation_id", conversationId(id));
        if ("sms_chat".equals(event.text("telnyx_conversation_channel"))) {
            return begun.with("status", "completed");
        }
        Document call = begun.with("dispatched_at", Document.date(due));
        if (now.isBefore(due.plus(CALL))) {
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
                CALL.toSeconds());
        return call.with("status", "completed")
                .with("call_status", "completed")
                .with("call_duration", CALL.toSeconds())
                .with("call_attempts", List.of(attempt));
    }

    private static String conversationId(String eventId) {
        return UUID.nameUUIDFromBytes(eventId.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
