package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

/** Tests how many requests lists and followed suites cost. */
class RequestCountTest {

    private static final String LIST = "assistants.tests.list";
    private static final String LIST_RUNS = "assistants.tests.testSuites.runs.list";

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Its time advances by a quarter of a second with each poll of a suite's runs, and otherwise stands still. */
    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofSeconds(1), Duration.ofSeconds(1))
            .clock(() -> START.plusMillis(250L * polls()))
            .start();

    private final TelnyxClient client = Clients.of(simulator).build();

    private int polls() {
        return simulator == null ? 0 : simulator.requestCount(LIST_RUNS);
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private PagedFlux<AssistantTest> pagesOfTen() {
        return client.ai()
                .assistants()
                .tests()
                .list(TestListParams.builder().pageSize(10).build());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "9,1", "10,1", "11,2", "20,2", "21,3", "25,3", "100,3"})
    void requestsOnlyThePagesThatAreTaken(int take, int requests) {
        simulator.addSuite("checkout", 25);

        assertThat(pagesOfTen().take(take).collectList().block()).hasSize(Math.min(take, 25));

        assertThat(simulator.requestCount(LIST)).isEqualTo(requests);
    }

    @Test
    void requestsPagesUnderDemand() {
        simulator.addSuite("checkout", 25);

        StepVerifier.create(pagesOfTen(), 0)
                .expectSubscription()
                .then(() -> assertThat(simulator.requestCount()).isZero())
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(simulator.requestCount(LIST)).isEqualTo(1))
                .thenRequest(9)
                .expectNextCount(9)
                .then(() -> assertThat(simulator.requestCount(LIST)).isEqualTo(1))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(simulator.requestCount(LIST)).isEqualTo(2))
                .thenCancel()
                .verify();
        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void startsOverForASecondSubscription() {
        simulator.addSuite("checkout", 25);
        PagedFlux<AssistantTest> list = pagesOfTen();

        List<AssistantTest> first = list.collectList().block();
        assertThat(list.collectList().block()).isEqualTo(first).hasSize(25);
        assertThat(simulator.requestCount(LIST)).isEqualTo(6);
    }

    @Test
    void emitsPagesWithTheirMetadata() {
        simulator.addSuite("checkout", 25);

        StepVerifier.create(pagesOfTen().pages(), 1)
                .assertNext(page -> {
                    assertThat(page.data()).hasSize(10);
                    assertThat(page.meta().totalResults()).isEqualTo(25);
                    assertThat(page.meta().totalPages()).isEqualTo(3);
                })
                .thenCancel()
                .verify();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void followsAHundredRunsWithOneListPerRound() {
        simulator.addSuite("checkout", 100);

        List<TestRun> ended = client.ai()
                .assistants()
                .tests()
                .testSuites()
                .runs()
                .triggerAndFollow(
                        "checkout", TriggerTestSuiteRunsRequest.builder().build())
                .collectList()
                .block();

        assertThat(ended)
                .hasSize(100)
                .allMatch(run -> run.status().isTerminal())
                .extracting(TestRun::runId)
                .doesNotHaveDuplicates();
        assertThat(simulator.requestCount("assistants.tests.testSuites.runs.trigger"))
                .isEqualTo(1);
        List<RecordedRequest> polls = simulator.requests(LIST_RUNS);
        String suiteRunId = ended.get(0).testSuiteRunId();
        assertThat(polls)
                .extracting(RecordedRequest::uri)
                .containsOnly("/v2/ai/assistants/tests/test-suites/checkout/runs" + "?test_suite_run_id=" + suiteRunId
                        + "&page%5Bsize%5D=100");
        // The runs end after four polls, and are seen to have ended by the next at the latest.
        assertThat(polls.size()).isBetween(4, 5);
        assertThat(simulator.requestCount()).isEqualTo(1 + polls.size());
    }

    @Test
    void emitsEveryChangeUpToTheFinalStateOfEachRun() {
        simulator.addSuite("checkout", 10);

        List<TestRun> changes = client.ai()
                .assistants()
                .tests()
                .testSuites()
                .runs()
                .triggerAndObserve(
                        "checkout", TriggerTestSuiteRunsRequest.builder().build())
                .collectList()
                .block();

        assertThat(changes.subList(0, 10)).allMatch(run -> run.status().equals(TestRunStatus.PENDING));
        changes.stream()
                .collect(java.util.stream.Collectors.groupingBy(TestRun::runId))
                .forEach((id, states) -> {
                    assertThat(states).extracting(TestRun::status).doesNotHaveDuplicates();
                    assertThat(states.get(states.size() - 1).status().isTerminal())
                            .isTrue();
                });
    }

    @Test
    void stopsRequestsWhenAFollowedSuiteIsCancelled() {
        simulator.addSuite("checkout", 3);

        StepVerifier.create(client.ai()
                        .assistants()
                        .tests()
                        .testSuites()
                        .runs()
                        .triggerAndObserve(
                                "checkout",
                                TriggerTestSuiteRunsRequest.builder().build()))
                .expectNextCount(4)
                .thenCancel()
                .verify();

        int requests = simulator.requestCount();
        // Another call uses the same connections, after anything that was still on its way.
        client.ai().assistants().tests().testSuites().list().blockLast();
        assertThat(simulator.requestCount()).isLessThanOrEqualTo(requests + 2);
    }
}
