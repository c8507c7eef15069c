package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    @ParameterizedTest
    @MethodSource
    void whatIsUnknownOutweighsFailures(Verdict verdict, BatchReport report) {
        assertThat(report.verdict()).isEqualTo(verdict);
    }

    static Stream<Arguments> whatIsUnknownOutweighsFailures() {
        ReportedItem passed = Reports.suite("s", Reports.passed("a"));
        ReportedItem failed = Reports.suite("s", Reports.failed("a"));
        NotStarted never = Reports.notStarted("never");
        return Stream.of(
                Arguments.of(Verdict.PASSED, Reports.report(passed, passed)),
                Arguments.of(Verdict.FAILED, Reports.report(passed, failed)),
                Arguments.of(Verdict.FAILED, Reports.report(Reports.suite("s", Reports.run("a", TestRunStatus.ERROR)))),
                Arguments.of(Verdict.INCOMPLETE, Reports.report()),
                Arguments.of(Verdict.INCOMPLETE, Reports.report(passed, Reports.suite("empty"))),
                Arguments.of(Verdict.INCOMPLETE, Reports.report(failed, Reports.withProblem(passed, "not sure"))),
                Arguments.of(Verdict.INCOMPLETE, Reports.report(passed, Reports.withNotStarted(passed, never))),
                Arguments.of(Verdict.INCOMPLETE, Reports.report(failed, Reports.withNotStarted(failed, never))),
                Arguments.of(
                        Verdict.INCOMPLETE,
                        Reports.report(passed, Reports.withOutcome(passed, ItemOutcome.NOT_TRIGGERED, null))),
                Arguments.of(
                        Verdict.INCOMPLETE,
                        Reports.report(passed, Reports.withOutcome(passed, ItemOutcome.UNKNOWN, null))),
                Arguments.of(
                        Verdict.INCOMPLETE,
                        Reports.report(Reports.suite("s", Reports.givenUp("a", TestRunStatus.PASSED, "lost")))),
                Arguments.of(
                        Verdict.INCOMPLETE,
                        Reports.report(Reports.suite("s", Reports.run("a", new TestRunStatus("hibernating"))))),
                Arguments.of(Verdict.INTERRUPTED, Reports.interrupted(passed)),
                Arguments.of(Verdict.INTERRUPTED, Reports.interrupted(failed)));
    }
}
