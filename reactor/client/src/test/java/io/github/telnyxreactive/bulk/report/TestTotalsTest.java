package io.github.telnyxreactive.bulk.report;

import static io.github.telnyxreactive.bulk.report.Reports.failed;
import static io.github.telnyxreactive.bulk.report.Reports.passed;
import static io.github.telnyxreactive.bulk.report.Reports.repeated;
import static io.github.telnyxreactive.bulk.report.Reports.requiring;
import static io.github.telnyxreactive.bulk.report.Reports.suite;
import static io.github.telnyxreactive.bulk.report.Reports.test;
import static io.github.telnyxreactive.bulk.report.Reports.withNotStarted;
import static io.github.telnyxreactive.bulk.report.Reports.withOutcome;
import static io.github.telnyxreactive.bulk.report.Reports.withProblem;
import static io.github.telnyxreactive.bulk.report.Reports.withVersion;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirements that are about tests: how tests are counted, the verdict, and what reports say. */
class TestTotalsTest {

    private static final PassRule TWO_OF_THREE = PassRule.of(2, 3);

    @TempDir
    private Path folder;

    private static ReportedRun unidentified(TestRunStatus status) {
        return ReportedRun.builder("r", status).build();
    }

    private static ReportedItem[] thrice(ReportedItem first, ReportedItem second, ReportedItem third) {
        return new ReportedItem[] {first, repeated(second, 2), repeated(third, 3)};
    }

    /** Test a passes twice, b once, and c always. */
    private static ReportedItem[] suites() {
        return thrice(
                suite("s", passed("a"), failed("b"), passed("c")),
                suite("s", failed("a"), failed("b"), passed("c")),
                suite("s", passed("a"), passed("b"), passed("c")));
    }

    private static TestTotals totals(PassRule rule, ReportedItem... items) {
        return requiring("100", rule, items).testTotals();
    }

    @Test
    void aTestThatRunsSeveralTimesCountsOnce() {
        assertThat(totals(null, suites())).isEqualTo(new TestTotals(3, 1));
        assertThat(totals(TWO_OF_THREE, suites())).isEqualTo(new TestTotals(3, 2));
        assertThat(totals(PassRule.of(1, 3), suites())).isEqualTo(new TestTotals(3, 3));
    }

    @Test
    void anErrorIsNoPass() {
        ReportedRun error = Reports.run("a", TestRunStatus.ERROR);

        assertThat(totals(TWO_OF_THREE, thrice(suite("s", passed("a")), suite("s", error), suite("s", error))))
                .isEqualTo(new TestTotals(1, 0));
    }

    @Test
    void testsAreToldApartBySuiteAndVersionAndByHowTheyRan() {
        assertThat(totals(
                        null,
                        suite("s", passed("a")),
                        suite("t", passed("a")),
                        withVersion(suite("s", failed("a")), "v1"),
                        withVersion(suite("s", passed("a")), "v2"),
                        test("id-a", passed("a")),
                        withVersion(test("id-a", passed("a")), "v1")))
                .isEqualTo(new TestTotals(6, 5));
    }

    @Test
    void namesThatAreJoinedAreNotConfused() {
        assertThat(totals(
                        null,
                        withVersion(suite("b", passed("x")), "a"),
                        withVersion(suite("", passed("x")), "ab"),
                        withVersion(suite("ab", passed("x")), ""),
                        suite("ab", passed("x"))))
                .isEqualTo(new TestTotals(4, 4));
    }

    @Test
    void aRunOfAnUnknownTestIsATestOfItsOwn() {
        ReportedItem[] items = {
            suite("s", unidentified(TestRunStatus.PASSED), unidentified(TestRunStatus.FAILED), passed("a")),
            repeated(suite("s", unidentified(TestRunStatus.PASSED), passed("a")), 2)
        };

        assertThat(totals(null, items)).isEqualTo(new TestTotals(4, 3));
        assertThat(totals(PassRule.of(2, 2), items)).isEqualTo(new TestTotals(4, 1));
    }

    @Test
    void theRunsOfASingleTestAreItsOwn() {
        ReportedItem[] items = thrice(
                test("t", unidentified(TestRunStatus.PASSED)),
                test("t", unidentified(TestRunStatus.FAILED)),
                test("t", passed("other")));

        assertThat(totals(null, items)).isEqualTo(new TestTotals(1, 0));
        assertThat(totals(TWO_OF_THREE, items)).isEqualTo(new TestTotals(1, 1));
    }

    @Test
    void whatWasToRunCountsAsFarAsItIsKnown() {
        assertThat(totals(
                        null,
                        withNotStarted(suite("s", passed("a")), Reports.notStarted("b")),
                        withOutcome(suite("gone"), ItemOutcome.NOT_TRIGGERED, "why"),
                        withOutcome(test("t"), ItemOutcome.NOT_TRIGGERED, "why")))
                .isEqualTo(new TestTotals(3, 1));
    }

