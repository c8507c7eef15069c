package io.github.telnyxreactive.batch.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.batch.progress.SuiteEvent;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Broken;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Ended;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesMissing;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesRead;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class SuiteRunnerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(30))
            .outcomes(1, 0, 0)
            .start();
    private final TelnyxClient client = TelnyxClient.builder()
            .apiKey(simulator.apiKey())
            .baseUrl(simulator.baseUrl())
            .polling(PollingSchedule.fixed(Duration.ofMillis(5)), PATIENCE)
            .build();

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private Flux<SuiteEvent> run(String... suites) {
        return new SuiteRunner(
                        client.ai().assistants().tests(),
                        TriggerTestSuiteRunsRequest.builder().build())
                .run(List.of(suites));
    }

    private List<SuiteEvent> events(String... suites) {
        return run(suites).collectList().block(PATIENCE);
    }

    @Test
    void tellsEachChangeAndTheNamesAndTheEnd() {
        List<AssistantTest> tests = simulator.addSuite("checkout", 2);

        List<SuiteEvent> events = events("checkout");

        assertThat(events).last().isEqualTo(new Ended("checkout"));
        assertThat(events)
                .filteredOn(NamesRead.class::isInstance)
                .singleElement()
                .extracting(event -> ((NamesRead) event).names())
                .isEqualTo(Map.of(
                        tests.get(0).testId(), tests.get(0).name(),
                        tests.get(1).testId(), tests.get(1).name()));
        assertThat(events)
                .filteredOn(event -> event instanceof RunChanged changed
                        && changed.run().status().isTerminal())
                .hasSize(2);
    }

    @Test
    void aSuiteOfMoreTestsThanAPageHoldsIsReadInFull() {
        simulator.addSuite("checkout", 101);

        assertThat(events("checkout"))
                .filteredOn(NamesRead.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((NamesRead) event).names()).hasSize(101));
    }

    @Test
    void whatGoesWrongWithOneSuiteDoesNotTouchTheOthers() {
        simulator.addSuite("checkout", 1);

        List<SuiteEvent> events = events("nowhere", "checkout");

        assertThat(events).contains(new Ended("checkout"));
        assertThat(events)
                .filteredOn(event -> event.suite().equals("nowhere") && event instanceof Broken)
                .singleElement()
                .satisfies(event -> assertThat(((Broken) event).reason()).isInstanceOf(NotFoundException.class));
        assertThat(events).doesNotContain(new Ended("nowhere"));
    }

    @Test
    void runsGoOnWithoutNames() {
        simulator.addSuite("checkout", 1);
        simulator.inject(FaultRule.on("assistants.tests.list").inject(Fault.status(418, "tea", "text/plain")));

        assertThat(events("checkout"))
                .anyMatch(NamesMissing.class::isInstance)
                .last()
                .isEqualTo(new Ended("checkout"));
    }

    @Test
    void moreSuitesThanAreRunAtOnceAreAllRun() {
        String[] suites = IntStream.range(0, 2 * SuiteRunner.CONCURRENT_SUITES + 1)
                .mapToObj(number -> "suite " + number)
                .peek(name -> simulator.addSuite(name, 1))
                .toArray(String[]::new);

        assertThat(events(suites)).filteredOn(Ended.class::isInstance).hasSize(suites.length);
    }

    @Test
    void eachSubscriptionRunsTheSuitesAnew() {
        simulator.addSuite("checkout", 1);
        Flux<SuiteEvent> run = run("checkout");

        run.blockLast(PATIENCE);
        run.blockLast(PATIENCE);

        assertThat(simulator.runs()).hasSize(2);
    }

    @Test
    void cancellingStopsLooking() {
        simulator.addSuite("checkout", 3);

        StepVerifier.create(run("checkout"), 1).expectNextCount(1).thenCancel().verify(PATIENCE);

        assertThat(simulator.requestCount("assistants.tests.testSuites.runs.list"))
                .isZero();
    }
}
