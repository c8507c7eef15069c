package io.github.telnyxreactive.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.Reports;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ProblemsTest {

    private final StringWriter err = new StringWriter();

    private Problems problems(boolean verbose) {
        return new Problems(new PrintWriter(err), verbose);
    }

    private void report(ReportedItem... items) {
        problems(false).report(Outcome.of(Reports.of(items)).problems(), Map.of());
    }

    private List<String> lines() {
        return err.toString().lines().toList();
    }

    private static NotStarted missing(int number) {
        return new NotStarted("t" + number, "Test " + number, "the service has started no run of it");
    }

    private static List<NotStarted> missingTests(int number) {
        return IntStream.range(0, number).mapToObj(ProblemsTest::missing).toList();
    }

    @Test
    void printsNothingIfNothingWentWrong() {
        report(Reports.suite("checkout", Reports.run("1", TestRunStatus.FAILED)));

        assertThat(lines()).isEmpty();
    }

    @Test
    void printsALineForEachReason() {
        report(
                Reports.suite("checkout", ItemOutcome.NOT_TRIGGERED, "gone"),
                Reports.suiteWithout("support", missingTests(1), Reports.givenUp("1", "late")),
                Reports.suite("billing", Reports.givenUp("2", "late"), Reports.givenUp("3", "late")),
                Reports.test("t", ItemOutcome.NOT_TRIGGERED, "gone"),
                Reports.suite("empty"),
                Reports.test("u", Reports.givenUp("4", "revoked")));

        assertThat(lines())
                .containsExactly(
                        "telnyx-batch: support: no run was started for 1 test: \"Test 0\" (t0)"
                                + " (the service has started no run of it)",
                        "telnyx-batch: checkout, t: gone",
                        "telnyx-batch: empty: no run was started, because the suite has no tests; check its name",
                        "telnyx-batch: support, billing: 3 runs did not finish: late",
                        "telnyx-batch: u: 1 run did not finish: revoked");
    }

    @Test
    void namesTheTestsOfRunsThatEndedInAStatusThatIsNotAResult() {
        ReportedRun timedOut = ReportedRun.builder("1", new TestRunStatus("timeout"))
                .testId("t1")
                .testName("Refund")
                .ended(true)
                .build();
        ReportedRun ofUnknownTest = ReportedRun.builder("2", new TestRunStatus("timeout"))
                .ended(true)
                .build();

        report(
                Reports.suite("checkout", timedOut, Reports.run("3", TestRunStatus.PASSED)),
                Reports.suite("support", ofUnknownTest),
                Reports.test("t", Reports.endedOtherwise("4")));

        assertThat(lines())
                .containsExactly(
                        "telnyx-batch: \"Refund\" (t1), support: 2 runs ended with the status \"timeout\", which is not"
                                + " known to be a result",
                        "telnyx-batch: t: 1 run ended with the status \"cancelled\", which is not known to be a result");
    }

    @Test
    void namesTheFirstItems() {
        report(IntStream.range(0, 12)
                .mapToObj(number -> Reports.suite("s" + number, ItemOutcome.UNKNOWN, "lost"))
                .toArray(ReportedItem[]::new));

        assertThat(lines()).containsExactly("telnyx-batch: s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 2 more: lost");
    }

    @Test
    void namesTheFirstTestsWithoutARun() {
        report(
                Reports.suiteWithout("five", missingTests(5)),
                Reports.suiteWithout("six", missingTests(6)),
                Reports.suiteWithout("many", missingTests(30)));

        assertThat(lines())
                .containsExactly(
                        "telnyx-batch: five: no run was started for 5 tests: \"Test 0\" (t0), \"Test 1\" (t1), \"Test 2\" (t2),"
                                + " \"Test 3\" (t3), \"Test 4\" (t4) (the service has started no run of it)",
                        "telnyx-batch: six: no run was started for 6 tests: \"Test 0\" (t0), \"Test 1\" (t1), \"Test 2\" (t2),"
                                + " \"Test 3\" (t3), \"Test 4\" (t4) and 1 more (the service has started no run of it)",
                        "telnyx-batch: many: no run was started for 30 tests: \"Test 0\" (t0), \"Test 1\" (t1), \"Test 2\" (t2),"
                                + " \"Test 3\" (t3), \"Test 4\" (t4) and 25 more (the service has started no run of it)");
    }

    @Test
    void saysHowManyReasonsAreLeftOut() {
        report(IntStream.range(0, 101)
                .mapToObj(number -> Reports.suite("s" + number, ItemOutcome.UNKNOWN, "problem " + number))
                .toArray(ReportedItem[]::new));

        assertThat(lines())
                .hasSize(101)
                .last()
                .isEqualTo("telnyx-batch: ... and 1 more problem; --junit, --json and --markdown write all of them to"
                        + " files");
    }

    @Test
    void replacesCharactersThatMoveTheCursor() {
        report(
                Reports.suite("a\u001b[2J", ItemOutcome.UNKNOWN, "lost"),
                Reports.suiteWithout("b\nc", List.of(new NotStarted("t", "d\re", "?"))));

        assertThat(lines())
                .containsExactly(
                        "telnyx-batch: b?c: no run was started for 1 test: \"d?e\" (t) (?)",
                        "telnyx-batch: a?[2J: lost");
    }

    @Test
    void printsStackTracesOnRequestAsFarAsTheyAreKnown() {
        Outcome outcome = Outcome.of(Reports.of(
                Reports.suite("checkout", ItemOutcome.NOT_TRIGGERED, "gone"),
                Reports.suite("support", ItemOutcome.NOT_TRIGGERED, "said by an earlier process"),
                Reports.suiteWithout("billing", List.of(new NotStarted("t", null, "refused"))),
                Reports.suite("refunds", Reports.givenUp("1", "late"))));
        Map<String, Throwable> causes = Map.of(
                "gone", new IllegalStateException("first"),
                "refused", new IllegalStateException("second"),
                "late", new IllegalStateException("third"));

        problems(true).report(outcome.problems(), causes);
        assertThat(lines())
                .filteredOn(line -> !line.startsWith("\t"))
                .containsExactly(
                        "telnyx-batch: billing: no run was started for 1 test: t (refused)",
                        "java.lang.IllegalStateException: second",
                        "telnyx-batch: checkout: gone",
                        "java.lang.IllegalStateException: first",
                        "telnyx-batch: support: said by an earlier process",
                        "telnyx-batch: refunds: 1 run did not finish: late",
                        "java.lang.IllegalStateException: third");

        err.getBuffer().setLength(0);
        problems(false).report(outcome.problems(), causes);
        assertThat(lines()).hasSize(4).allMatch(line -> line.startsWith("telnyx-batch: "));
    }

    @Test
    void reportsAnErrorInOneLine() {
        problems(false).report(new CommandException("two\nlines"));

        assertThat(lines()).containsExactly("telnyx-batch: two lines");
    }

    @Test
    void saysHowToGoOnAfterTheKeyWasRejected() {
        problems(false).reportRejection("telnyx-batch run --resume file");
        problems(false).reportRejection(null);

        assertThat(lines())
                .containsExactly(
                        "telnyx-batch: the API key is not accepted any more: set TELNYX_API_KEY to a key that is, then"
                                + " continue with: telnyx-batch run --resume file",
                        "telnyx-batch: the API key is not accepted any more: set TELNYX_API_KEY to a key that is, and run this"
                                + " as a new batch");
    }

    @Test
    void saysHowToGoOnAfterTheJournalCouldNotBeWritten() {
        JournalException failure =
                new JournalException(JournalException.Reason.UNWRITABLE, "could not write the journal file");

        problems(false).reportJournal(failure, "telnyx-batch run --resume file");
        problems(false).reportJournal(failure, null);

        assertThat(lines())
                .containsExactly(
                        "telnyx-batch: could not write the journal file: free space on the"
                                + " disk, then continue with: telnyx-batch run --resume file",
                        "telnyx-batch: could not write the journal file: free space on the" + " disk");
    }

    @Test
    void saysHowToGoOnAfterAnError() {
        problems(false).reportEnd(new IllegalStateException("?"), "telnyx-batch run --resume file");
        problems(false).reportEnd(new OutOfMemoryError("Java heap space"), null);

        assertThat(lines())
                .containsExactly(
                        "telnyx-batch: IllegalStateException: ?; all that was done is in the journal, so continue with:"
                                + " telnyx-batch run --resume file",
                        "telnyx-batch: OutOfMemoryError: Java heap space; give the program more memory (java -Xmx...)");
    }

    @ParameterizedTest
    @CsvSource({"--mask --verbose, true", "--verbose --mask, true", "--verbose, false"})
    void masksEverythingIfTheCommandIsToldTo(String options, boolean isMasked) {
        Problems problems = Problems.of(command(options.split(" ")));
        JournalException failure =
                new JournalException(JournalException.Reason.UNWRITABLE, "could not write of +12025550134");

        problems.report(failure);
        problems.reportJournal(failure, null);
        problems.reportEnd(new IllegalStateException("no +12025550134"), null);
        problems.report(
                Outcome.of(Reports.of(
                                Reports.suite("a", ItemOutcome.NOT_TRIGGERED, isMasked ? "+1202…34" : "+12025550134")))
                        .problems(),
                Map.of("+12025550134", new IllegalStateException("found")));

        assertThat(lines()).contains("java.lang.IllegalStateException: found");
        assertThat(err.toString().contains("+12025550134")).isNotEqualTo(isMasked);
        assertThat(err.toString().contains("+1202…34")).isEqualTo(isMasked);
    }

    /** Returns a command that was given some options. */
    private CommandLine command(String... options) {
        CommandSpec spec = CommandSpec.create();
        for (String option : List.of("--mask", "--verbose")) {
            spec.addOption(OptionSpec.builder(option).type(boolean.class).build());
        }
        CommandLine command = new CommandLine(spec).setErr(new PrintWriter(err));
        command.parseArgs(options);
        return command;
    }
}
