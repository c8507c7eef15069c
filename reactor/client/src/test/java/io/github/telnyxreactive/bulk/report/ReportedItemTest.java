package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportedItemTest {

    private static final Map<String, String> NAMES = Map.of("t1", "one", "t", "single");

    private final BatchProgress progress = new BatchProgress();

    @Test
    void hasWhatABatchKnows() {
        BatchItem suite = BatchItem.suite("s").againstVersion("v").repetition(2);
        progress.addRuns(suite, List.of(run("1", "t1", TestRunStatus.FAILED), run("2", null, RunState.UNKNOWN)));
        progress.addNotStarted(suite, new UnstartedTest("t3", "three", "busy"));

        assertThat(reported())
                .containsExactly(ReportedItem.builder(BatchItem.Kind.SUITE, "s", ItemOutcome.TRIGGERED)
                        .versionId("v")
                        .repeat(2)
                        .runs(List.of(
                                ReportedRun.builder("1", TestRunStatus.FAILED)
                                        .testId("t1")
                                        .testName("one")
                                        .duration(Duration.ofSeconds(2))
                                        .conversationId("call")
                                        .rubric(List.of(
                                                new ReportedRubricItem("polite", TestRunStatus.PASSED),
                                                new ReportedRubricItem("unnamed", RunState.UNKNOWN)))
                                        .build(),
                                ReportedRun.builder("2", RunState.UNKNOWN)
                                        .duration(Duration.ofSeconds(2))
                                        .conversationId("call")
                                        .rubric(List.of(
                                                new ReportedRubricItem("polite", TestRunStatus.PASSED),
                                                new ReportedRubricItem("unnamed", RunState.UNKNOWN)))
                                        .build()))
                        .notStarted(List.of(new NotStarted("t3", "three", "busy")))
                        .build());
    }

    @Test
    void whatWasNotHeardOfIsUnknown() {
        progress.expect(BatchItem.test("t"));
        progress.fail(BatchItem.suite("failed"), "404");
        progress.doubt(BatchItem.suite("doubtful"), "lost");
        BatchItem partial = BatchItem.suite("partial");
        progress.addRuns(partial, List.of(run("1", "t1", TestRunStatus.PASSED)));
        progress.doubt(partial, "more runs exist");

        assertThat(reported())
                .extracting(ReportedItem::name, ReportedItem::testName, ReportedItem::outcome, ReportedItem::problem)
                .containsExactly(
                        tuple("t", "single", ItemOutcome.UNKNOWN, null),
                        tuple("failed", null, ItemOutcome.NOT_TRIGGERED, "404"),
                        tuple("doubtful", null, ItemOutcome.UNKNOWN, "lost"),
                        tuple("partial", null, ItemOutcome.TRIGGERED, "more runs exist"));
    }

    @Test
    void repeatsAreCountedFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reports.repeated(Reports.suite("s"), 0))
                .withMessage("repeat must be at least 1: 0");
    }

    private List<ReportedItem> reported() {
        return progress.items().stream()
                .map(item -> ReportedItem.builder(item, NAMES::get).build())
                .toList();
    }

    private static RunState run(String runId, String testId, TestRunStatus status) {
        List<TestRunDetailResult> rubric = List.of(
                TestRunDetailResult.builder()
                        .name("polite")
                        .status(TestRunStatus.PASSED)
                        .build(),
                new TestRunDetailResult(null, null, Map.of()));
        return new RunState(
                runId,
                testId,
                null,
                status,
                Reports.STARTED,
                Reports.STARTED.plusSeconds(2),
                "call",
                rubric,
                null,
                false);
    }
}
