package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent.OutcomeUnknown;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** A service that forgets idempotency keys at once runs what is triggered again twice. Then it is said. */
class ForgottenKeysTest {

    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";
    private static final String LIST = "assistants.tests.testSuites.runs.list";
    private static final int TESTS = 3;

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .outcomes(1, 0, 0)
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(30))
            .unkindness(Unkindness.builder().forgottenKeys(Duration.ZERO).build())
            .start();

    private final TelnyxClient client = Clients.of(simulator).build();
    private final List<AssistantTest> tests = simulator.addSuite("checkout", TESTS);
    private TotalsCollector totals = new TotalsCollector();

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .maxLag(Duration.ZERO)
                .polling(new PollingSchedule(Duration.ofMillis(10), Duration.ofMillis(30), 1.5, 0.2));
    }

    private Path journal() {
        return folder.resolve("batch.jsonl");
    }

    private List<BatchEvent> run(BatchItem... work) {
        return run(options(), work);
    }

    private List<BatchEvent> run(BatchOptionsBuilder options, BatchItem... work) {
        totals = new TotalsCollector();
        return client.ai()
                .assistants()
                .tests()
                .batch(options.build())
                .run(Flux.just(work), FileJournal.at(journal()), totals)
                .collectList()
                .block();
    }

    private Set<String> created(boolean isSuite) {
        return simulator.createdRuns().stream()
                .map(run -> isSuite ? run.suiteRunId() : run.runId())
                .collect(Collectors.toSet());
    }

    /** Asserts that one item is said to be doubled, and returns the ids of the runs that are said to be others. */
    private static List<String> doubled(List<BatchEvent> events) {
        List<OutcomeUnknown> unknown = events.stream()
                .filter(OutcomeUnknown.class::isInstance)
                .map(OutcomeUnknown.class::cast)
                .toList();
        assertThat(unknown).hasSize(1);
        assertThat(events).endsWith(unknown.get(0));
        assertThat(unknown.get(0).isPartial()).isTrue();
        PossiblyDoubledException error =
                (PossiblyDoubledException) unknown.get(0).error();
        error.others().forEach(id -> assertThat(error).hasMessageContaining(id));
        return error.others();
    }

    private static Set<String> suiteRuns(List<BatchEvent> events) {
        return events.stream()
                .filter(BatchEvent.Triggered.class::isInstance)
                .flatMap(event -> ((BatchEvent.Triggered) event).runs().stream())
                .map(run -> run.testSuiteRunId() == null ? run.runId() : run.testSuiteRunId())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSuiteMayHaveRunSeveralTimes(int lost) {
        simulator.inject(FaultRule.on(TRIGGER).times(lost).inject(Fault.resetAfterProcessing()));

        List<BatchEvent> events = run(BatchItem.suite("checkout"));

        Set<String> all = created(true);
        assertThat(all).hasSize(1 + lost);
        all.removeAll(suiteRuns(events));
        assertThat(doubled(events)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(totals.totals().overall().isAllPassed()).isFalse();
        assertThat(totals.totals().overall().finished()).isEqualTo(TESTS);
    }

    @Test
    void aTestMayHaveRunTwice() {
        simulator.inject(FaultRule.on(TRIGGER_TEST).times(1).inject(Fault.resetAfterProcessing()));

        List<BatchEvent> events = run(BatchItem.test(tests.get(0).testId()));

        Set<String> all = created(false);
        all.removeAll(suiteRuns(events));
        assertThat(doubled(events)).hasSize(1).containsExactlyElementsOf(all);
    }

    @Test
    void aTestOfASuiteMayHaveRunTwice() {
        simulator.inject(FaultRule.on(TRIGGER_TEST).times(1).inject(Fault.resetAfterProcessing()));

        List<BatchEvent> events = run(options().maxConcurrentRuns(2), BatchItem.suite("checkout"));

        Set<String> all = created(false);
        assertThat(all).hasSize(TESTS + 1);
        all.removeAll(suiteRuns(events));
        assertThat(events.stream()
                        .filter(OutcomeUnknown.class::isInstance)
                        .map(event -> ((PossiblyDoubledException) ((OutcomeUnknown) event).error()).others()))
                .containsExactly(List.copyOf(all));
    }

    @Test
    void otherItemsOfTheBatchAreNotMeant() {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.resetBeforeProcessing()));

        List<BatchEvent> events =
                run(BatchItem.suite("checkout"), BatchItem.suite("checkout").repetition(2));

        assertThat(created(true)).hasSize(2);
        assertThat(events).noneMatch(OutcomeUnknown.class::isInstance);
        assertThat(totals.totals().overall().isAllPassed()).isTrue();
    }

    @Test
    void anEarlierProcessMayHaveTriggeredIt() throws IOException {
        run(BatchItem.suite("checkout"));
        keep("batch", "begun");

        List<BatchEvent> events = run(BatchItem.suite("checkout"));

        assertThat(doubled(events)).hasSize(1);
        assertThat(created(true)).hasSize(2);
    }

    /** Whether it was said or not: neither is a later process silent. */
    @ParameterizedTest
    @ValueSource(strings = {"unknown", "ended", "started"})
    void whatIsResumedAfterwardsIsStillDoubtful(String last) throws IOException {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.resetAfterProcessing()));
        List<String> others = doubled(run(BatchItem.suite("checkout")));
        List<String> kinds = List.of("batch", "begun", "started", "ended", "unknown");
        keep(kinds.subList(0, kinds.indexOf(last) + 1).toArray(String[]::new));
        simulator.clearRequests();

        assertThat(doubled(run())).isEqualTo(others);
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void whatWasTriggeredOnceCostsNoList() {
        List<BatchEvent> events = run(BatchItem.test(tests.get(0).testId()));

        assertThat(events).noneMatch(OutcomeUnknown.class::isInstance);
        assertThat(simulator.requestCount("assistants.tests.runs.list")).isZero();
    }

    @Test
    void aListThatIsRefusedSaysNothing() {
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.resetAfterProcessing()));
        simulator.inject(FaultRule.on(LIST).inject(Fault.status(403, "{}", "application/json")));

        List<BatchEvent> events = run(BatchItem.suite("checkout"));

        assertThat(events).noneMatch(OutcomeUnknown.class::isInstance);
        assertThat(simulator.createdRuns()).extracting(CreatedRun::origin).contains(CreatedRun.Origin.FORGOTTEN_KEY);
    }

    /** Keeps the entries of some kinds. */
    private void keep(String... kinds) throws IOException {
        List<String> lines = Files.readAllLines(journal()).stream()
                .filter(line -> Arrays.stream(kinds).anyMatch(kind -> line.contains("\"entry\":\"" + kind + "\"")))
                .toList();
        Files.write(journal(), lines);
    }
}
