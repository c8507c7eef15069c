package io.github.telnyxreactive.webflux.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import io.github.telnyxreactive.webflux.event.EventLog;
import io.github.telnyxreactive.webflux.event.Logged;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchRecordTest {

    private static final BatchItem ITEM = BatchItem.suite("checkout");

    private final ManualTime scheduler = new ManualTime();
    private final BatchRecord batch = record(new BatchContent());

    private BatchRecord record(BatchContent content) {
        BatchHead head = new BatchHead("b", List.of("checkout"), Instant.EPOCH);
        return new BatchRecord(head, content, 100, Duration.ofMillis(300), scheduler);
    }

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
        batch.events(afterId < 0 ? null : id(afterId)).subscribe(read::add).dispose();
        return read.stream()
                .map(logged -> logged.id() + " " + logged.event().type())
                .toList();
    }

    private String id(long number) {
        return batch.eventId(new Logged<>(number, new StreamEvent("run", "{}")));
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
        batch.accept(new BatchEvent.Triggered(
                ITEM, List.of(run(TestRunStatus.PENDING)), false, Map.of("t", "Card is declined")));
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
        batch.fail("reason");
        batch.finish();
        batch.accept(new BatchEvent.Finished(ITEM, run(TestRunStatus.PASSED)));
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(read(EventLog.NOTHING)).containsExactly("1 snapshot", "2 done");
        assertThat(read(0)).containsExactly("1 run", "2 done");
        assertThat(batch.isEnd(id(2))).isTrue();
        assertThat(batch.view().status()).isEqualTo(BatchStatus.FAILED);
        assertThat(batch.view().problem()).isEqualTo("reason");
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        batch.accept(new BatchEvent.StatusChanged(ITEM, run(TestRunStatus.RUNNING)));
        batch.accept(new BatchEvent.NotStarted(ITEM, "u", null, null));

        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        batch.accept(new BatchEvent.NotStarted(ITEM, "u", null, null));

        assertThat(read(0)).containsExactly("1 run", "2 run", "3 item");
        assertThat(batch.view().items()).hasSize(1);
    }

    @Test
    void idsOfAnotherEpochAndForeignOnesAreAnsweredWithASnapshot() {
        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        String other = record(new BatchContent()).eventId(new Logged<>(1, new StreamEvent("run", "{}")));

        for (String id : List.of(other, "1", "-1", id(7), id(1) + "0", id(1) + "x", id(1).replace("-", "--"), "x")) {
            List<String> types = new ArrayList<>();
            batch.events(id)
                    .subscribe(logged -> types.add(logged.event().type()))
                    .dispose();
            assertThat(types).as(id).containsExactly("snapshot");
            assertThat(batch.isEnd(id)).isFalse();
        }
    }

    @Test
    void aStoppedBatchHasNoEndAndNoProblems() {
        batch.accept(new BatchEvent.Triggered(ITEM, List.of(run(TestRunStatus.PENDING))));
        batch.stopping();
        batch.accept(new BatchEvent.TriggerFailed(BatchItem.suite("refunds"), new ItemRefusedException("stopped")));
        batch.accept(new BatchEvent.Finished(ITEM, run(TestRunStatus.PASSED)));
        batch.leave();
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(read(0)).containsExactly("1 run", "2 run");
        assertThat(batch.view().status()).isEqualTo(BatchStatus.RUNNING);
        assertThat(batch.view().items()).isEmpty();
        assertThat(batch.isEnd(id(2))).isFalse();
    }
}
