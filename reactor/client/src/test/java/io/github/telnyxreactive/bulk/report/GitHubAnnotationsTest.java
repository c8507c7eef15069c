package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GitHubAnnotationsTest {

    @Test
    void writesAnErrorForEachFailedRunAndForWhatIsMissing() throws IOException {
        assertThat(GitHubAnnotations.lines(Reports.everything()))
                .containsExactly(
                        "::error title=Billing%3A two (id-two)::"
                                + "Not met: refunds, says goodbye%0Arun run-two, conversation call-two",
                        "::error title=Billing%3A three (id-three)::"
                                + "The run ended in an error%0Arun run-three, conversation call-three",
                        "::error title=Single tests%3A single (id-single) (version v2)::"
                                + "The rubric was not met%0Arun run-single, conversation call-single",
                        "::error title=Billing%3A four (id-four)::The run was not seen to finish; last status: "
                                + "hibernating%0Arun run-four, conversation call-four",
                        "::error title=Billing%3A five (id-five)::The deadline has passed%0Arun run-five",
                        "::error title=Empty::No run was started; the suite may have no tests",
                        "::error title=Missing::404: no such suite",
                        "::error title=Doubtful::Not known whether this was triggered: the answer was lost",
                        "::error title=Partial%3A seven (id-seven)::Not started: no run by the deadline",
                        "::error title=Partial%3A id-8::Not started: why");
    }

    @Test
    void aBatchThatPassedHasNone() throws IOException {
        assertThat(GitHubAnnotations.lines(Reports.report(Reports.suite("s", Reports.passed("a")))))
                .isEmpty();
    }

    @Test
    void writesTenErrorsAtMostAndCountsTheOthers() throws IOException {
        List<String> failed = GitHubAnnotations.lines(Reports.allFailed(1_000));
        assertThat(failed).hasSize(11);
        assertThat(failed.subList(0, 10)).allMatch(line -> line.startsWith("::error title=Large%3A test "));
        assertThat(failed.get(10)).isEqualTo("::notice title=Not all is shown::990 more runs did not pass");

        List<String> missing = GitHubAnnotations.lines(Reports.report(notStarted("s", 11)));
        assertThat(missing).hasSize(11);
        assertThat(missing.get(10)).isEqualTo("::notice title=Not all is shown::1 more result missing or unknown");
    }

    @Test
    void failuresDoNotHideWhatIsMissing() throws IOException {
        ReportedRun[] runs = IntStream.range(0, 8)
                .mapToObj(number -> Reports.failed("test " + number))
                .toArray(ReportedRun[]::new);

        List<String> many = GitHubAnnotations.lines(Reports.report(Reports.suite("s", runs), notStarted("t", 20)));
        assertThat(many.subList(0, 5)).allMatch(line -> line.startsWith("::error title=s%3A "));
        assertThat(many.subList(5, 10)).allMatch(line -> line.startsWith("::error title=t%3A "));
        assertThat(many.get(10))
                .isEqualTo("::notice title=Not all is shown::"
                        + "3 more runs did not pass; 15 more results missing or unknown");

        List<String> few = GitHubAnnotations.lines(Reports.report(Reports.suite("s", runs), notStarted("t", 2)));
        assertThat(few).hasSize(10).allMatch(line -> line.startsWith("::error "));
    }

    @Test
    void escapesAsGitHubSpecifies() throws IOException {
        ReportedRun run = Reports.run(
                "r",
                "i:d",
                "100%, a: \r\n::error::b",
                TestRunStatus.FAILED,
                null,
                List.of(Reports.item("50% off, now: \n::set-output", TestRunStatus.FAILED)),
                null,
                null);

        assertThat(GitHubAnnotations.lines(Reports.report(Reports.suite("a,b", run))))
                .containsExactly("::error title=a%2Cb%3A 100%25%2C a%3A %3A%3Aerror%3A%3Ab (i%3Ad)::"
                        + "Not met: 50%25 off, now: ::set-output%0Arun r");
    }

    @Test
    void namesTheFilesThatAreKnown() throws IOException {
        BatchReport report = Reports.report(
                Reports.withNotStarted(
                        Reports.suite("s", Reports.failed("a"), Reports.failed("unknown")), Reports.notStarted("late")),
                Reports.test("t"));

        List<String> lines = GitHubAnnotations.lines(
                report,
                (suite, testId, testName) ->
                        "unknown".equals(testName) ? null : "tests/" + suite + "/" + testId + ".yaml");

        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf("::", 2) + 2))
                .containsExactly(
                        "::error file=tests/s/id-a.yaml,title=s%3A a (id-a)::",
                        "::error title=s%3A unknown (id-unknown)::",
                        "::error file=tests/s/id-late.yaml,title=s%3A late (id-late)::",
                        "::error file=tests/null/t.yaml,title=Single tests%3A name of t (t)::");
    }

    @Test
    void escapesTheNameOfAFile() throws IOException {
        BatchReport report = Reports.report(Reports.suite("s", Reports.failed("a")));

        assertThat(GitHubAnnotations.lines(
                        report, (suite, testId, testName) -> "C:\\100%,  日本\r\n::error::\u2028.yaml"))
                .singleElement()
                .asString()
                .startsWith("::error file=C%3A\\100%25%2C  日本??%3A%3Aerror%3A%3A?.yaml,title=s%3A a (id-a)::");
    }

    @Test
    void hostileTextStaysInItsLine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GitHubAnnotations.write(Reports.hostile(), out);

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.split("[\\n\\r\\u0085\\u2028\\u2029]"))
                .hasSize(11)
                .allMatch(line -> line.matches("::(error|notice) title=[^:,]*::.*"));
        for (String hostile : Reports.HOSTILE) {
            ReportedRun run =
                    Reports.run(hostile, hostile, hostile, TestRunStatus.ERROR, null, List.of(), hostile, hostile);
            assertThat(GitHubAnnotations.lines(Reports.report(Reports.suite(hostile, run))))
                    .singleElement()
                    .asString()
                    .matches("::error title=[^:,\\p{Cntrl}]*::[^\\p{Cntrl}]*");
        }
    }

    @Test
    void truncatesLongText() throws IOException {
        ReportedRun run = Reports.givenUp("n".repeat(10_000), TestRunStatus.RUNNING, "p".repeat(10_000));

        assertThat(GitHubAnnotations.lines(Reports.report(Reports.suite("s".repeat(10_000), run))))
                .singleElement()
                .asString()
                .contains("p".repeat(999) + "…")
                .hasSizeLessThan(2_000);
    }

    @Test
    void anErrorWhileReadingIsThrownAsItIs() {
        IOException broken = new IOException("the journal is gone");
        BatchReport report = BatchReport.builder("b", Reports.STARTED, Duration.ZERO, () -> {
                    throw new UncheckedIOException(broken);
                })
                .build();

        assertThatThrownBy(() -> GitHubAnnotations.lines(report)).isSameAs(broken);
    }

    private static ReportedItem notStarted(String suite, int number) {
        return Reports.withNotStarted(
                Reports.suite(suite),
                IntStream.range(0, number)
                        .mapToObj(test -> Reports.notStarted("test " + test))
                        .toArray(NotStarted[]::new));
    }
}
