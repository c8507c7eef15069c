package io.github.telnyxreactive.cli.internal.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.Verdict;
import io.github.telnyxreactive.cli.internal.journal.JournalAccount;
import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportFactoryTest {

    private static final OffsetDateTime START = OffsetDateTime.of(2026, 11, 28, 8, 0, 0, 0, ZoneOffset.UTC);

    @Test
    void reportsEveryRunAndEveryTestThatHasNone() {
        BatchState state = state(BatchItem.suite("s").againstVersion("v"));
        RunState passed = run("1", "t1", TestRunStatus.PASSED);
        RunState open = run("2", "t2", TestRunStatus.RUNNING);
        state.apply(new BatchChange.NamesRead(Map.of("t1", "one", "t3", "three")));
        state.apply(new BatchChange.Begun(0, START));
        state.apply(new BatchChange.Triggered(0, List.of(passed, open)));
        state.apply(new BatchChange.NotStarted(0, new UnstartedTest("t3", "three", "busy")));
        state.apply(new BatchChange.NotStarted(0, new UnstartedTest("t4", null, null)));

        BatchReport report = report(state);

        assertThat(report)
                .isEqualTo(BatchReport.builder(
                                "batch",
                                START,
                                Duration.ofMinutes(1),
                                List.of(ReportedItem.builder(BatchItem.Kind.SUITE, "s", ItemOutcome.TRIGGERED)
                                        .versionId("v")
                                        .runs(List.of(ReportedRun.of(passed, "one"), ReportedRun.of(open, null)))
                                        .notStarted(List.of(
                                                new NotStarted("t3", "three", "busy"),
                                                new NotStarted("t4", null, "the service has started no run of it")))
                                        .build()))
                        .build());
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void tellsWhatIsUnknownFromWhatWasNotTriggered() {
        BatchState state = state(
                BatchItem.suite("failed"),
                BatchItem.suite("lost"),
                BatchItem.suite("begun"),
                BatchItem.suite("partial"),
                BatchItem.suite("doubted"),
                BatchItem.test("t"));
        for (int item = 0; item < 4; item++) {
            state.apply(new BatchChange.Begun(item, START));
        }
        state.apply(new BatchChange.NamesRead(Map.of("t", "a test")));
        state.apply(new BatchChange.TriggerFailed(0, "404", false, null));
        state.apply(new BatchChange.TriggerFailed(1, "no answer", true, null));
        state.apply(new BatchChange.Triggered(3, List.of(run("1", "t1", TestRunStatus.PASSED))));
        state.apply(new BatchChange.TriggerFailed(3, "more runs exist", true, null));
        state.doubt(4, "too late");
        state.stop(StopReason.INTERRUPTED);

        List<ReportedItem> items = new ArrayList<>();
        BatchReport report = report(state);
        report.items().forEach(items::add);

        assertThat(items)
                .extracting(ReportedItem::outcome)
                .containsExactly(
                        ItemOutcome.NOT_TRIGGERED,
                        ItemOutcome.UNKNOWN,
                        ItemOutcome.UNKNOWN,
                        ItemOutcome.TRIGGERED,
                        ItemOutcome.UNKNOWN,
                        ItemOutcome.NOT_TRIGGERED);
        assertThat(items)
                .extracting(ReportedItem::problem)
                .containsExactly("404", "no answer", null, "more runs exist", "too late", null);
        assertThat(items.get(5).testName()).isEqualTo("a test");
        assertThat(report.verdict()).isEqualTo(Verdict.INTERRUPTED);
    }

    private static RunState run(String runId, String testId, TestRunStatus status) {
        return new RunState(runId, testId, "suite-run", status, START, end(status), "call", List.of(), null, false);
    }

    private static @Nullable OffsetDateTime end(TestRunStatus status) {
        return status.isTerminal() ? START.plusSeconds(3) : null;
    }

    private static JournalHeader header(BatchItem... items) {
        JournalAccount account = JournalAccount.of("https://api.telnyx.com/v2", "KEY-test");
        return JournalHeader.of(
                "batch",
                START,
                account,
                50,
                null,
                Stream.of(items).map(item -> JournalHeader.Item.of(item, null)).toList());
    }

    private static BatchState state(BatchItem... items) {
        return new BatchState(header(items).batchItems());
    }

    private static BatchReport report(BatchState state) {
        return ReportFactory.of(header(), state, Duration.ofMinutes(1));
    }
}
