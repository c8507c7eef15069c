package io.github.telnyxreactive.cli.internal.rendering;

import static io.github.telnyxreactive.cli.Runs.finished;
import static io.github.telnyxreactive.cli.Runs.item;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.Reports;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The results of a batch on terminals of some widths. */
class ResultTableTest {

    private static final String RUN = "5f0c2b1e-7a44-4c1d-9d7e-00000000000";

    private static final ReportedRun[] RUNS = {
        Reports.run(finished(RUN + "1", "t1", PASSED, Duration.ofMillis(2150)), "Refund"),
        Reports.run(
                finished(
                        RUN + "2",
                        "t2",
                        FAILED,
                        Duration.ofSeconds(185),
                        item("Greeting", FAILED),
                        item("Tone", FAILED)),
                "long ".repeat(48).strip()),
        Reports.run(
                finished(RUN + "3", "t3", FAILED, Duration.ofSeconds(1), item("丁寧な言葉遣いで対応する", FAILED)),
                "返金を求めるお客様に対応する担当者のテストです"),
        Reports.run(
                finished(RUN + "4", "t4", FAILED, Duration.ofSeconds(2), item("👩‍👩‍👧 \u001b[2J", FAILED)),
                "Family 👩‍👩‍👧 ❤️")
    };

    private static String table(int columns) {
        return String.join(
                        "\n",
                        Results.lines(
                                Outcome.of(Reports.of(Reports.suite("決済 " + "s".repeat(240), RUNS)))
                                        .tables(),
                                Style.PLAIN,
                                columns))
                + "\n";
    }

    @Test
    void at40Columns() {
        assertThat(table(40)).isEqualTo("""

                決済 ssssssssssssssssssssssssssssssssss…
                  TEST
                    STATUS    DURATION
                    FAILED RUBRIC ITEMS
                    RUN
                  Refund
                    passed       2.1 s
                  long long long long long long long lo…
                    failed  3 min 05 s
                    Greeting, Tone
                    5f0c2b1e-7a44-4c1d-9d7e-000000000002
                  返金を求めるお客様に対応する担当者の…
                    failed       1.0 s
                    丁寧な言葉遣いで対応する
                    5f0c2b1e-7a44-4c1d-9d7e-000000000003
                  Family 👩‍👩‍👧 ❤️
                    failed       2.0 s
                    👩‍👩‍👧 ?[2J
                    5f0c2b1e-7a44-4c1d-9d7e-000000000004
                """);
    }

    @Test
    void at80Columns() {
        assertThat(table(80)).isEqualTo("""

                決済 ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss…
                  TEST                              STATUS    DURATION  FAILED RUBRIC ITEMS
                    RUN
                  Refund                            passed       2.1 s
                  long long long long long long l…  failed  3 min 05 s  Greeting, Tone
                    5f0c2b1e-7a44-4c1d-9d7e-000000000002
                  返金を求めるお客様に対応する担…   failed       1.0 s  丁寧な言葉遣いで対応する
                    5f0c2b1e-7a44-4c1d-9d7e-000000000003
                  Family 👩‍👩‍👧 ❤️                      failed       2.0 s  👩‍👩‍👧 ?[2J
                    5f0c2b1e-7a44-4c1d-9d7e-000000000004
                """);
    }

    @Test
    void at200Columns() {
        assertThat(table(200)).isEqualTo("""

                決済 ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss…
                  TEST                                                                                                                STATUS    DURATION  FAILED RUBRIC ITEMS       RUN
                  Refund                                                                                                              passed       2.1 s                            5f0c2b1e-7a44-4c1d-9d7e-000000000001
                  long long long long long long long long long long long long long long long long long long long long long long lon…  failed  3 min 05 s  Greeting, Tone            5f0c2b1e-7a44-4c1d-9d7e-000000000002
                  返金を求めるお客様に対応する担当者のテストです                                                                      failed       1.0 s  丁寧な言葉遣いで対応する  5f0c2b1e-7a44-4c1d-9d7e-000000000003
                  Family 👩‍👩‍👧 ❤️                                                                                                        failed       2.0 s  👩‍👩‍👧 ?[2J                   5f0c2b1e-7a44-4c1d-9d7e-000000000004
                """);
    }

    @Test
    void longNamesAreShortenedWhereThereIsNoTerminal() {
        ReportedRun run = Reports.run(
                finished(RUN + "2", "t2", FAILED, Duration.ofSeconds(185), item("item ".repeat(48), FAILED)),
                "long ".repeat(48).strip());

        assertThat(ResultTable.lines("s", List.of(RUNS[0], run), Style.PLAIN, TableLayout.UNLIMITED))
                .containsExactly(
                        "s",
                        "  TEST                                      STATUS    DURATION  "
                                + padded("FAILED RUBRIC ITEMS") + "  RUN",
                        "  Refund                                    passed       2.1 s  " + padded("") + "  " + RUN
                                + "1",
                        "  long long long long long long long long…  failed  3 min 05 s  "
                                + padded("item ".repeat(16).strip() + "…") + "  " + RUN + "2");
    }

    private static String padded(String items) {
        return Text.padRight(items, 80);
    }

    @Test
    void runsThatPassedNeedNoIdWhereThereIsNoRoom() {
        ReportedRun passed = RUNS[0];

        assertThat(ResultTable.lines("s", List.of(passed), Style.PLAIN, 60))
                .containsExactly("s", "  TEST    STATUS  DURATION  FAILED RUBRIC ITEMS", "  Refund  passed     2.1 s");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 40, 41, 60, 79, 80, 81, 200})
    void noLineIsWiderThanTheTerminal(int columns) {
        assertThat(table(columns).lines())
                .allSatisfy(line -> assertThat(Text.width(line)).as(line).isLessThanOrEqualTo(columns));
    }

    @ParameterizedTest
    @CsvSource({"0, Tested: main version", "1, 'Tested: main version, version v1'"})
    void saysWhichVersionsWereTested(int others, String line) {
        assertThat(versions(others)).isEqualTo(line);
    }

    @Test
    void namesTheFirstOfManyVersions() {
        assertThat(versions(11))
                .startsWith("Tested: main version, version v1, ")
                .endsWith(", version v10 and more");
    }

    private static String versions(int others) {
        List<ReportedItem> items = IntStream.rangeClosed(0, others)
                .mapToObj(number -> Reports.triggered(BatchItem.Kind.SUITE, "s")
                        .versionId(number == 0 ? null : "v" + number)
                        .build())
                .toList();
        return SummaryLine.versions(Outcome.of(Reports.of(items)).versions());
    }
}
