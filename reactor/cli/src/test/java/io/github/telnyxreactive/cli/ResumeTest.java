package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.cli.internal.journal.Journal;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that ended at any line of its journal can be resumed, and nothing is triggered twice. */
class ResumeTest {

    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String LIST_RUNS = "assistants.tests.testSuites.runs.list";
    private static final String RETRIEVE_RUN = "assistants.tests.runs.retrieve";
    private static final String LIST_TESTS = "assistants.tests.list";

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(1, 0, 0)
            .start();

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void setUp() {
        simulator.addSuite("checkout", 3);
        simulator.addSuite("support", 2);
        journal = folder.resolve("journal.jsonl");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private Result begin(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("run", "checkout", "support", "--journal=" + journal), Stream.of(more))
                .toArray(String[]::new);
        return Cli.to(simulator).run(arguments);
    }

    private Result resume(String... more) {
        return resume(InstantSource.system(), more);
    }

    private Result resume(InstantSource clock, String... more) {
        String[] arguments = Stream.concat(Stream.of("run", "--resume=" + journal), Stream.of(more))
                .toArray(String[]::new);
        return Cli.to(simulator).at(clock).run(arguments);
    }

    /** Keeps some lines of the journal, as if the process had been killed after them. */
    private void keep(Predicate<String> line) throws IOException {
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.stream().filter(line).toList());
    }

    private void assertAllPassed(Result result) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .last()
                .asString()
                .matches("5 runs of 2 suites in .*: 5 passed, 0 failed, 0 error");
        assertThat(simulator.runs()).hasSize(5);
    }

    @Test
    void reportsACompleteBatchWithoutRequests() {
        begin();
        simulator.clearRequests();

        Result result = Cli.to(simulator).with("TELNYX_API_KEY", "").run("run", "--resume=" + journal);

        assertAllPassed(result);
        assertThat(result.outLines()).anyMatch(line -> line.matches("  A calm caller: refund .* +passed .*"));
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void triggersWhatWasNotBegun() throws IOException {
        begin();
        keep(line -> line.contains("\"format\""));

        // The simulator still knows the idempotency keys, so these are the runs of the first time.
        assertAllPassed(resume());
    }

    @Test
    void triggersWhatWasBegunWithTheSameIdempotencyKey() throws IOException {
        begin();
        String key = simulator.requests(TRIGGER).get(0).header("idempotency-key");
        keep(line -> line.contains("\"format\"") || line.contains("\"begun\""));
        simulator.clearRequests();

        assertAllPassed(resume());
        assertThat(simulator.requests(TRIGGER))
                .extracting(request -> request.header("idempotency-key"))
                .hasSize(2)
                .contains(key);
    }

    @Test
    void followsWhatWasTriggered() throws IOException {
        begin();
        keep(line -> !line.contains("\"ended\"") && !line.contains("\"names\""));
        simulator.clearRequests();

        assertAllPassed(resume());
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertThat(simulator.requestCount(LIST_RUNS)).isPositive();
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(2);
    }

    @Test
    void continuesAfterAnyLineOfTheJournal() throws IOException {
        begin();
        List<String> all = Files.readAllLines(journal);
        assertThat(all).hasSizeGreaterThanOrEqualTo(12);

        for (int lines = 1; lines <= all.size(); lines++) {
            Files.writeString(journal, String.join("\n", all.subList(0, lines)) + "\n{\"entry\":\"en");

            assertAllPassed(resume());
            assertAllPassed(resume());
        }
    }

    @Test
    void retriesWhatCouldNotBeTriggered() {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.status(418, "tea", "text/plain")));
        Result first = begin();
        assertThat(first.exitCode()).isEqualTo(2);
        assertThat(first.outLines())
                .last()
                .asString()
                .isEqualTo("To resume this batch: telnyx-batch run --resume " + journal);

        assertAllPassed(resume());
    }

    @Test
    void followsAgainWhatWasGivenUp() {
        simulator.inject(FaultRule.on(LIST_RUNS).inject(Fault.status(418, "tea", "text/plain")));
        simulator.inject(FaultRule.on(RETRIEVE_RUN).inject(Fault.status(418, "tea", "text/plain")));
        assertThat(begin().exitCode()).isEqualTo(2);
        simulator.clearFaults();

        assertAllPassed(resume());
    }

    @Test
    void triggersNothingAgainOnceItsIdempotencyKeyHasExpired() throws IOException {
        begin();
        keep(line -> line.contains("\"format\"") || line.contains("\"begun\""));
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(24)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .allMatch(line -> line.contains("it is not known whether it was") && line.contains("look at its runs"))
                .hasSize(1);
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void followsWhatWasTriggeredEvenIfItsIdempotencyKeyHasExpired() throws IOException {
        begin();
        keep(line -> !line.contains("\"ended\""));

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofDays(3)));

        assertAllPassed(result);
        assertThat(result.outLines()).last().asString().contains("in 72 h 00 min");
    }

    @Test
    void triggersWithoutFailFastWhatFailFastHasSkipped() {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.status(418, "tea", "text/plain")));

        assertThat(begin("--fail-fast").exitCode()).isEqualTo(2);

        assertAllPassed(resume());
    }

    private static boolean isOnlyBegun(String line) {
        return line.contains("\"format\"") || line.contains("\"begun\"");
    }

    private void append(String... lines) throws IOException {
        Files.writeString(journal, String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }

    private void edit(UnaryOperator<String> edit) throws IOException {
        Files.writeString(journal, edit.apply(Files.readString(journal)));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 422})
    void noRefusalOfARepetitionShowsThatNothingRuns(int status) throws IOException {
        begin();
        keep(ResumeTest::isOnlyBegun);
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(status, "{\"errors\":[]}", "application/json")));
        Path json = folder.resolve("report.json");

        Result result = resume("--json=" + json);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("it is not known whether it was triggered at 20");
        assertThat(json).content().contains("it is not known whether it was triggered at 20");

        simulator.clearFaults();
        simulator.clearRequests();
        String content = Files.readString(journal);
        Result tooLate = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(25)));
        assertThat(tooLate.exitCode()).isEqualTo(2);
        assertThat(tooLate.err()).contains("could run it twice");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        Files.writeString(journal, content);

        assertAllPassed(resume());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'entry':'withdrawn','item':0}",
                "{'entry':'trigger_failed','item':0,'problem':'no such suite','unknown':false}"
            })
    void aLaterProcessTakesNothingBack(String later) throws IOException {
        begin("--fail-fast");
        keep(ResumeTest::isOnlyBegun);
        String now = Instant.now().toString();
        append("{\"entry\":\"begun\",\"item\":0,\"at\":\"" + now + "\"}", later.replace('\'', '"'));
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(25)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("checkout", "support", "could run it twice");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void repeatsNothingIfTheJournalIsAheadOfTheClock() throws IOException {
        begin();
        keep(ResumeTest::isOnlyBegun);
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-15)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains("checkout", "support", "is ahead of the clock of this machine");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertAllPassed(resume());
    }

    @Test
    void continuesWithADeadlineThatIsLongerThanTheLifeOfAKey() throws IOException {
        begin();
        keep(ResumeTest::isOnlyBegun);

        assertAllPassed(resume("--deadline=48h"));
    }

    @Test
    void doesNotResumeAtAnotherAddress() throws IOException {
        begin();
        keep(ResumeTest::isOnlyBegun);
        try (Simulator other = Simulator.start()) {
            other.addSuite("checkout", 3);
            other.addSuite("support", 2);

            Result result = Cli.to(other).run("run", "--resume=" + journal, "--same-account");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.errLines())
                    .singleElement()
                    .asString()
                    .contains(
                            "the batch was started at " + simulator.baseUrl(),
                            other.baseUrl(),
                            "nothing was triggered");
            assertThat(other.runs()).isEmpty();
        }
    }

    private static String withAnotherKey(String content) {
        return content.replaceFirst("\"fingerprint\":\"[0-9a-f]{8}", "\"fingerprint\":\"00000000");
    }

    @Test
    void doesNotResumeWithAKeyOfAnotherAccount() throws IOException {
        begin();
        keep(line -> !line.contains("\"ended\""));
        edit(content -> withAnotherKey(content).replaceAll("\"run_?[iI]d\":\"[^\"]{8}", "$0x"));
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains(
                        "the API key is not the one", "cannot read the run", "nothing was triggered", "--same-account");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertThat(simulator.requestCount(RETRIEVE_RUN)).isEqualTo(1);
    }

    @Test
    void resumesWithAnotherKeyThatCanReadARun() throws IOException {
        begin();
        keep(line -> !line.contains("\"ended\""));
        edit(ResumeTest::withAnotherKey);

        assertAllPassed(resume());
    }

    @Test
    void withoutARunAnotherKeyNeedsTheWordOfTheUser() throws IOException {
        begin();
        keep(ResumeTest::isOnlyBegun);
        edit(ResumeTest::withAnotherKey);
        simulator.clearRequests();

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("there is no run yet", "--same-account");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
        assertAllPassed(resume("--same-account"));
    }

    @Test
    void aJournalOfAnEarlierVersionNeedsTheWordOfTheUserToo() throws IOException {
        begin();
        keep(ResumeTest::isOnlyBegun);
        edit(content -> content.replace("\"format\":2", "\"format\":1").replaceFirst("\"account\":\\{[^}]*},", ""));

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains("written by an earlier version", "--same-account");
        assertAllPassed(resume("--same-account"));
    }

    @Test
    void theJournalDoesNotContainTheKey() {
        begin();

        assertThat(journal).content().contains(simulator.baseUrl()).doesNotContain(simulator.apiKey());
    }

    @Test
    void sameAccountIsForResuming() {
        Result result = begin("--same-account");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).first().asString().contains("--same-account is for --resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {TRIGGER, LIST_RUNS})
    void survivesAKeyThatIsRevoked(String operation) {
        FaultRule.Builder rule = FaultRule.on(operation);
        simulator.inject((operation.equals(TRIGGER) ? rule.after(1) : rule)
                .inject(Fault.status(401, "{\"errors\":[]}", "application/json")));
        Path json = folder.resolve("report.json");

        Result result = begin("--json=" + json);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .contains("telnyx-batch: the API key is not accepted any more: set TELNYX_API_KEY to a key that is,"
                        + " then continue with: telnyx-batch run --resume " + journal);
        assertThat(json).content().contains("checkout", "support", "run_id");
        simulator.clearFaults();
        assertAllPassed(resume());
    }

    @Test
    void theLimitOfRunsCountsThoseBefore() {
        assertThat(begin("--max-runs=3").exitCode()).isEqualTo(2);
        assertThat(simulator.runs()).hasSizeLessThanOrEqualTo(3);
        int before = simulator.runs().size();

        assertThat(resume().exitCode()).isEqualTo(2);
        assertThat(simulator.runs()).hasSize(before);

        assertAllPassed(resume("--max-runs=5"));
    }

    @Test
    void theLimitOfRunsCountsThoseThatMayExist() throws IOException {
        begin("--max-runs=5");
        keep(line -> line.contains("\"format\"") || line.contains("\"begun\"") && line.contains("\"item\":0"));
        simulator.clearRequests();

        Result result = resume(InstantSource.offset(InstantSource.system(), Duration.ofHours(25)), "--max-runs=4");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("checkout: it was about to be triggered at", "support: it was not triggered");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void continuesWithTheLimitOfRunsUnderWayFromBefore() throws IOException {
        simulator.addSuite("large", 60);
        Cli.to(simulator).run("run", "large", "--concurrency=60", "--journal=" + journal);
        keep(ResumeTest::isOnlyBegun);

        Result result = resume();

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(simulator.runs()).hasSize(60);
    }

    @Test
    void takesAUrlForTheSameHoweverItIsWritten() throws IOException {
        begin();
        keep(ResumeTest::isOnlyBegun);
        String url = simulator.baseUrl().replace("http://", "HTTP://") + "/";

        assertAllPassed(Cli.to(simulator).with("TELNYX_BASE_URL", url).run("run", "--resume=" + journal));
    }

    @Test
    void aTestWithoutARunStaysMissing() throws IOException {
        begin();
        keep(line -> !line.contains("\"paused\""));
        append("{\"entry\":\"not_started\",\"item\":0,\"test\":{\"testId\":\"t\",\"testName\":\"Refund\"}}");

        Result result = resume();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: checkout: no run was started for 1 test: \"Refund\"");
    }

    @Test
    void showsIdsIfItCannotReadNames() throws IOException {
        begin();
        keep(line -> !line.contains("\"names\"") && !line.contains("\"ended\""));
        simulator.inject(FaultRule.on(LIST_TESTS).inject(Fault.status(418, "tea", "text/plain")));

        Result result = resume();

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .contains("  TEST                                  STATUS  DURATION  FAILED RUBRIC ITEMS");
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("telnyx-batch: could not read the names of some tests, so their ids are shown: ");
    }

    @Test
    void doesNotResumeARunningBatch() {
        begin();
        try (Journal held = Journal.open(journal).journal()) {
            Result result = resume();

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.errLines())
                    .containsExactly("telnyx-batch: another process is running the batch of " + held.path()
                            + ": wait until it has ended, or stop it");
        }
    }

    @Test
    void doesNotOverwriteAJournal() {
        begin();

        Result result = begin();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("already exists", "--resume " + journal);
        assertThat(simulator.runs()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"support", "--all", "--tests=t", "--each-test", "--version-id=v", "--journal=other", "--simulate"
            })
    void cannotChangeWhatIsRun(String argument) {
        Result result = resume(argument);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).singleElement().asString().contains("--resume continues with", "leave out");
    }

    @Test
    void canChangeHowItIsRun() throws IOException {
        begin();
        keep(line -> line.contains("\"format\""));
        Path json = folder.resolve("report.json");

        assertAllPassed(resume("--rate=100", "--concurrency=3", "--deadline=1m", "--json=" + json));
        assertThat(json).content().contains("checkout", "support");
    }
}
