package io.github.telnyxreactive.bulk.report;

import static io.github.telnyxreactive.bulk.report.Reports.failed;
import static io.github.telnyxreactive.bulk.report.Reports.givenUp;
import static io.github.telnyxreactive.bulk.report.Reports.interrupted;
import static io.github.telnyxreactive.bulk.report.Reports.notStarted;
import static io.github.telnyxreactive.bulk.report.Reports.passed;
import static io.github.telnyxreactive.bulk.report.Reports.repeated;
import static io.github.telnyxreactive.bulk.report.Reports.report;
import static io.github.telnyxreactive.bulk.report.Reports.run;
import static io.github.telnyxreactive.bulk.report.Reports.suite;
import static io.github.telnyxreactive.bulk.report.Reports.test;
import static io.github.telnyxreactive.bulk.report.Reports.withNotStarted;
import static io.github.telnyxreactive.bulk.report.Reports.withOutcome;
import static io.github.telnyxreactive.bulk.report.Reports.withProblem;
import static io.github.telnyxreactive.bulk.report.Reports.withVersion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportComparisonTest {

    @TempDir
    private Path directory;

    @Test
    void tellsWhatBrokeAndWhatWasMended() {
        BatchReport earlier = report(suite(
                "s",
                passed("broken"),
                passed("in error"),
                failed("mended"),
                run("was in error", TestRunStatus.ERROR),
                failed("bad"),
                passed("good")));
        BatchReport later = report(suite(
                "s",
                failed("broken"),
                run("in error", TestRunStatus.ERROR),
                passed("mended"),
                passed("was in error"),
                run("bad", TestRunStatus.ERROR),
                passed("good")));

        ReportComparison comparison = ReportComparison.of(earlier, later);

        assertThat(changes(comparison))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "id-broken", TestChange.BROKEN,
                        "id-in error", TestChange.BROKEN,
                        "id-mended", TestChange.MENDED,
                        "id-was in error", TestChange.MENDED,
                        "id-bad", TestChange.STILL_FAILED,
                        "id-good", TestChange.STILL_PASSED));
        assertThat(comparison.isWorse()).isTrue();
        assertThat(comparison.count(TestChange.BROKEN)).isEqualTo(2);
    }

    @Test
    void whatBecameBetterOrStayedTheSameIsNotWorse() {
        ReportComparison comparison = ReportComparison.of(
                report(suite("s", failed("a"), failed("b"), passed("c"), passed("gone"))),
                report(suite("s", passed("a"), failed("b"), passed("c"), failed("new"))));

        assertThat(comparison.isWorse()).isFalse();
        assertThat(changes(comparison))
                .containsEntry("id-gone", TestChange.GONE)
                .containsEntry("id-new", TestChange.NEW);
    }

    @Test
    void matchesTestsByIdAndSuiteWhateverTheirNamesAndVersions() {
        ReportedRun renamed = ReportedRun.builder("r", TestRunStatus.FAILED)
                .testId("id-a")
                .testName("another name")
                .build();

        ReportComparison comparison = ReportComparison.of(
                report(withVersion(suite("s", passed("a")), "v1"), suite("t", passed("a")), test("id-a", passed("a"))),
                report(withVersion(suite("s", renamed), "v2"), suite("u", passed("a")), test("id-a", passed("a"))));

        assertThat(comparison.tests())
                .extracting(ComparedTest::suite, ComparedTest::testId, ComparedTest::testName, ComparedTest::change)
                .containsExactly(
                        tuple("s", "id-a", "another name", TestChange.BROKEN),
                        tuple("t", "id-a", "a", TestChange.STILL_PASSED),
                        tuple(null, "id-a", "name of id-a", TestChange.STILL_PASSED));
        assertThat(comparison.earlier().versionIds()).containsExactly("v1");
        assertThat(comparison.earlier().isMainVersion()).isTrue();
        assertThat(comparison.later().versionIds()).containsExactly("v2");
    }

    @Test
    void aTestThatRanInASuiteAndThenOnItsOwnIsTheSame() {
        BatchReport suites = report(suite("s", passed("a"), passed("b")), suite("t", failed("c")));
        BatchReport single = report(test("id-a", failed("a")), test("id-b", passed("b")), test("id-c", passed("c")));

        ReportComparison comparison = ReportComparison.of(suites, single);
        ReportComparison back = ReportComparison.of(single, suites);

        assertThat(comparison.tests())
                .extracting(ComparedTest::suite, ComparedTest::testId, ComparedTest::change)
                .containsExactly(
                        tuple("s", "id-a", TestChange.BROKEN),
                        tuple("s", "id-b", TestChange.STILL_PASSED),
                        tuple("t", "id-c", TestChange.MENDED));
        assertThat(comparison.isWorse()).isTrue();
        assertThat(back.tests())
                .extracting(ComparedTest::suite, ComparedTest::testId, ComparedTest::change)
                .containsExactly(
                        tuple(null, "id-a", TestChange.MENDED),
                        tuple(null, "id-b", TestChange.STILL_PASSED),
                        tuple(null, "id-c", TestChange.BROKEN));
    }

    @Test
    void aSingleTestThatWasNotTriggeredIsAPassLostOfTheSuite() {
        ReportComparison comparison = ReportComparison.of(
                report(suite("s", passed("a"))), report(withOutcome(test("id-a"), ItemOutcome.NOT_TRIGGERED, "404")));

        assertThat(comparison.tests())
                .extracting(ComparedTest::suite, ComparedTest::testId, ComparedTest::change)
                .containsExactly(tuple("s", "id-a", TestChange.UNKNOWN));
        assertThat(comparison.lostPasses()).isEqualTo(1);
    }

    @Test
    void aTestOfSeveralSuitesIsNotTakenForOneOfThem() {
        ReportComparison comparison = ReportComparison.of(
                report(suite("s", passed("a")), suite("t", failed("a"))), report(test("id-a", failed("a"))));

        assertThat(comparison.tests())
                .extracting(ComparedTest::suite, ComparedTest::change)
                .containsExactly(tuple("s", TestChange.GONE), tuple("t", TestChange.GONE), tuple(null, TestChange.NEW));
    }

    @Test
    void theSuiteComesBeforeTheId() {
        ReportComparison comparison = ReportComparison.of(
                report(suite("s", passed("a")), suite("t", failed("a"))),
                report(test("id-a", passed("a")), suite("s", passed("a"))));

        assertThat(comparison.tests())
                .extracting(ComparedTest::suite, ComparedTest::change)
                .containsExactly(tuple("s", TestChange.STILL_PASSED), tuple("t", TestChange.MENDED));
    }

    @Test
    void testsFlakeThatPassAndFailInOneReport() {
        ReportedItem first = suite("s", passed("a"), passed("b"), passed("c"), failed("d"));
        ReportedItem second = repeated(suite("s", failed("a"), passed("b"), failed("c"), failed("d")), 2);
        BatchReport repeats = report(first, second);

        ReportComparison asEarlier =
                ReportComparison.of(repeats, report(suite("s", passed("a"), passed("b"), failed("c"), passed("d"))));
        ReportComparison asLater =
                ReportComparison.of(report(suite("s", failed("a"), passed("b"), passed("c"), failed("d"))), repeats);

        assertThat(changes(asEarlier))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "id-a", TestChange.FLAKY,
                        "id-b", TestChange.STILL_PASSED,
                        "id-c", TestChange.FLAKY,
                        "id-d", TestChange.MENDED));
        assertThat(asEarlier.isWorse()).isFalse();
        assertThat(changes(asLater))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "id-a", TestChange.FLAKY,
                        "id-b", TestChange.STILL_PASSED,
                        "id-c", TestChange.BROKEN,
                        "id-d", TestChange.STILL_FAILED));
        assertThat(result(asLater, "id-c")).isEqualTo(new TestResult(1, 1, 0, 0));
    }

    @Test
    void whatIsUnknownOrWasNotStartedHasNeitherPassedNorFailed() {
        ReportedItem all = suite("s", passed("a"), passed("b"), passed("c"), failed("d"));
        ReportedItem open = withNotStarted(
                suite(
                        "s",
                        givenUp("a", TestRunStatus.RUNNING, "lost"),
                        run("b", TestRunStatus.RUNNING),
                        run("d", new TestRunStatus("hibernating"))),
                notStarted("c"));

        ReportComparison lost = ReportComparison.of(report(all), report(open));
        ReportComparison found = ReportComparison.of(report(open), report(all));

        assertThat(changes(lost)).hasSize(4).containsValue(TestChange.UNKNOWN);
        assertThat(lost.count(TestChange.UNKNOWN)).isEqualTo(4);
        assertThat(lost.lostPasses()).isEqualTo(3);
        assertThat(lost.isWorse()).isTrue();
        assertThat(result(lost, "id-c").outcome()).isEqualTo(TestOutcome.NOT_STARTED);
        assertThat(found.count(TestChange.UNKNOWN)).isEqualTo(4);
        assertThat(found.isWorse()).isFalse();
    }

    @Test
    void testsOfAnItemWithoutAResultAreNotGone() {
        BatchReport earlier = report(suite("s", passed("a"), failed("b")), test("t", passed("t")));

        for (ReportedItem missing : new ReportedItem[] {
            suite("s", ItemOutcome.NOT_TRIGGERED, "404"),
            suite("s", ItemOutcome.UNKNOWN, null),
            suite("s"),
            withProblem(suite("s"), "the list could not be read")
        }) {
            ReportComparison comparison = ReportComparison.of(
                    earlier, report(missing, withOutcome(test("t"), missing.outcome(), missing.problem())));

            assertThat(comparison.count(TestChange.UNKNOWN)).isEqualTo(3);
            assertThat(comparison.lostPasses()).isEqualTo(2);
            assertThat(result(comparison, "id-a").outcome())
                    .isEqualTo(
                            missing.outcome() == ItemOutcome.NOT_TRIGGERED
                                    ? TestOutcome.NOT_STARTED
                                    : TestOutcome.UNKNOWN);
        }
    }

    @Test
    void aRepeatThatIsMissingLeavesTheTestOpen() {
        ReportedItem good = suite("s", passed("a"), passed("b"));
        ReportedItem partial = repeated(withProblem(suite("s", passed("a")), "not all runs are known"), 2);

        ReportComparison comparison = ReportComparison.of(report(good), report(good, partial));

        assertThat(changes(comparison))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("id-a", TestChange.STILL_PASSED, "id-b", TestChange.UNKNOWN));
        assertThat(result(comparison, "id-b")).isEqualTo(new TestResult(1, 0, 1, 0));
    }

    @Test
    void runsOfUnknownTestsMayBelongToAnyTestOfTheSuite() {
        ReportedRun nameless = ReportedRun.builder("r", TestRunStatus.PASSED).build();

        ReportComparison comparison = ReportComparison.of(
                report(suite("s", passed("a")), suite("t", passed("b"))), report(suite("s", nameless), suite("t")));

        assertThat(comparison.count(TestChange.UNKNOWN)).isEqualTo(2);
        assertThat(comparison.later().unmatchedRuns()).isEqualTo(1);
    }

    @Test
    void aTestMissingFromAnInterruptedSuiteIsUnknown() {
        ReportComparison comparison = ReportComparison.of(
                report(suite("s", passed("a"), passed("b")), suite("t", passed("c"))),
                interrupted(suite("s", passed("a"))));

        assertThat(changes(comparison))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("id-a", TestChange.STILL_PASSED, "id-b", TestChange.UNKNOWN, "id-c", TestChange.GONE));
    }

    @Test
    void theReportsAsAWholeAreAsTheWritersSay() throws IOException {
        for (BatchReport report : new BatchReport[] {Reports.everything(), Reports.hostile(), Reports.report()}) {
            ComparedReport compared = ReportComparison.of(report, report).later();

            ReportTally tally = ReportTally.of(report);
            assertThat(compared.verdict()).isEqualTo(report.verdict());
            assertThat(compared.runs()).isEqualTo(tally.runs());
            assertThat(compared.batchId()).isEqualTo(report.batchId());
            assertThat(compared.passRatePercent())
                    .isEqualTo(
                            tally.passRatePercent().isEmpty()
                                    ? null
                                    : tally.passRatePercent().getAsDouble());
        }
    }

    @Test
    void filesCompareLikeReports() throws IOException {
        BatchReport earlier = report(suite("s", passed("a"), failed("b")), test("t", passed("t")));
        BatchReport later = Reports.everything();

        ReportComparison read = ReportComparison.read(write("a.json", earlier), write("b.json", later));

        assertThat(JsonComparisonTest.json(read))
                .isEqualTo(JsonComparisonTest.json(ReportComparison.of(earlier, later)));
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Path good = write("good.json", Reports.everything());
        Path other = Files.writeString(directory.resolve("other.json"), "{\"format\":\"other\",\"version\":2}");
        Path newer = Files.writeString(
                directory.resolve("newer.json"), Files.readString(good).replace("\"version\":2", "\"version\":3"));

        assertThatThrownBy(() -> ReportComparison.read(good, other))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageStartingWith(other + ": This is not the report of a batch");
        assertThatThrownBy(() -> ReportComparison.read(newer, good))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageStartingWith(newer + ": The report has version 3, and this library can read version 2 only");
        assertThatThrownBy(() -> ReportComparison.read(good, directory.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void holdsNoRuns() {
        GeneratedReport earlier = new GeneratedReport();
        GeneratedReport later = new GeneratedReport();

        ReportComparison comparison = ReportComparison.of(earlier.report(), later.report());

        // Of every third sample only the name is kept.
        int names = GeneratedReport.RUNS / 500 + 1;
        assertThat(earlier.mostHeld()).isBetween(1, names + 3);
        assertThat(later.mostHeld()).isLessThanOrEqualTo(names + 3);
        assertThat(comparison.isWorse()).isFalse();
    }

    private Path write(String name, BatchReport report) throws IOException {
        Path file = directory.resolve(name);
        JsonReport.write(report, file);
        return file;
    }

    private static Map<String, TestChange> changes(ReportComparison comparison) {
        Map<String, TestChange> changes = new TreeMap<>();
        comparison.tests().forEach(test -> changes.put(test.testId(), test.change()));
        return changes;
    }

    private static TestResult result(ReportComparison comparison, String testId) {
        for (ComparedTest test : comparison.tests()) {
            TestResult later = test.later();
            if (test.testId().equals(testId) && later != null) {
                return later;
            }
        }
        throw new AssertionError("not in the later report: " + testId);
    }
}
