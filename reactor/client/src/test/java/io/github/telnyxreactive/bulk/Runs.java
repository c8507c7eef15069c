package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.OffsetDateTime;
import java.util.List;

/** Runs, and events as short text. */
public final class Runs {

    private Runs() {}

    public static TestRun run(String id, TestRunStatus status) {
        return TestRun.builder()
                .runId(id)
                .testId("test of " + id)
                .status(status)
                .triggeredBy("api")
                .createdAt(OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .build();
    }

    /** Describes an event, {@code a triggered 2} or {@code a-0 running} for example. */
    public static String text(BatchEvent event) {
        String item = event.item().name();
        if (event instanceof BatchEvent.Triggered triggered) {
            return item + " triggered " + triggered.runs().size();
        }
        if (event instanceof BatchEvent.StatusChanged changed) {
            return changed.run().runId() + " " + changed.run().status();
        }
        if (event instanceof BatchEvent.Finished finished) {
            return finished.run().runId() + " finished " + finished.run().status();
        }
        if (event instanceof BatchEvent.Abandoned abandoned) {
            return abandoned.lastSeen().runId() + " abandoned "
                    + abandoned.lastSeen().status();
        }
        if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            return item + (unknown.isPartial() ? " partly" : "") + " unknown";
        }
        if (event instanceof BatchEvent.NotStarted missing) {
            return item + " without " + missing.testId();
        }
        return item + " not triggered";
    }

    public static List<String> texts(List<BatchEvent> events) {
        return events.stream().map(Runs::text).toList();
    }

    public static List<BatchEvent.Abandoned> abandoned(List<BatchEvent> events) {
        return events.stream()
                .filter(BatchEvent.Abandoned.class::isInstance)
                .map(BatchEvent.Abandoned.class::cast)
                .toList();
    }
}
