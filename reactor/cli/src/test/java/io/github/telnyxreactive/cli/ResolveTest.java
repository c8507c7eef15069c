package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** What is unknown of a batch is listed with what exists, and a person decides. */
class ResolveTest extends ResumeScene {

    private static final Duration TOO_LONG = Duration.ofHours(25);

    /** Triggers both suites so long ago that their keys are forgotten, and lets the process be killed before the responses. */
    private void loseResponses() throws IOException {
        ago = TOO_LONG;
        begin();
        keep(ResumeScene::isOnlyBegun);
        age(TOO_LONG);
        ago = Duration.ZERO;
        simulator.clearRequests();
    }

    private Result resolve(String... more) {
        return resolve(Cli.to(simulator), more);
    }

    private Result resolve(Cli cli, String... more) {
        return cli.run(Stream.concat(Stream.of("resolve", journal.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private String suiteRun(String suite) {
        return simulator.createdRuns().stream()
                .filter(run -> suite.equals(run.suite()))
                .map(CreatedRun::suiteRunId)
                .findFirst()
                .orElseThrow();
    }

    private List<ReportedItem> reported() throws IOException {
        List<ReportedItem> items = new ArrayList<>();
        JournalReport.read(journal).report(false, "not begun").items().forEach(items::add);
        return items;
    }

    private void assertNothingIsTriggered() {
        assertThat(simulator.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void listsWhatExists() throws IOException {
        loseResponses();
        String content = Files.readString(journal);

        Result result = resolve();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .anyMatch(line -> line.equals("Item 1, suite checkout: no response to its trigger was recorded"))
                .anyMatch(line -> line.equals("Item 2, suite support: no response to its trigger was recorded"))
                .filteredOn(line -> line.contains(suiteRun("checkout")))
                .hasSize(3)
                .allMatch(line -> line.matches("  \\S+  \\S+  .+: .+ passed +\\S+Z"));
        assertThat(result.outLines())
                .last()
                .asString()
                .isEqualTo("To decide: telnyx-batch resolve " + journal
                        + " --item NUMBER --runs ID,ID or --item NUMBER --not-started");
        simulator.runs().forEach(run -> assertThat(result.out()).contains(run.runId()));
        assertNothingIsTriggered();
        assertThat(simulator.requestCount(LIST_RUNS)).isEqualTo(2);
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(2);
        assertThat(simulator.requestCount()).isEqualTo(4);
        assertThat(journal).hasContent(content);
    }

    @ParameterizedTest
    @CsvSource({"40", "80", "200"})
    void theTableFitsTheTerminal(int columns) throws IOException {
        loseResponses();

        Result result = resolve(Cli.to(simulator).onATerminalOf(columns));

        assertThat(result.outLines())
                .filteredOn(line -> line.startsWith("  ") && !line.endsWith("."))
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(line -> line.replaceAll("\u001b\\[\\d+m", "").length() <= columns);
        simulator.runs().forEach(run -> assertThat(result.out()).contains(run.runId()));
    }

    @Test
    void readsNoRunsThatAreOlder() throws IOException {
        ago = TOO_LONG.plusHours(1);
        try (TelnyxClient client = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .build()) {
            Mono.defer(() ->
                            client.ai().assistants().tests().testSuites().runs().trigger("checkout"))
                    .repeat(70)
                    .then()
                    .block();
        }
        loseResponses();

        Result result = resolve();

        assertThat(result.outLines())
                .filteredOn(line -> line.contains("passed"))
                .hasSize(5);
        // The list ends with the first page that has nothing but older runs.
        assertThat(simulator.requestCount(LIST_RUNS)).isEqualTo(3);
    }

    @Test
    void saysSoIfNothingIsUnknown() {
        begin();
        simulator.clearRequests();

        Result result = resolve();

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).containsExactly("No item needs a decision in " + journal + ".");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void saysWhatOnlyAResumeFindsOut() throws IOException {
        begin();
        keep(line -> !isEntry(line, "ended") && !isEntry(line, "completed"));
        simulator.clearRequests();

        Result result = resolve();

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .containsExactly(
                        "No item needs a decision in " + journal + ".",
                        "The batch is not complete. To find out the rest: telnyx-batch run --resume " + journal);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void masksPhoneNumbers() throws IOException {
        simulator.addSuite("IVR +12025550134", 1);
        ago = TOO_LONG;
        Cli.to(simulator).run("run", "IVR +12025550134", "--journal=" + journal);
        keep(ResumeScene::isOnlyBegun);
        age(TOO_LONG);
        ago = Duration.ZERO;
        Queue<String> answers = new ArrayDeque<>(List.of("nobody", "none"));

        Result listed = resolve("--mask");
        Result refused = resolve("--mask", "--item=1", "--runs=nobody");
        Result decided = resolve(Cli.to(simulator).onATerminalOf(120).asked(question -> answers.poll()), "--mask");

        assertThat(listed.outLines()).anyMatch(line -> line.startsWith("Item 1, suite IVR +1202…34: "));
        assertThat(decided.outLines()).anyMatch(line -> line.startsWith("Item 1, suite IVR +1202…34: nothing was"));
        assertThat(refused.err()).contains("+1202…34");
        assertThat(List.of(listed, refused, decided))
                .allSatisfy(result -> assertThat(result.out() + result.err()).doesNotContain("+12025550134"));
        assertThat(decided.exitCode()).isZero();
        assertThat(Files.readString(journal)).contains("IVR +12025550134").doesNotContain("…");
    }

    @Test
    void followsRunsThatBelongToTheItem() throws IOException {
        loseResponses();

        Result result =
                resolve("--item=1", "--runs=" + suiteRun("checkout"), "--item=2", "--runs=" + suiteRun("support"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines())
                .containsExactly(
                        "Item 1, suite checkout: its runs are " + suiteRun("checkout"),
                        "Item 2, suite support: its runs are " + suiteRun("support"),
                        "To resume this batch: telnyx-batch run --resume " + journal);
        assertNothingIsTriggered();
        assertThat(reported()).allSatisfy(item -> {
            assertThat(item.outcome()).isEqualTo(ItemOutcome.TRIGGERED);
            assertThat(item.problem()).isNull();
        });
        assertAllPassed(resume());
        assertNothingIsTriggered();
        assertThat(resolve().exitCode()).isZero();
    }

    @Test
    void aRunBringsTheOthersOfItsSuiteRun() throws IOException {
        loseResponses();
        String run = simulator.createdRuns().stream()
                .filter(created -> "checkout".equals(created.suite()))
                .map(CreatedRun::runId)
                .findFirst()
                .orElseThrow();

        Result result = resolve("--item=1", "--runs=" + run);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("1 item is still unknown.");
        assertThat(reported().get(0).runs()).hasSize(3);
    }

    @Test
    void triggersAgainWithANewKeyWhatWasNotStarted() throws IOException {
        loseResponses();
        String key = key("support");

        Result result = resolve("--item=2", "--not-started", "--item=1", "--runs=" + suiteRun("checkout"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines())
                .first()
                .asString()
                .isEqualTo("Item 2, suite support: nothing was started, so the batch triggers it again when it is"
                        + " resumed, with a new key, since the service may have forgotten the old one");
        assertThat(reported().get(1).outcome()).isEqualTo(ItemOutcome.NOT_TRIGGERED);
        assertThat(reported().get(1).problem())
                .isEqualTo("it was decided that nothing was started; resume the batch to trigger it again");
        assertNothingIsTriggered();

        Result resumed = resume();

        assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
        assertThat(resumed.outLines()).last().asString().contains("5 passed");
        assertThat(simulator.requests(TRIGGER))
                .singleElement()
                .satisfies(request -> assertThat(request.header("idempotency-key"))
                        .isNotEqualTo(key)
                        .isNotBlank());
        assertThat(simulator.runs()).hasSize(7);
    }

    private String key(String suite) {
        return simulator.createdRuns().stream()
                .filter(run -> suite.equals(run.suite()))
                .map(CreatedRun::idempotencyKey)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void triggersAgainWithTheSameKeyWhileItIsRemembered() throws IOException {
        begin();
        keep(ResumeScene::isOnlyBegun);
        simulator.clearRequests();

        assertThat(resolve().out()).contains("may find out: it triggers it again with the same key");
        Result result = resolve("--item=1", "--not-started", "--item=2", "--not-started");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("with the same key before", "and with a new one later");
        // What was started in spite of the decision is found, and nothing is started twice.
        assertAllPassed(Cli.to(simulator).timedBy(new FastTime(20)).run("run", "--resume=" + journal));
        assertThat(simulator.requests(TRIGGER))
                .extracting(request -> request.header("idempotency-key"))
                .containsExactlyInAnyOrder(key("checkout"), key("support"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --item=1 --runs=SUPPORT                          | the service shows no run SUPPORT of the suite "checkout" among the first 1000 that it lists, and no such suite run: nothing was recorded
            --item=1 --runs=nobody                           | the service shows no run nobody of the suite "checkout"
            --item=3 --not-started                           | there is no unknown item 3; nothing was recorded. Unknown: 1, 2
            --item=1 --not-started --item=1 --runs=CHECKOUT  | the suite "checkout" was decided twice: nothing was recorded
            --item=1 --not-started --item=2 --runs=nobody    | the service shows no run nobody of the suite "support"
            --item=1                                         | telnyx-batch: Missing required option: (--runs=ID[,ID...]
            --item=1 --runs=a --not-started                  | --item
            --not-started                                    | --item
            """)
    void refusesWhatIsImpossible(String arguments, String reason) throws IOException {
        loseResponses();
        String content = Files.readString(journal);

        Result result = resolve(ids(arguments).split(" +"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).singleElement().asString().contains(ids(reason));
        assertThat(journal).hasContent(content);
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    private String ids(String text) {
        return text.replace("SUPPORT", suiteRun("support")).replace("CHECKOUT", suiteRun("checkout"));
    }

    @Test
    void aRunBelongsToOneItemOnly() throws IOException {
        ago = TOO_LONG;
        Cli.to(simulator).run("run", "checkout", "--journal=" + journal);
        // The second repetition of the same suite was begun as well, and has no runs.
        keep(line -> isOnlyBegun(line) || isEntry(line, "started"));
        edit(content -> content
                + content.lines()
                        .filter(line -> isEntry(line, "begun"))
                        .map(line -> line.replace("\"repeat\":1", "\"repeat\":2"))
                        .findFirst()
                        .orElseThrow()
                + "\n");
        age(TOO_LONG);
        ago = Duration.ZERO;

        assertThat(resolve().outLines())
                .contains("Item 2, suite checkout (repeat 2): no response to its trigger was recorded")
                .filteredOn(line -> line.contains(suiteRun("checkout")))
                .hasSize(3)
                .allMatch(line -> line.endsWith("suite checkout"));
        assertThat(resolve("--item=2", "--runs=" + suiteRun("checkout")).err())
                .contains("belongs to the suite \"checkout\" already")
                .contains("nothing was recorded");
    }

    @Test
    void showsVersionsThatAreKnown() throws IOException {
        ago = TOO_LONG;
        Cli.to(simulator).run("run", "checkout", "--version-id=v1", "--journal=" + journal);
        keep(ResumeScene::isOnlyBegun);
        age(TOO_LONG);
        ago = Duration.ZERO;

        assertThat(resolve().outLines())
                .anyMatch(line -> line.matches("  RUN +SUITE RUN +TEST +VERSION +STATUS +CREATED +BELONGS TO"))
                .filteredOn(line -> line.contains(suiteRun("checkout")))
                .hasSize(3)
                .allMatch(line -> line.matches("  \\S+  \\S+  .+ v1 +.+ passed +\\S+Z"));
    }

    @Test
    void decidesAboutTheTestsOfASplitSuite() throws IOException {
        ago = TOO_LONG;
        Cli.to(simulator).run("run", "checkout", "--concurrency=2", "--journal=" + journal);
        keep(ResumeScene::isOnlyBegun);
        age(TOO_LONG);
        ago = Duration.ZERO;
        List<CreatedRun> runs = simulator.createdRuns();
        simulator.clearRequests();

        Result listed = resolve();
        runs.forEach(run -> assertThat(listed.out()).contains("Item 1/" + run.testId() + ", test ", run.runId()));
        Result some = resolve(
                "--item=1", "--runs=" + runs.get(0).runId() + "," + runs.get(1).runId());
        Result rest = resolve("--item=1/" + runs.get(2).testId(), "--not-started");

        assertThat(some.exitCode()).as(some.err()).isEqualTo(3);
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertNothingIsTriggered();
        Result resumed = resume();
        assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
        assertThat(simulator.runs()).hasSize(4);
    }

    @Test
    void asksOnATerminal() throws IOException {
        loseResponses();
        Queue<String> answers = new ArrayDeque<>(List.of("nobody", suiteRun("checkout"), ""));

        Result result = resolve(Cli.to(simulator).onATerminalOf(120).asked(question -> answers.poll()));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .containsExactly(
                        "Item 1, suite checkout: ids of its runs, none if nothing was started, or nothing to leave it?",
                        "telnyx-batch: the service shows no run nobody of the suite \"checkout\""
                                + " among the first 1000 that it lists, and no such suite run: nothing was recorded",
                        "Item 1, suite checkout: ids of its runs, none if nothing was started, or nothing to leave it?",
                        "Item 2, suite support: ids of its runs, none if nothing was started, or nothing to leave it?");
        assertThat(result.outLines())
                .endsWith(
                        "Item 1, suite checkout: its runs are " + suiteRun("checkout"),
                        "1 item is still unknown.",
                        "To resume this batch: telnyx-batch run --resume " + journal);
        Result rest = resolve(Cli.to(simulator).onATerminal().answering("None"));
        assertThat(rest.exitCode()).isZero();
        assertThat(resolve().exitCode()).isZero();
        assertNothingIsTriggered();
    }

    @Test
    void needsTheAccountOfTheBatch() throws IOException {
        loseResponses();
        edit(content -> content.replaceFirst("\"fingerprint\":\"[0-9a-f]{8}", "\"fingerprint\":\"00000000"));

        assertThat(resolve().errLines())
                .singleElement()
                .asString()
                .contains("API key is not the one", "--same-account");
        assertThat(simulator.requestCount()).isZero();
        assertThat(resolve("--same-account").exitCode()).isEqualTo(3);
    }

    @Test
    void waitsForNobody() throws IOException {
        loseResponses();
        BatchJournal.Session held = FileJournal.at(journal).open().block();

        Result result = resolve("--item=1", "--not-started");

        held.close().block();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("another process is running the batch");
        assertThat(new Cli().run("resolve", folder.resolve("none").toString()).err())
                .contains("no journal");
    }

    @Test
    void isAdvisedWhereAResumeDoesNotHelp() throws IOException {
        loseResponses();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("look at its runs of that time, and resolve it");
        assertThat(result.outLines())
                .endsWith("What became of 2 items can only be decided by a person: telnyx-batch resolve " + journal);
    }
}
