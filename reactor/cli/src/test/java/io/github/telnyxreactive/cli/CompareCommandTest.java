package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final TestRunStatus PASSED = TestRunStatus.PASSED;
    private static final TestRunStatus FAILED = TestRunStatus.FAILED;

    @TempDir
    private Path directory;

    @Test
    void showsWhatChangedWithNamesAndIds() throws IOException {
        Path earlier = write(
                "a.json",
                batch(
                        "nightly-1",
                        suite("checkout", "v1", 1, run("1", "greets", PASSED), run("2", "refunds", FAILED)),
                        suite("checkout", "v1", 2, run("1", "greets", PASSED), run("2", "refunds", FAILED)),
                        suite("old", "v1", 1, run("3", "leaves", PASSED))));
        Path later = write(
                "b.json",
                batch(
                        "nightly-2",
                        suite("checkout", null, 1, run("1", "greets", PASSED), run("2", "refunds", PASSED)),
                        suite("checkout", null, 2, run("1", "greets", FAILED), run("2", "refunds", PASSED)),
                        suite("fresh", null, 1, run("4", "a\u001b[31m", PASSED))));

        Result result = compare(earlier, later);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .containsExactly(
                        "  REPORT     EARLIER               LATER",
                        "  batch      nightly-1             nightly-2",
                        "  version    v1                    main version",
                        "  started    2026-11-20T12:00:00Z  2026-11-20T12:00:00Z",
                        "  verdict    failed                failed",
                        "  runs       5                     5",
                        "  pass rate  60.0 %                80.0 %",
                        "",
                        "Broken: 1 test",
                        "  TEST        SUITE     EARLIER  LATER",
                        "  greets (1)  checkout  passed   1 of 2 passed",
                        "",
                        "Mended: 1 test",
                        "  TEST         SUITE     EARLIER  LATER",
                        "  refunds (2)  checkout  failed   passed",
                        "",
                        "New: 1 test",
                        "  TEST        SUITE  EARLIER  LATER",
                        "  a?[31m (4)  fresh  -        passed",
                        "",
                        "Gone: 1 test",
                        "  TEST        SUITE  EARLIER  LATER",
                        "  leaves (3)  old    passed   -",
                        "",
                        "Worse: 1 broken, 0 unknown, 0 flaky, 1 mended, 1 new, 1 gone, 0 still failed, 0 still passed.");
    }

    @Test
    void nothingBrokenIsSuccess() throws IOException {
        Path earlier = write("a.json", batch("a", suite("s", null, 1, run("1", "n", FAILED), run("2", "m", PASSED))));

        Result result = compare(earlier, earlier);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("Still failed: 1 test", "Not worse: 0 broken, ", "1 still failed, 1 still passed.");
    }

    @Test
    void aPassThatIsUnknownNowIsNoSuccess() throws IOException {
        Path earlier = write("a.json", batch("a", suite("s", null, 1, run("1", "n", PASSED))));
        ReportedItem refused = ReportedItem.builder(BatchItem.Kind.SUITE, "s", ItemOutcome.NOT_TRIGGERED)
                .problem("404")
                .build();
        Path later = write("b.json", batch("b", refused));

        Result result = compare(earlier, later);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "  n (1)  s      passed   not started\n",
                        "Worse: 0 broken, 1 unknown,",
                        "1 test passed before and may not any more.");
        assertThat(compare(later, earlier).exitCode()).isZero();
    }

    @Test
    void writesJsonToAFileOrTheStandardOutput() throws IOException {
        Path report = write("a.json", batch("a", suite("s", null, 1, run("1", "n", PASSED))));
        Path file = directory.resolve("new/comparison.json");

        Result toFile = compare(report, report, "--json", file.toString());
        Result toOutput = compare(report, report, "--json", "-");

        assertThat(toFile.exitCode()).isZero();
        assertThat(toFile.out()).contains("Not worse: ");
        assertThat(file).content().startsWith("{\"format\":\"telnyx-batch-comparison\",\"version\":1,");
        assertThat(toOutput.list()).isEqualTo(Files.readString(file) + "\n");
        assertThat(toOutput.out()).isEmpty();
        assertThat(toOutput.err()).isEqualTo(toFile.out());
    }

    @Test
    void saysWhyAFileCannotBeReadOrWritten() throws IOException {
        Path report = write("a.json", batch("a"));
        Path other = Files.writeString(directory.resolve("other.json"), "[]");
        Path old = Files.writeString(
                directory.resolve("old.json"), Files.readString(report).replace("\"version\":2", "\"version\":1"));

        assertFails(compare(report, other), other + ": This is not the report of a batch, which is a JSON object");
        assertFails(compare(old, report), old + ": The report has version 1, and this library can read version 2 only");
        assertFails(compare(report, directory.resolve("none")), "there is no file " + directory.resolve("none"));
        assertFails(compare(directory, report), "could not read " + directory);
        assertFails(compare(report, report, "--json", other + "/x"), "could not write " + other + "/x");
        assertFails(new Cli().run("compare", report.toString()), "Missing required parameter: 'LATER'");
    }

    private static void assertFails(Result result, String reason) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains(reason);
    }

    @Test
    void saysHowManyItDoesNotShow() throws IOException {
        ReportedRun[] good = runs(60, PASSED);
        Path earlier = write("a.json", batch("a", suite("s", null, 1, good)));
        Path later = write("b.json", batch("b", suite("s", null, 1, runs(60, FAILED))));

        Result result = new Cli().onATerminal().run("compare", earlier.toString(), later.toString());

        assertThat(result.out())
                .contains("\u001b[31mBroken: 60 tests\u001b[0m", "... and 10 more; --json writes all of them");
    }

    @Test
    void aTestThatBrokeWhenItRanOnItsOwnIsWorse() throws IOException {
        Path earlier = write("a.json", batch("a", suite("s", null, 1, run("1", "n", PASSED))));
        ReportedItem single = ReportedItem.builder(BatchItem.Kind.TEST, "1", ItemOutcome.TRIGGERED)
                .testName("n")
                .runs(List.of(run("1", "n", FAILED)))
                .build();
        Path later = write("b.json", batch("b", single));

        Result result = compare(earlier, later);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("  n (1)  s      passed   failed\n", "Worse: 1 broken, 0 unknown,");
    }

    @Test
    void saysThatReportsHaveNothingInCommon() throws IOException {
        Path earlier = write("a.json", batch("a", suite("s", null, 1, run("1", "n", PASSED))));
        Path later = write("b.json", batch("b", suite("t", null, 1, run("2", "n", PASSED))));

        assertThat(compare(earlier, later).out()).contains("No test is in both reports: 0 broken,");
    }

    private static ReportedRun[] runs(int number, TestRunStatus status) {
        return IntStream.range(0, number)
                .mapToObj(index -> run("id-" + index, "name " + index, status))
                .toArray(ReportedRun[]::new);
    }

    private static Result compare(Path earlier, Path later, String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare", earlier.toString(), later.toString()));
        arguments.addAll(List.of(options));
        return new Cli().run(arguments.toArray(String[]::new));
    }

    private Path write(String name, BatchReport report) throws IOException {
        Path file = directory.resolve(name);
        JsonReport.write(report, file);
        return file;
    }

    private static BatchReport batch(String id, ReportedItem... items) {
        return BatchReport.builder(id, Reports.NOON, Duration.ofSeconds(12), List.of(items))
                .build();
    }

    private static ReportedItem suite(String name, @Nullable String version, int repeat, ReportedRun... runs) {
        return ReportedItem.builder(BatchItem.Kind.SUITE, name, ItemOutcome.TRIGGERED)
                .versionId(version)
                .repeat(repeat)
                .runs(List.of(runs))
                .build();
    }

    private static ReportedRun run(String testId, String name, TestRunStatus status) {
        return ReportedRun.builder("run of " + testId, status)
                .testId(testId)
                .testName(name)
                .build();
    }
}
