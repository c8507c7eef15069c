package io.github.telnyxreactive.webflux.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import io.github.telnyxreactive.webflux.event.EventLog;
import io.github.telnyxreactive.webflux.event.Logged;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRecordTest {

    private static final BatchItem ITEM = BatchItem.suite("checkout");

    private final ManualTime scheduler = new ManualTime();
    private final BatchRecord batch = new BatchRecord("b", List.of("checkout"), 100, Duration.ofMillis(300), scheduler);

    private static TestRun run(TestRunStatus status) {
        return TestRun.builder()
                .runId("r")
                .testId("t")
                .status(status)
                .triggeredBy("api")
                .createdAt(OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .build();
    }

    private List<String> read(long afterId) {
        List<Logged<StreamEvent>> read = new ArrayList<>();
        batch.events(afterId).subscribe(read::add).dispose();
        return read.stream()
                .map(logged -> logged.id() + " " + logged.event().type())
                .toList();
    }

    @Test
    void appendsRunsAtOnceAndTotalsAtIntervals() {
        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        batch.accept(new BatchEvent.StatusChanged(ITEM, run(TestRunStatus.RUNNING)));
        assertThat(read(0)).containsExactly("1 run", "2 run");

        scheduler.advance(Duration.ofSeconds(1));
        assertThat(read(0)).containsExactly("1 run", "2 run", "3 totals");
    }

    @Test
    void anAbandonedRunHasAProblem() {
        batch.named("t", "Card is declined");
        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        PollingDeadlineException reason = new PollingDeadlineException(Duration.ofHours(2), List.of());
        batch.accept(new BatchEvent.Abandoned(ITEM, run(TestRunStatus.PENDING), reason));

        RunView given = batch.view().runs().get(0);
        assertThat(given.testName()).isEqualTo("Card is declined");
        assertThat(given.problem()).isEqualTo(reason.getMessage());
        assertThat(batch.view().totals().overall().givenUp()).isEqualTo(1);
    }

    @Test
    void theViewHasAllRunsInTheirLastState() {
        TestRun ended = run(TestRunStatus.FAILED).toBuilder()
                .completedAt(OffsetDateTime.parse("2026-01-01T00:00:03Z"))
                .conversationId("c")
                .detailStatus(List.of(TestRunDetailResult.builder()
                        .name("polite")
                        .status(TestRunStatus.FAILED)
                        .build()))
                .build();
        TestRun other = run(TestRunStatus.PENDING).toBuilder().runId("s").build();
        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        batch.accept(new BatchEvent.Triggered(BatchItem.suite("returns"), List.of(other)));
        batch.accept(new BatchEvent.Finished(ITEM, ended));

        assertThat(batch.view().items()).isEmpty();
        assertThat(batch.view().runs())
                .containsExactly(
                        new RunView(
                                "r",
                                "checkout",
                                "t",
                                null,
                                "failed",
                                ended.createdAt(),
                                ended.completedAt(),
                                List.of(new RubricView("polite", "failed")),
                                "c",
                                null),
                        new RunView(
                                "s", "returns", "t", null, "pending", other.createdAt(), null, List.of(), null, null));
    }

    @Test
    void hidesMessagesOfForeignErrors() {
        batch.accept(new BatchEvent.TriggerFailed(ITEM, new IllegalStateException("a secret")));

        assertThat(batch.view().items())
                .singleElement()
                .satisfies(item -> assertThat(item.problem()).doesNotContain("secret"));
    }

    @Test
    void sendsTheEndOnceAlsoToLateReaders() {
        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        batch.end(BatchStatus.FAILED);
        batch.end(BatchStatus.FINISHED);
        batch.accept(new BatchEvent.Finished(ITEM, run(TestRunStatus.PASSED)));
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(read(EventLog.NOTHING)).containsExactly("1 snapshot", "2 done");
        assertThat(read(0)).containsExactly("1 run", "2 done");
        assertThat(batch.isEnd(2)).isTrue();
        assertThat(batch.view().status()).isEqualTo(BatchStatus.FAILED);
    }
}
