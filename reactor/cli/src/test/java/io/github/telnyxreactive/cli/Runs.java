package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Creates runs as the service returns them. */
public final class Runs {

    private static final OffsetDateTime CREATED = OffsetDateTime.of(2026, 11, 20, 9, 0, 0, 0, ZoneOffset.UTC);

    private Runs() {}

    public static TestRun unfinished(String id, String testId, TestRunStatus status) {
        return TestRun.builder()
                .runId(id)
                .testId(testId)
                .status(status)
                .triggeredBy("api")
                .createdAt(CREATED)
                .build();
    }

    public static TestRun finished(
            String id, String testId, TestRunStatus status, Duration duration, TestRunDetailResult... details) {
        return unfinished(id, testId, status).toBuilder()
                .completedAt(CREATED.plus(duration))
                .detailStatus(List.copyOf(Arrays.asList(details)))
                .build();
    }

    public static TestRunDetailResult item(String name, TestRunStatus status) {
        return TestRunDetailResult.builder().name(name).status(status).build();
    }
}
