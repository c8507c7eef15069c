package io.github.telnyxreactive.bulk;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.ERROR;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.STARTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.bulk.BatchEvent.Abandoned;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.StatusChanged;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchProgressTest {

    private static final BatchItem CHECKOUT = BatchItem.suite("checkout");
    private static final BatchItem RETURNS = BatchItem.suite("returns");

    private final BatchProgress progress = new BatchProgress();

    private void trigger(BatchItem item, String... ids) {
        progress.accept(new Triggered(
                item, Stream.of(ids).map(id -> Runs.run(id, PENDING)).toList()));
    }

    private void abandon(BatchItem item, String id) {
        progress.accept(new Abandoned(item, Runs.run(id, PENDING), new IllegalStateException("late")));
    }

    private ItemProgress item(BatchItem item) {
        return Objects.requireNonNull(progress.item(item));
    }

    private RunTotals overall() {
        return progress.totals().overall();
    }

    @Test
    void isEmptyWithoutEvents() {
        assertThat(progress.items()).isEmpty();
        assertThat(progress.item(CHECKOUT)).isNull();
        assertThat(progress.run(CHECKOUT, "a")).isNull();
        assertThat(progress.waiting()).isZero();
        assertThat(progress.expectedRuns()).isZero();
        assertThat(overall()).isEqualTo(RunTotals.NONE);
    }

    @Test
    void followsARunToItsEnd() {
        TestRun ended = Runs.run("a", PASSED);
        trigger(CHECKOUT, "a", "b");
        progress.accept(new StatusChanged(CHECKOUT, Runs.run("a", RUNNING)));
        assertThat(overall().running()).isEqualTo(1);
        progress.accept(new Finished(
                CHECKOUT,
                ended.toBuilder().completedAt(ended.createdAt().plusSeconds(3)).build()));

        assertThat(item(CHECKOUT).runs()).extracting(RunState::runId).containsExactly("a", "b");
        assertThat(item(CHECKOUT).runs()).extracting(RunState::status).containsExactly(PASSED, PENDING);
        assertThat(overall().durations())
                .isEqualTo(new RunDurations(1, Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3)));
        assertThat(item(CHECKOUT).isComplete()).isFalse();
        assertThat(item(CHECKOUT).hasResult()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void totalsAreThoseOfATotalsCollector(boolean expectsItems) {
        TotalsCollector collector = new TotalsCollector();
        if (expectsItems) {
            Stream.of(CHECKOUT, RETURNS, BatchItem.test("t")).forEach(progress::expect);
        }
        Stream.of(
                        new Triggered(CHECKOUT, List.of(Runs.run("a", PENDING), Runs.run("b", PENDING))),
                        new Triggered(BatchItem.test("t"), List.of(Runs.run("c", RUNNING))),
                        new TriggerFailed(RETURNS, new IllegalStateException()),
                        new StatusChanged(CHECKOUT, Runs.run("a", STARTING)),
                        new Finished(CHECKOUT, judged("a", FAILED, "polite", "brief")),
                        new Finished(BatchItem.test("t"), judged("c", ERROR, "brief")),
                        new Abandoned(CHECKOUT, Runs.run("b", PENDING), new IllegalStateException()))
                .forEach(event -> {
                    progress.accept(event);
                    collector.accept(event);
                    assertThat(progress.totals()).isEqualTo(collector.totals());
                });
        assertThat(item(CHECKOUT).totals().byStatus())
                .isEqualTo(progress.totals().suites().get("checkout").byStatus());
    }

    @Test
    void aFinishedRunDoesNotChange() {
        trigger(CHECKOUT, "a");
        progress.accept(new Finished(CHECKOUT, judged("a", FAILED, "polite")));
        progress.accept(new StatusChanged(CHECKOUT, Runs.run("a", RUNNING)));
        progress.accept(new Finished(CHECKOUT, Runs.run("a", PASSED)));
        abandon(CHECKOUT, "a");
        trigger(CHECKOUT, "a");

        assertThat(progress.run(CHECKOUT, "a")).isEqualTo(RunState.of(judged("a", FAILED, "polite")));
        assertThat(overall().failed()).isEqualTo(1);
        assertThat(overall().runs()).isEqualTo(1);
        assertThat(overall().abandoned()).isZero();
        assertThat(overall().failedRubricItems()).containsEntry("polite", 1);
    }

    @Test
    void aRunMayEndWhenItIsTriggered() {
        TestRun ended = judged("a", FAILED, "polite");
        progress.accept(new Triggered(CHECKOUT, List.of(ended)));
        progress.accept(new Finished(CHECKOUT, ended));

        assertThat(overall().failed()).isEqualTo(1);
        assertThat(overall().failedRubricItems()).containsEntry("polite", 1);
        assertThat(item(CHECKOUT).hasResult()).isTrue();
    }

    @Test
    void aRunThatWasNotAnnouncedIsAdded() {
        progress.accept(new Finished(CHECKOUT, Runs.run("a", PASSED)));

        assertThat(item(CHECKOUT).runs()).extracting(RunState::runId).containsExactly("a");
        assertThat(overall().passed()).isEqualTo(1);
    }

    @Test
    void anAbandonedRunKeepsItsStatusAndHasAProblem() {
        trigger(CHECKOUT, "a", "b");
        progress.accept(new Finished(CHECKOUT, Runs.run("b", PASSED)));
        abandon(CHECKOUT, "a");

        RunState run = Objects.requireNonNull(progress.run(CHECKOUT, "a"));
        assertThat(run.isAbandoned()).isTrue();
        assertThat(run.status()).isEqualTo(PENDING);
        assertThat(run.problem()).contains("late");
        assertThat(item(CHECKOUT).isComplete()).isTrue();
        assertThat(item(CHECKOUT).hasResult()).isFalse();
        assertThat(overall().pending()).isEqualTo(1);
        assertThat(overall().abandoned()).isEqualTo(1);
        assertThat(overall().open()).isZero();
    }

    @Test
    void anAbandonedRunCanBeFollowedAgain() {
        trigger(CHECKOUT, "a", "b");
        abandon(CHECKOUT, "a");
        abandon(CHECKOUT, "b");
        progress.accept(new Triggered(
                CHECKOUT.alreadyTriggered(List.of(Runs.run("a", PENDING))), List.of(Runs.run("a", PENDING))));
        assertThat(overall().abandoned()).isEqualTo(1);
        assertThat(overall().open()).isEqualTo(1);
        progress.accept(new Finished(CHECKOUT, Runs.run("b", PASSED)));

        assertThat(overall().abandoned()).isZero();
        assertThat(overall().runs()).isEqualTo(2);
        assertThat(progress.items()).hasSize(1);
    }

    @Test
    void aTriggeringThatFailedIsTheProblemOfTheItem() {
        progress.accept(new TriggerFailed(CHECKOUT, new IllegalStateException("gone")));

        assertThat(item(CHECKOUT).problem()).isEqualTo("java.lang.IllegalStateException: gone");
        assertThat(item(CHECKOUT).triggered()).isFalse();
        assertThat(item(CHECKOUT).isComplete()).isTrue();
        assertThat(item(CHECKOUT).hasResult()).isFalse();
        trigger(CHECKOUT, "a");
        assertThat(item(CHECKOUT).problem()).isNull();
        assertThat(item(CHECKOUT).isComplete()).isFalse();
    }

    @Test
    void anErrorOfTheLibraryIsDescribedByItsMessage() {
        PollingDeadlineException late = new PollingDeadlineException(Duration.ofHours(2), List.of());
        trigger(CHECKOUT, "a");
        progress.accept(new Abandoned(CHECKOUT, Runs.run("a", PENDING), late));

        assertThat(progress.run(CHECKOUT, "a")).extracting(RunState::problem).isEqualTo(late.getMessage());
    }

    @Test
    void theCallerMayDescribeErrors() {
        BatchProgress described = new BatchProgress(error -> "because of " + error.getMessage());
        described.accept(new TriggerFailed(CHECKOUT, new IllegalStateException("gone")));

        assertThat(described.item(CHECKOUT)).extracting(ItemProgress::problem).isEqualTo("because of gone");
    }

    @Test
    void anEmptySuiteIsCompleteWithoutAResult() {
        trigger(CHECKOUT);

        assertThat(item(CHECKOUT).isComplete()).isTrue();
        assertThat(item(CHECKOUT).hasResult()).isFalse();
    }

    @Test
    void itemsDifferByVersionAndKey() {
        trigger(CHECKOUT, "a");
        trigger(CHECKOUT.againstVersion("v2"), "b");
        trigger(CHECKOUT.withIdempotencyKey("key"), "c");

        assertThat(progress.items()).hasSize(3);
        assertThat(progress.totals().suites().get("checkout").runs()).isEqualTo(3);
    }

    @Test
    void itemsKeepTheOrderInWhichTheyWereAdded() {
        progress.expect(RETURNS);
        trigger(CHECKOUT, "a");
        trigger(RETURNS, "b");

        assertThat(progress.items()).extracting(ItemProgress::item).containsExactly(RETURNS, CHECKOUT);
    }

    @Test
    void expectedItemsWaitUntilTheyAreTriggeredOrFail() {
        progress.expect(CHECKOUT);
        progress.expect(CHECKOUT);
        progress.expect(RETURNS);
        assertThat(progress.waiting()).isEqualTo(2);
        assertThat(item(CHECKOUT).isComplete()).isFalse();
        trigger(CHECKOUT, "a");
        trigger(CHECKOUT, "a");
        assertThat(progress.waiting()).isEqualTo(1);
        progress.accept(new TriggerFailed(RETURNS, new IllegalStateException()));
        trigger(RETURNS, "b");

        assertThat(progress.waiting()).isZero();
    }

    @Test
    void estimatesTheRunsOfExpectedItems() {
        Stream.of(CHECKOUT, RETURNS, BatchItem.test("t"), BatchItem.test("u")).forEach(progress::expect);
        assertThat(progress.expectedRuns()).isEqualTo(4);
        trigger(CHECKOUT, "a", "b", "c");
        assertThat(progress.expectedRuns()).isEqualTo(8);
        progress.accept(new TriggerFailed(BatchItem.test("u"), new IllegalStateException()));
        trigger(RETURNS, "d");

        assertThat(progress.expectedRuns()).isEqualTo(5);
    }

    @Test
    void snapshotsAreImmutable() {
        trigger(CHECKOUT, "a");
        List<ItemProgress> items = progress.items();
        Totals totals = progress.totals();
        progress.accept(new Finished(CHECKOUT, Runs.run("a", PASSED)));

        assertThat(items).isUnmodifiable();
        assertThat(items.get(0).runs()).isUnmodifiable();
        assertThat(items.get(0).runs()).extracting(RunState::status).containsExactly(PENDING);
        assertThat(totals.overall().pending()).isEqualTo(1);
    }

    @Test
    void equalResultsOfRubricItemsShareOneInstance() {
        trigger(CHECKOUT, "a", "b");
        progress.accept(new Finished(CHECKOUT, judged("a", FAILED, "polite")));
        progress.accept(new Finished(CHECKOUT, judged("b", FAILED, "polite")));

        List<RunState> runs = item(CHECKOUT).runs();
        assertThat(runs.get(0).rubric().get(0)).isSameAs(runs.get(1).rubric().get(0));
    }

    @Test
    void anExplanationThatThrowsChangesNothing() {
        IllegalStateException broken = new IllegalStateException("broken");
        BatchProgress described = new BatchProgress(error -> {
            throw broken;
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> described.accept(new TriggerFailed(CHECKOUT, new IllegalArgumentException())))
                .isSameAs(broken);
        assertThat(described.items()).isEmpty();
    }

    private static TestRun judged(String id, TestRunStatus status, String... failed) {
        List<TestRunDetailResult> results = Stream.of(failed)
                .map(name ->
                        TestRunDetailResult.builder().name(name).status(FAILED).build())
                .toList();
        return Runs.run(id, status).toBuilder().detailStatus(results).build();
    }
}