    @ParameterizedTest
    @MethodSource
    void verdicts(Verdict verdict, BatchReport report) throws IOException {
        assertThat(report.verdict()).isEqualTo(verdict);

        Path file = folder.resolve("report.json");
        JsonReport.write(report, file);
        assertThat(file).content().contains("\"verdict\":\"" + verdict.key() + "\"");
        assertThat(ReportComparison.read(file, file).later().verdict()).isEqualTo(verdict);
    }

    static Stream<Arguments> verdicts() {
        ReportedItem half = suite("s", passed("a"), failed("b"));
        ReportedItem unknown = withProblem(suite("u", passed("c")), "not sure");
        return Stream.of(
                Arguments.of(Verdict.PASSED, requiring("50", null, half)),
                Arguments.of(Verdict.FAILED, requiring("50.1", null, half)),
                Arguments.of(Verdict.PASSED, requiring("66.6", TWO_OF_THREE, suites())),
                Arguments.of(Verdict.FAILED, requiring("66.7", TWO_OF_THREE, suites())),
                Arguments.of(Verdict.PASSED, requiring("100", PassRule.of(1, 3), suites())),
                Arguments.of(Verdict.FAILED, requiring("100", PassRule.of(3, 3), suites())),
                Arguments.of(Verdict.PASSED, requiring("0", null, suite("s", failed("a")))),
                Arguments.of(Verdict.INCOMPLETE, requiring("0", null)),
                Arguments.of(Verdict.INCOMPLETE, requiring("50", null, half, unknown)),
                Arguments.of(
                        Verdict.INCOMPLETE,
                        requiring("1", PassRule.of(1, 1), withNotStarted(half, Reports.notStarted("never")))),
                Arguments.of(
                        Verdict.INCOMPLETE,
                        requiring("1", null, half, withOutcome(suite("x"), ItemOutcome.UNKNOWN, null))),
                Arguments.of(
                        Verdict.INTERRUPTED,
                        BatchReport.builder("b", Reports.STARTED, Duration.ZERO, List.of(half))
                                .requirement(requiring("50", null).requirement())
                                .interrupted(true)
                                .build()));
    }

    @Test
    void manyTestsAreToldApart() {
        List<ReportedItem> items = new ArrayList<>();
        for (int repeat = 1; repeat <= 3; repeat++) {
            for (int suite = 0; suite < 50; suite++) {
                ReportedRun[] runs = new ReportedRun[100];
                for (int number = 0; number < 100; number++) {
                    runs[number] = number == repeat ? failed("t" + number) : passed("t" + number);
                }
                items.add(repeated(suite("suite " + suite, runs), repeat));
            }
        }

        assertThat(totals(null, items.toArray(ReportedItem[]::new))).isEqualTo(new TestTotals(5_000, 4_850));
        assertThat(totals(TWO_OF_THREE, items.toArray(ReportedItem[]::new))).isEqualTo(new TestTotals(5_000, 5_000));
    }

    @Test
    void jsonSaysWhatIsRequired() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        JsonReport.write(requiring("66.5", TWO_OF_THREE, suites()), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"interrupted\":false,\"min_pass_rate_percent\":66.5,\"pass_rule\":\"2/3\",\"verdict\":\"passed\"")
                .contains("\"tests\":3,\"tests_passed\":2,\"tests_not_started\":0,\"runs\":9,");
    }

    private String markdown(BatchReport report) throws IOException {
        Path file = folder.resolve("page.md");
        MarkdownReport.write(report, "", file);
        return Files.readString(file);
    }

    @Test
    void markdownSaysWhetherWhatIsRequiredHolds() throws IOException {
        assertThat(markdown(requiring("66", TWO_OF_THREE, suites())))
                .startsWith("## Passed: 6 of 9 runs passed\n")
                .contains(
                        "\n\nRequired: 66 % of the tests pass 2 of 3 runs. This holds: 2 of 3 tests passed.\n\nBatch ");
        assertThat(markdown(requiring("67", TWO_OF_THREE, suites())))
                .startsWith("## Failed: ")
                .contains("\nRequired: 67 % of the tests pass 2 of 3 runs. This does not hold: 2 of 3 tests passed.\n");
        assertThat(markdown(requiring("1", null, suite("s", passed("a")), suite("empty"))))
                .startsWith("## Incomplete: ")
                .contains("\nRequired: 1 % of the tests pass every run. It is not known whether this holds: 1 of 1 test"
                        + " passed.\n");
        assertThat(markdown(Reports.report(suites()))).doesNotContain("Required");
    }

    private static String junit(BatchReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JUnitReport.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void junitSaysWhatIsRequiredAndWhatHappened() throws IOException {
        assertThat(junit(requiring("66", TWO_OF_THREE, suites())))
                .contains("<property name=\"min_pass_rate_percent\" value=\"66\"/>")
                .contains("<property name=\"pass_rule\" value=\"2/3\"/>")
                .contains("<testsuites name=\"nightly\" tests=\"9\" failures=\"3\"");
        assertThat(junit(requiring("66", null, suites())))
                .contains("<property name=\"min_pass_rate_percent\" value=\"66\"/>")
                .doesNotContain("pass_rule");
        assertThat(junit(Reports.report(suites()))).doesNotContain("min_pass_rate_percent", "pass_rule");
    }
}
