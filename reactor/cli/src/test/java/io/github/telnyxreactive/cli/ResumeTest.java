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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
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
    private static final String RETRIEVE_TEST = "assistants.tests.retrieve";
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
