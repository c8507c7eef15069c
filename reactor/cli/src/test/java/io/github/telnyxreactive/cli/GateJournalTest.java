package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal and the reports of a gate, and the options that it shares with {@code run}. */
class GateJournalTest {

    private static final String PROMOTE = "assistants.versions.promote";
    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final int TESTS = GateScene.TESTS;

    @TempDir
    Path folder;

    private final GateScene scene = new GateScene();
    private final Simulator simulator = scene.simulator;
    private final TelnyxClient client = scene.client;
    private final String assistantId = scene.assistantId;
    private final String candidate = scene.draft("Hello!");
    private Path journal;

    @BeforeEach
    void start() {
        journal = folder.resolve("gate.jsonl");
        simulator.clearRequests();
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    private Result gate(Cli cli, String... options) {
        return scene.gate(cli, candidate, options);
    }

    private Result gate(String... options) {
        return scene.gate(candidate, options);
    }

    private static BatchReport read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in);
        }
    }

    @Test
    void writesTheReportsOfRun() throws IOException {
        Path junit = folder.resolve("report.xml");
        Path json = folder.resolve("report.json");
        Path markdown = folder.resolve("report.md");
        Path summary = folder.resolve("summary.json");

        Result result = gate(
                "--journal",
                journal.toString(),
                "--junit",
                junit.toString(),
                "--json",
                json.toString(),
                "--markdown",
                markdown.toString(),
                "--summary",
                summary.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines()).contains("Journal: " + journal, "Promoted.");
        BatchReport report = read(json);
        JUnitFile.read(junit).check("gate", report);
        assertThat(markdown).content().contains("checkout");
        assertThat(summary).content().contains("\"runs_finished\":10").contains("\"exit_code\":0");
        assertThat(StreamSupport.stream(report.items().spliterator(), false).map(ReportedItem::versionId))
                .hasSize(2)
                .contains(candidate)
                .doesNotContainNull();
    }

    @Test
    void resumesWhatWasInterrupted() throws IOException {
        Path json = folder.resolve("report.json");
        Result interrupted = gate(
                Cli.to(simulator).interruptedByResponseTo(TRIGGER),
                "--journal",
                journal.toString(),
                "--json",
                json.toString());

        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(interrupted.outLines())
                .contains(
                        "Interrupted without a decision; nothing was changed. Runs that were started continue at Telnyx.",
                        "To resume this batch: the same command with --resume " + journal);
        assertThat(read(json).interrupted()).isTrue();
        assertThat(simulator.requestCount(PROMOTE)).isZero();

        Result resumed = gate("--resume", journal.toString(), "--json", json.toString());

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.outLines())
                .contains("Promoted.", "Candidate: 5 runs, 5 passed, 0 failed, 0 error (100.0 %)");
        assertThat(simulator.runs()).hasSize(2 * TESTS);
        assertThat(read(json).interrupted()).isFalse();
    }

    @Test
    void decidesAgainFromACompleteJournal() {
        gate("--journal", journal.toString(), "--decide-only");
        simulator.clearRequests();

        Result result = gate("--resume", journal.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Promoted.").noneMatch(line -> line.startsWith("To resume"));
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void isNotResumedByRun() {
        gate("--journal", journal.toString(), "--decide-only");
        simulator.clearRequests();

        Result result = Cli.to(simulator).run("run", "--resume", journal.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("is the journal of a gate", "repeat the command of the gate with --resume");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void aDecisionThatIsCarriedOutCountsMoreThanAnInterruption() {
        Result result = gate(Cli.to(simulator).interruptedByResponseTo(PROMOTE), "--journal", journal.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Promoted.");
    }

    @Test
    void aReportThatCannotBeWrittenDoesNotHideThePromotion() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Result result = gate("--json", file.resolve("report.json").toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Promoted.");
        assertThat(result.err()).contains("could not write");
    }

    @Test
    void refusesTheJournalOfAnotherGate() {
        gate("--journal", journal.toString(), "--decide-only");
        simulator.clearRequests();

        Result result = gate("--resume", journal.toString(), "--baseline", "none");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains("the journal is not of this gate, or a version or a test was changed since it was begun")
                .doesNotContain("--resume");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertThat(simulator.requestCount(PROMOTE)).isZero();
    }

    @Test
    void saysHowToGoOnAfterAnErrorOfTheService() {
        simulator.inject(FaultRule.on(TRIGGER).after(1).inject(Fault.status(401, "{}", "application/json")));

        Result result = gate("--journal", journal.toString(), "--concurrency", "5");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("the same command with --resume " + journal);
        assertThat(simulator.requestCount(PROMOTE)).isZero();
        simulator.clearFaults();
        assertThat(gate("--resume", journal.toString()).exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(2 * TESTS);
    }

    @Test
    void printsThePlanAndTriggersNothingInADryRun() {
        Result result = gate("--dry-run", "--pass-rule", "1/2", "--rate", "2");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .containsExactly(
                        "  suite checkout, version " + candidate + ": 5 tests",
                        "  suite checkout: 5 tests",
                        "",
                        "Would run 2 suites (2 times each): 20 runs, 20 of which are calls",
                        "Channels: 20 phone_call",
                        "At least 12 requests, which take at least 6.0 s, at most 50 runs under way",
                        "Nothing was triggered.");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void judgesSingleTestsByIdAndByName() {
        List<AssistantTest> tests =
                client.ai().assistants().tests().list().take(2).collectList().block();
        simulator.clearRequests();

        Result result = Cli.to(simulator)
                .run(
                        "gate",
                        "--assistant",
                        assistantId,
                        "--version-id",
                        candidate,
                        "--tests",
                        tests.get(0).testId() + "," + tests.get(1).name());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines()).contains("Promoted.", "Candidate: 2 runs, 2 passed, 0 failed, 0 error (100.0 %)");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertThat(simulator.requestCount("assistants.tests.runs.trigger")).isEqualTo(4);
    }

    @Test
    void judgesSelectedTestsOfSuites() {
        String name = Objects.requireNonNull(
                        client.ai().assistants().tests().list().blockFirst())
                .name();

        Result result = gate("--grep", "^" + Pattern.quote(name) + "$");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines()).contains("Candidate: 1 run, 1 passed, 0 failed, 0 error (100.0 %)");
        assertThat(simulator.runs()).hasSize(2);
        assertThat(gate("--grep", "nobody has this name").err()).contains("no test is selected");
    }

    @Test
    void asksBeforeManyRuns() {
        simulator.addSuite("large", 51);
        String[] command = {"gate", "large", "--assistant", assistantId, "--version-id", candidate};

        assertThat(Cli.to(simulator).run(command).exitCode()).isEqualTo(2);
        assertThat(Cli.to(simulator).answering("n").run(command).errLines())
                .last()
                .isEqualTo("telnyx-batch: nothing was triggered");
        assertThat(simulator.runs()).isEmpty();

        Result accepted = Cli.to(simulator).answering("y").run(command);

        assertThat(accepted.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(102);
        assertThat(simulator.peakRunsUnderWay()).isLessThanOrEqualTo(50);
    }

    @Test
    void limitsTheRuns() {
        Result result = gate("--max-runs", "5", "--yes");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out()).contains("more than the 5 that the batch may start in total");
        assertThat(simulator.runs()).hasSize(TESTS);
    }

    @Test
    void findsAWrongNameFirst() {
        Result result = Cli.to(simulator)
                .run("gate", "chekout", "--assistant", assistantId, "--version-id", candidate, "--journal", "x.jsonl");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no suite \"chekout\" (did you mean \"checkout\"?)");
        assertThat(Path.of("x.jsonl")).doesNotExist();
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void findsAWrongAssistantAndVersionInADryRunToo() {
        String wrong = candidate.substring(0, candidate.length() - 1) + "x";

        Result version = Cli.to(simulator)
                .run("gate", "checkout", "--assistant", assistantId, "--version-id", wrong, "--dry-run");
        Result baseline = gate("--baseline", wrong, "--dry-run");
        Result assistant = Cli.to(simulator)
                .run("gate", "checkout", "--assistant", "Front desk", "--version-id", candidate, "--dry-run");

        assertThat(List.of(version, baseline, assistant)).allMatch(result -> result.exitCode() == 2);
        assertThat(version.err())
                .contains("there is no version with the id \"" + wrong + "\" (status 404); did you mean " + candidate);
        assertThat(baseline.err()).contains("there is no version with the id \"" + wrong);
        assertThat(assistant.err())
                .contains("there is no assistant with the id \"Front desk\" (status 404); did you mean " + assistantId);
    }

    @Test
    void writesNoReportIfNothingWasRun() {
        client.ai().assistants().versions().promote(assistantId, candidate).block();
        Path json = folder.resolve("report.json");

        Result result = gate("--json", json.toString(), "--journal", journal.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.errLines()).containsExactly("telnyx-batch: no report was written, since nothing was run");
        assertThat(json).doesNotExist();
        assertThat(journal).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--resume FILE --journal other.jsonl | leave out --journal",
                "--same-account | --same-account is for --resume",
                "--resume FILE --dry-run | --dry-run is for a new gate",
                "--concurrency 0 | 0 is not at least 1",
                "--max-runs 0 | 0 is not at least 1"
            })
    void refusesOptionsThatContradictEachOther(String options) {
        String[] parts = options.split(" \\| ");

        Result result = gate(parts[0].replace("FILE", journal.toString()).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(parts[1]);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void simulatesWithTheOptionsOfRun() {
        Result result = new Cli()
                .accelerated()
                .run(
                        "gate",
                        "--simulate",
                        "--suites",
                        "2",
                        "--tests-per-suite",
                        "2",
                        "--run-duration",
                        "1s-2s",
                        "--faults",
                        "assistants.tests.list:status=503:times=1",
                        "--simulate-limit",
                        "1000");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Candidate: 4 runs, 4 passed, 0 failed, 0 error (100.0 %)");
    }
}
