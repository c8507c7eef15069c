package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** All names are checked before the first trigger. */
class WorkCheckTest {

    private static final String SUITES = "assistants.tests.testSuites.list";
    private static final String TESTS = "assistants.tests.list";
    private static final String TEST = "assistants.tests.retrieve";

    private final Simulator simulator =
            Simulator.builder().runDuration(Duration.ZERO, Duration.ofMillis(5)).start();
    private final TelnyxClient client = Clients.of(simulator).build();
    private final TestBatch batch = client.ai().assistants().tests().batch(BatchOptions.defaults());
    private final List<AssistantTest> tests = simulator.addSuite("checkout", 30);

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void nothingIsTriggeredIfOneNameIsUnknown() {
        List<BatchItem> work = List.of(
                BatchItem.suite("checkout"),
                BatchItem.suite("chekout"),
                BatchItem.test(tests.get(0).testId()),
                BatchItem.test("nowhere"));

        StepVerifier.create(batch.runChecked(work, new TotalsCollector()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ItemRefusedException.class)
                        .hasMessage(
                                "nothing was triggered: there is no suite \"chekout\" (did you mean \"checkout\"?); there"
                                        + " is no test \"nowhere\""))
                .verify();
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void planRefusesInTheOrderOfTheWork() {
        List<BatchItem> work = Stream.of("zebra", "yak", "xerus", "wombat", "vole", "urial", "tapir")
                .map(BatchItem::suite)
                .toList();
        List<String> messages = new ArrayList<>();

        for (Mono<?> refused : List.of(batch.plan(work), batch.check(work))) {
            StepVerifier.create(refused).verifyErrorSatisfies(error -> messages.add(error.getMessage()));
        }

        assertThat(messages.get(0))
                .containsSubsequence("zebra", "yak", "xerus", "wombat", "vole", "urial", "tapir")
                .isEqualTo(messages.get(1));
    }

    @Test
    void knownWorkIsRunAfterOneRequest() {
        List<BatchEvent> events = batch.runChecked(List.of(BatchItem.suite("checkout")), new TotalsCollector())
                .collectList()
                .block();

        assertThat(events).filteredOn(BatchEvent.Finished.class::isInstance).hasSize(30);
        assertThat(simulator.requestCount(SUITES)).isEqualTo(1);
        assertThat(simulator.requestCount(TESTS)).isEqualTo(1);
        assertThat(simulator.requestCount(TEST)).isZero();
    }

    @Test
    void aSuiteThatTheListLeavesOutIsKnownByItsTests() {
        simulator.inject(FaultRule.on(SUITES).inject(Fault.status(200, "{\"data\":[]}", "application/json")));

        StepVerifier.create(batch.check(List.of(BatchItem.suite("checkout")))).verifyComplete();
        assertThat(simulator.requestCount(TESTS)).isEqualTo(1);
    }

    @Test
    void manyTestsAreListed() {
        List<BatchItem> work = new ArrayList<>();
        tests.forEach(test -> work.add(BatchItem.test(test.testId())));
        StepVerifier.create(batch.check(work)).verifyComplete();
        assertThat(simulator.requestCount(TESTS)).isEqualTo(1);
        assertThat(simulator.requestCount(TEST)).isZero();
        work.add(BatchItem.test("nowhere"));

        StepVerifier.create(batch.check(work))
                .expectError(ItemRefusedException.class)
                .verify();
        assertThat(simulator.requestCount(TEST)).isEqualTo(1);
    }

    @Test
    void fewTestsAreRetrieved() {
        StepVerifier.create(batch.check(List.of(BatchItem.test(tests.get(0).testId()))))
                .verifyComplete();

        assertThat(simulator.requestCount(TEST)).isEqualTo(1);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void runsThatAreKnownNeedNoCheck() {
        StepVerifier.create(batch.check(List.of(BatchItem.suite("nowhere").alreadyTriggered(List.of()))))
                .verifyComplete();

        assertThat(simulator.requestCount()).isZero();
    }
}
