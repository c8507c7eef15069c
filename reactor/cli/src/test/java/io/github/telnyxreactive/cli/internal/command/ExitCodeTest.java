package io.github.telnyxreactive.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.cli.Reports;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodeTest {

    private static final ReportedItem PASSED = suite("a", "passed");
    private static final ReportedItem FAILED = suite("a", "failed");

    private static ReportedItem suite(String name, String status) {
        return Reports.suite(name, Reports.run("run-" + name, new TestRunStatus(status)));
    }

    private static int exitCode(ReportedItem... items) {
        return ExitCode.of(Outcome.of(Reports.of(items)), null);
    }

    @ParameterizedTest
    @CsvSource({"passed,passed,0", "passed,failed,1", "error,passed,1", "failed,error,1"})
    void aFailedRunOutweighsAPassedOne(String one, String other, int expected) {
        assertThat(exitCode(suite("a", one), suite("b", other))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_TRIGGERED", "UNKNOWN"})
    void anUntriggeredSuiteOutweighsAFailedRun(ItemOutcome outcome) {
        assertThat(exitCode(FAILED, Reports.suite("b", outcome, "gone"))).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void aRunThatWasGivenUpOutweighsAFailedRun() {
        assertThat(exitCode(FAILED, Reports.suite("b", Reports.givenUp("1", "late"))))
                .isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void aRunThatWasNotSeenToEndIsNoPass() {
        assertThat(exitCode(PASSED, suite("b", "running"))).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void aRunThatEndedNobodyKnowsHowIsNoPass() {
        assertThat(exitCode(PASSED, Reports.suite("b", Reports.endedOtherwise("1"))))
                .isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void aSkippedSuiteIsNoPass() {
        assertThat(exitCode(PASSED, Reports.suite("b", ItemOutcome.NOT_TRIGGERED, "because of --fail-fast")))
                .isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void anEmptySuiteIsNoPass() {
        assertThat(exitCode(PASSED, Reports.suite("b"))).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void anEmptyBatchIsNoPass() {
        assertThat(exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void aTestWithoutARunIsNoPass() {
        ReportedItem without = Reports.suiteWithout(
                "b", List.of(new NotStarted("u", "Refund", "?")), Reports.run("1", TestRunStatus.PASSED));

        assertThat(exitCode(PASSED, without)).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void runsThatMayExistAreNoPass() {
        ReportedItem partial = Reports.triggered(BatchItem.Kind.SUITE, "b")
                .problem("a run has no id")
                .runs(List.of(Reports.run("1", TestRunStatus.PASSED)))
                .build();

        assertThat(exitCode(PASSED, partial)).isEqualTo(ExitCode.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "51, 1"})
    void whatIsRequiredDecides(int percent, int expected) {
        PassRequirement requirement = new PassRequirement(Percentage.of(percent), null);
        ReportedItem failed = suite("b", "failed");
        ReportedItem missing = Reports.suite("c", ItemOutcome.NOT_TRIGGERED, "gone");

        assertThat(ExitCode.of(Outcome.of(Reports.requiring(requirement, PASSED, failed)), null))
                .isEqualTo(expected);
        assertThat(ExitCode.of(Outcome.of(Reports.requiring(requirement, PASSED, failed, missing)), null))
                .isEqualTo(ExitCode.INCOMPLETE);
        assertThat(ExitCode.of(Outcome.of(Reports.requiring(requirement, PASSED, failed)), new IllegalStateException()))
                .isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void anErrorOutweighsRunsThatPassed() {
        Outcome outcome = Outcome.of(Reports.of(PASSED));

        assertThat(ExitCode.of(outcome, null)).isEqualTo(ExitCode.PASSED);
        assertThat(ExitCode.of(outcome, new IllegalStateException())).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void anInterruptionOutweighsEverything() {
        BatchReport report =
                Reports.interrupted(Reports.of(FAILED, Reports.suite("b", ItemOutcome.NOT_TRIGGERED, "gone")));

        assertThat(ExitCode.of(Outcome.of(report), null)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(ExitCode.of(Outcome.of(report), new IllegalStateException())).isEqualTo(ExitCode.INTERRUPTED);
    }
}
