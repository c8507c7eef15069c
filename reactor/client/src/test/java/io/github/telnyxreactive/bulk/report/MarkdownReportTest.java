package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final String TEMPLATE = "https://portal.example/{conversation_id}";

    @TempDir
    private Path directory;

    @Test
    void writesAllParts() throws IOException {
        assertThat(write(Reports.everything())).isEqualTo("""
                        ## Incomplete: 3 of 8 runs passed

                        3 passed, 2 failed, 1 error, 1 given up, 1 not ended, 2 tests not started, \
                        4 items without a result, 1 of them perhaps triggered; pass rate 33.3 %.

                        Batch nightly, started at 2026-11-20T10:30:00.123456+01:00, took 1 min 05 s. \
                        Tested: the main version, version v2.

                        ### Suites

                        | Suite | Runs | Passed | Failed | Error | Given up | Not ended | Not started | Pass rate | \
                        Verdict |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        | Billing | 5 | 1 | 1 | 1 | 1 | 1 | 0 | 25.0 % | incomplete |
                        | Partial | 1 | 1 | 0 | 0 | 0 | 0 | 2 | 33.3 % | incomplete |
                        | Empty | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | incomplete |
                        | Missing | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | incomplete |
                        | Doubtful | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | incomplete |
                        | Single tests | 2 | 1 | 1 | 0 | 0 | 0 | 0 | 50.0 % | failed |

                        ### Rubric items that fail most

                        | Rubric item | Failed runs |
                        | --- | --- |
                        | refunds | 1 |
                        | says goodbye | 1 |

                        ### Failed runs

                        | Suite | Test | Status | Rubric items not passed | Took | Conversation |
                        | --- | --- | --- | --- | --- | --- |
                        | Billing | two (id-two) | failed | refunds, says goodbye | 1.5 s | \
                        [conversation](https://portal.example/call-two) |
                        | Billing | three (id-three) | error | - | 1.5 s | [conversation](https://portal.example/call-three) |
                        | Single tests | single (id-single) | failed | - | 1.5 s | \
                        [conversation](https://portal.example/call-single) |

                        ### Problems

                        | Suite or test | Run of | Problem | Conversation |
                        | --- | --- | --- | --- |
                        | Empty | - | No run was started; the suite may have no tests | - |
                        | Missing | - | 404&#58; no such suite | - |
                        | Doubtful | - | Not known whether this was triggered&#58; the answer was lost | - |
                        | Partial | - | 2 tests not started | - |
                        | Partial | seven (id-seven) | Not started&#58; no run by the deadline | - |
                        | Partial | id-8 | Not started&#58; why | - |
                        | Billing | five (id-five) | The deadline has passed | - |
                        | Billing | four (id-four) | The run was not seen to finish; last status&#58; hibernating | \
                        [conversation](https://portal.example/call-four) |
                        """);
    }

    @Test
    void hasNoFurtherPartsIfEveryRunPassed() throws IOException {
        assertThat(write(Reports.report(Reports.suite("s", Reports.passed("a")))))
                .startsWith("## Passed: 1 of 1 run passed\n")
                .contains("pass rate 100.0 %")
                .contains("| s | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 100.0 % | passed |")
                .doesNotContain("### Failed runs", "### Problems", "### Rubric");
    }

    @Test
    void anEmptyBatchIsNoPass() throws IOException {
        assertThat(write(Reports.report()))
                .startsWith("## Incomplete: 0 of 0 runs passed\n")
                .contains("pass rate -.")
                .doesNotContain("###");
    }

    @Test
    void saysThatTheBatchWasInterrupted() throws IOException {
        assertThat(write(Reports.interrupted(Reports.suite("s", Reports.run("a", TestRunStatus.PENDING)))))
                .startsWith("## Interrupted: 0 of 1 run passed\n")
                .contains("| s | a (id-a) | The run was not seen to finish; last status&#58; pending |");
    }

    @Test
    void doesNotRoundThePassRateUp() throws IOException {
        ReportedRun[] runs = IntStream.range(0, 2_000)
                .mapToObj(number -> number == 0 ? Reports.failed("a") : Reports.passed("a"))
                .toArray(ReportedRun[]::new);

        assertThat(write(Reports.report(Reports.suite("s", runs))))
                .contains("pass rate 99.9 %")
                .doesNotContain("100.0 %");
    }

    @Test
    void countsRubricItemsOncePerRunAndSortsThemByCount() throws IOException {
        String page = write(Reports.report(Reports.suite(
                "s",
                Reports.failed("a", "rare", "often", "often"),
                Reports.failed("b", "often"),
                Reports.run("c", TestRunStatus.ERROR, Reports.item("unjudged", TestRunStatus.PENDING)))));

        assertThat(page).contains("| often | 2 |\n| rare | 1 |\n").doesNotContain("| unjudged | 1 |");
    }

    @Test
    void truncatesLongListsOfFailedItems() throws IOException {
        assertThat(write(Reports.report(Reports.suite("s", Reports.failed("a", "1", "2", "3", "4", "5", "6", "7")))))
                .contains("| 1, 2, 3, 4, 5 and 2 more |");
    }

    @Test
    void showsTheWorstSuitesFirstAndCountsTheRest() throws IOException {
        List<ReportedItem> suites = new ArrayList<>();
        IntStream.range(0, 150).forEach(number -> suites.add(Reports.suite("good " + number, Reports.passed("a"))));
        suites.add(Reports.suite("bad", Reports.failed("a")));
        suites.add(Reports.suite("worse", Reports.failed("a"), Reports.failed("b")));

        assertThat(write(Reports.report(suites.toArray(ReportedItem[]::new))))
                .containsSubsequence(
                        "| worse | 2 |", "| bad | 1 |", "| good 0 |", "| good 97 |", "\n\n52 more not shown.\n")
                .doesNotContain("good 98");
    }

    @Test
    void twentyThousandFailedRunsFitOnThePage() throws IOException {
        String page = write(Reports.allFailed(20_000));

        assertThat(Files.size(file())).isLessThan(MEBIBYTE);
        assertThat(page)
                .startsWith("## Failed: 0 of 20000 runs passed\n")
                .contains("| test 199 (id-test 199) |", "\n\n19800 more not shown.\n", "| item 0 | 2858 |")
                .doesNotContain("| test 200 (");
    }

    @Test
    void longNamesFitOnThePage() throws IOException {
        String name = "|😀".repeat(500);
        ReportedRun failed = Reports.failed(name, name + 1, name + 2, name + 3, name + 4, name + 5, name + 6);
        ReportedRun lost = Reports.givenUp(name, TestRunStatus.RUNNING, name);
        ReportedItem[] items = IntStream.range(0, 300)
                .mapToObj(number -> Reports.withProblem(Reports.suite(number + name, failed, lost), name))
                .toArray(ReportedItem[]::new);
        BatchReport report = BatchReport.builder(name, Reports.STARTED, Duration.ZERO, List.of(items))
                .build();

        String page = write(report);

        assertThat(Files.size(file())).isBetween(MEBIBYTE / 2L, MEBIBYTE - 1L);
        assertThat(page).contains("### Suites", "### Rubric", "### Failed runs", "### Problems", "more not shown");
    }

    @Test
    void hostileTextIsNotMarkup() throws IOException {
        String page = write(Reports.hostile());

        assertThat(page.replaceAll("\\[conversation]\\(https://portal\\.example/[-.\\w*%]*\\)", ""))
                .doesNotContain("<img", "](", "https://", "www.evil", "@somebody", "**b**", "\n#  ")
                .doesNotContain("\u0000", "\u001b", "\u202e", "\ud83d and", "\r", "<![CDATA[");
        assertThat(page.lines().filter(line -> line.startsWith("|")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                line.chars().filter(each -> each == '|').count())
                        .isIn(3L, 5L, 7L, 11L));
        assertThat(page.lines())
                .allMatch(line -> line.isEmpty() || line.matches("(\\| |## |### |Batch |\\d).*"), "a line of our own");
    }

    @Test
    void showsTheNamesOfSingleTestsBesideTheirIds() throws IOException {
        ReportedItem version = Reports.withVersion(Reports.test("t"), "v2");
        ReportedItem refused = Reports.withOutcome(version, ItemOutcome.NOT_TRIGGERED, "404");
        assertThat(write(Reports.report(refused, Reports.test("u", Reports.passed("u")))))
                .contains("| name of t (t) &#40;version v2&#41; | - | 404 | - |");
        assertThat(write(Reports.report(refused)))
                .contains(" Tested: version v2.\n", "| name of t (t) | - | 404 | - |");
    }

    @Test
    void saysHowManyVersionsItDoesNotName() throws IOException {
        ReportedItem[] tests = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> Reports.withVersion(Reports.test("t", Reports.passed("a")), "v" + number + "*"))
                .toArray(ReportedItem[]::new);

        assertThat(write(Reports.report(tests)))
                .contains(" Tested: version v1&#42;, version v2&#42;, ", "version v10&#42;, 2 more versions.\n");
        assertThat(write(Reports.report())).contains("took 1 min 05 s.\n");
    }

    @Test
    void countsTheProblemsThatItDoesNotShow() throws IOException {
        NotStarted[] tests = IntStream.range(0, 250)
                .mapToObj(number -> Reports.notStarted("test " + number))
                .toArray(NotStarted[]::new);

        assertThat(write(Reports.report(Reports.withNotStarted(
                        Reports.suite("s", Reports.givenUp("lost", TestRunStatus.RUNNING, "why")), tests))))
                .contains("| s | - | 250 tests not started | - |", "| s | test 98 (id-test 98) |")
                .contains("\n\n152 more not shown.\n")
                .doesNotContain("test 99", "lost");
    }

    @Test
    void findsTheMostFrequentOfManyRubricItems() throws IOException {
        ReportedRun[] runs = IntStream.range(0, 3_000)
                .mapToObj(number -> Reports.failed("a", "item " + number, "often " + number % 30))
                .toArray(ReportedRun[]::new);

        assertThat(write(Reports.report(Reports.suite("s", runs))))
                .containsSubsequence(
                        "| often 0 | 100 |", "| often 1 | 100 |", "| often 10 | 100 |", "| often 26 | 100 |")
                .contains("\n\n3010 more not shown.\n")
                .doesNotContain("| item 0 |", "| often 9 |");
    }

    @Test
    void requiresATemplate() {
        assertThatNullPointerException().isThrownBy(() -> MarkdownReport.write(Reports.report(), null, file()));
    }

    private String write(BatchReport report) throws IOException {
        MarkdownReport.write(report, TEMPLATE, file());
        return Files.readString(file());
    }

    private Path file() {
        return directory.resolve("summary.md");
    }
}
