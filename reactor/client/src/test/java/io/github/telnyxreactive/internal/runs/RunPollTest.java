package io.github.telnyxreactive.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.internal.exchange.ClientResources;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.transport.BaseUrl;
import io.github.telnyxreactive.internal.transport.Connections;
import io.github.telnyxreactive.internal.transport.TransportOptions;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryBudget;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The requests and the results of one poll. */
class RunPollTest {

    private static final String LIST = "assistants.tests.testSuites.runs.list";
    private static final String RETRIEVE = "assistants.tests.runs.retrieve";
    private static final BatchItem SUITE = BatchItem.suite("checkout");

    /** A run of 100 s is pending for 10 s, starting until 25 s, and running from then on. */
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofSeconds(100), Duration.ofSeconds(100))
            .clock(() -> now)
            .start();

    private final Connections connections = new Connections(
            TransportOptions.defaults().toBuilder()
                    .baseUrl(BaseUrl.parse(simulator.baseUrl()))
                    .build(),
            simulator.apiKey(),
            "test");

    private final Exchange exchange = new Exchange(
            connections,
            new ClientResources(
                    PermitQueue.rate(RateLimit.unlimited(), Duration.ofMinutes(10), Schedulers.parallel()),
                    RetryBudget.unlimited(),
                    Schedulers.parallel()),
            CallOptions.defaults().withRetry(Clients.QUICK_RETRY),
            CallListener.NONE);

    @AfterEach
    void close() {
        connections.close().block();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "99, 1", "100, 1", "101, 2", "300, 3"})
    void listsTheRunsOfASuiteInTheLargestPages(int runs, int requests) {
        List<TestRun> open = trigger(runs);
        pass(30);
        RunPoll.Result result = poll(SUITE, open, runs);

        assertThat(result.seen()).hasSize(runs).extracting(TestRun::status).containsOnly(TestRunStatus.RUNNING);
        assertThat(result.unreadable()).isEmpty();
        assertThat(queries())
                .hasSize(requests)
                .allSatisfy(query -> assertThat(query)
                        .contains("test_suite_run_id=" + open.get(0).testSuiteRunId())
                        .contains("page%5Bsize%5D=100")
                        .doesNotContain("status="));
        assertRequests(requests, 0);
    }

    @Test
    void returnsRunsInTheirGivenOrder() {
        List<TestRun> open = trigger(7);

        assertThat(poll(SUITE, open, 7).seen()).isEqualTo(open);
    }

    @Test
    void stopsListingWhenAllOpenRunsWereSeen() {
        List<TestRun> newest = trigger(250).subList(200, 250);

        assertThat(poll(SUITE, newest, 250).seen()).hasSize(50);
        assertRequests(1, 0);
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 1, 0", "150, 1, 0, 1", "250, 2, 0, 2", "250, 3, 3, 0"})
    void retrievesTheLastRunsOneByOneIfThatTakesFewerRequests(int runs, int left, int lists, int reads) {
        // The oldest runs are on the last page.
        List<TestRun> open = trigger(runs).subList(0, left);

        assertThat(poll(SUITE, open, runs).seen()).isEqualTo(open);
        assertRequests(lists, reads);
    }

    @ParameterizedTest
    @CsvSource({
        "0, pending, 4, pending",
        "15, starting, 5, pending starting",
        "30, running, 6, pending starting running"
    })
    void listsALargeSuiteByStatusUntilAllRunsWereSeen(long seconds, String status, int lists, String filters) {
        List<TestRun> open = trigger(400);
        pass(seconds);

        assertThat(poll(SUITE, open, 400).seen())
                .hasSize(400)
                .extracting(run -> run.status().value())
                .containsOnly(status);
        assertRequests(lists, 0);
        assertThat(queries().stream()
                        .map(query -> query.replaceAll(".*[?&]status=([a-z]+).*", "$1"))
                        .distinct())
                .containsExactly(filters.split(" "));
    }

    @Test
    void listsManyEndedRunsOfALargeSuiteTogether() {
        List<TestRun> open = trigger(400);
        pass(100);

        assertThat(poll(SUITE, open, 400).seen())
                .hasSize(400)
                .allMatch(run -> run.status().isTerminal());
        assertRequests(3 + 4, 0);
        assertThat(queries().subList(3, 7)).noneMatch(query -> query.contains("status="));
    }

    @Test
    void retrievesFewEndedRunsOfALargeSuiteOneByOne() {
        List<TestRun> open = trigger(400).subList(0, 4);
        pass(100);

        assertThat(poll(SUITE, open, 400).seen()).hasSize(4);
        assertRequests(3, 4);
    }

    @Test
    void retrievesTheRunOfASingleTest() {
        String testId = simulator.addSuite("checkout", 1).get(0).testId();
        BatchItem item = BatchItem.test(testId);
        List<TestRun> open = triggerTest(item.name());
        pass(15);

        assertThat(poll(item, open, 1).seen()).extracting(TestRun::status).containsExactly(TestRunStatus.STARTING);
        assertRequests(0, 1);
    }

    @Test
    void retrievesRunsWithoutASuiteRunIdOneByOne() {
        List<TestRun> open = trigger(20).stream()
                .map(run -> run.toBuilder().testSuiteRunId(null).build())
                .toList();

        assertThat(poll(SUITE, open, 20).seen()).hasSize(20);
        assertRequests(0, 20);
    }

    @Test
    void retrievesRunsThatNoListContains() {
        List<TestRun> listed = trigger(10);
        BatchItem single = BatchItem.test(listed.get(0).testId());
        List<TestRun> alone = triggerTest(single.name());
        TestRun hidden = alone.get(0).toBuilder()
                .testSuiteRunId(listed.get(0).testSuiteRunId())
                .build();
        List<TestRun> open = Stream.concat(Stream.of(hidden), listed.stream()).toList();

        assertThat(poll(SUITE, open, 11).seen())
                .extracting(TestRun::runId)
                .containsExactlyElementsOf(open.stream().map(TestRun::runId).toList());
        assertRequests(1, 1);
    }

    @Test
    void reportsAMissingRunAndReturnsTheOthers() {
        List<TestRun> known = trigger(3);
        TestRun gone = known.get(0).toBuilder().runId("gone").build();
        List<TestRun> open = Stream.concat(known.stream(), Stream.of(gone)).toList();
        RunPoll.Result result = poll(SUITE, open, 4);

        assertThat(result.seen()).isEqualTo(known);
        assertThat(result.unreadable()).containsOnlyKeys("gone");
        assertThat(result.unreadable().get("gone")).isInstanceOf(NotFoundException.class);
        assertRequests(1, 1);
    }

    @Test
    void retrievesRunsOneByOneIfListingFails() {
        List<TestRun> open = trigger(3);
        simulator.inject(FaultRule.on(LIST).inject(Fault.serviceUnavailable()));

        assertThat(poll(SUITE, open, 3).seen()).hasSize(3);
        assertRequests(5, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, RETRIEVE})
    void failsIfTheKeyIsNotAcceptedAnyMore(String operation) {
        List<TestRun> open = trigger(150);
        List<TestRun> polled = operation.equals(LIST) ? open : open.subList(0, 1);
        simulator.inject(FaultRule.on(operation).inject(Fault.status(401, "{}", "application/json")));

        StepVerifier.create(RunPoll.of(exchange, look(SUITE, polled, 150, false)))
                .verifyError(UnauthorizedException.class);
        assertRequests(operation.equals(LIST) ? 1 : 0, operation.equals(LIST) ? 0 : 1);
    }

    @Test
    void listsAllRunsOfTheSuiteRunWhenRunsAreSought() {
        List<TestRun> all = trigger(250);
        RunPoll.Result result =
                RunPoll.of(exchange, look(SUITE, all.subList(0, 3), 3, true)).block();

        assertThat(result.others()).hasSize(247);
        assertThat(result.listed()).hasSize(250);
        assertRequests(3, 0);
    }

    @Test
    void listsWhatWasCreatedSinceTheTriggerIfNothingElseIsKnown() {
        trigger(3);
        RunPoll.Look look = new RunPoll.Look(
                new Triggering("checkout", null, null, since(), Duration.ZERO, false, id -> false),
                0,
                List.of(),
                List.of(),
                true,
                false);
        RunPoll.Result now = RunPoll.of(exchange, look).block();

        assertThat(now.others()).hasSize(3);
        assertThat(now.listed()).isNull();
        pass(60);
        RunPoll.Look later = new RunPoll.Look(
                new Triggering("checkout", null, null, since(), Duration.ZERO, false, id -> false),
                0,
                List.of(),
                List.of(),
                true,
                false);
        assertThat(RunPoll.of(exchange, later).block().others()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, 2", "403, 1", "404, 1", "422, 2"})
    void retrievesRunsOneByOneIfTheyAreNotListed(int status, int lists) {
        List<TestRun> open = trigger(3);
        simulator.inject(FaultRule.on(LIST).inject(Fault.status(status, "{}", "application/json")));

        assertThat(poll(SUITE, open, 3).seen()).hasSize(3);
        assertRequests(lists, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void listsAllRunsOfTheSuiteIfTheFilterIsRefused(int status) {
        List<TestRun> open = trigger(3);
        simulator.inject(FaultRule.on(LIST).times(1).inject(Fault.status(status, "{}", "application/json")));

        assertThat(poll(SUITE, open, 3).seen()).hasSize(3);
        assertRequests(2, 0);
        assertThat(queries().get(1)).doesNotContain("test_suite_run_id");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void listsWithoutAStatusThatIsNotKnownToTheService(int status) {
        List<TestRun> open = trigger(350);
        simulator.inject(FaultRule.on(LIST).times(1).inject(Fault.status(status, "{}", "application/json")));

        assertThat(poll(SUITE, open, 350).seen()).hasSize(350);
    }

    @Test
    void reportsAFailedReadForItsRun() {
        List<TestRun> open = trigger(150).subList(0, 1);
        simulator.inject(FaultRule.on(RETRIEVE).inject(Fault.serviceUnavailable()));
        RunPoll.Result result = poll(SUITE, open, 150);

        assertThat(result.seen()).isEmpty();
        assertThat(result.unreadable().get(open.get(0).runId())).isInstanceOf(TelnyxException.class);
    }

    @Test
    void pollsAnewForEachSubscription() {
        List<TestRun> open = trigger(5);
        var poll = RunPoll.of(exchange, look(SUITE, open, 5, false));
        poll.block();
        assertRequests(1, 0);
        pass(30);

        assertThat(poll.block().seen()).extracting(TestRun::status).containsOnly(TestRunStatus.RUNNING);
        assertRequests(2, 0);
    }

    private List<TestRun> triggerTest(String testId) {
        return exchange.execute(TestRunOperations.trigger(
                        testId, TriggerTestRunRequest.builder().build()))
                .map(List::of)
                .block();
    }

    private List<TestRun> trigger(int runs) {
        simulator.addSuite("checkout", runs);
        List<TestRun> triggered = exchange.execute(TestSuiteOperations.triggerRuns(
                        SUITE.name(), TriggerTestSuiteRunsRequest.builder().build()))
                .block();
        assertThat(triggered).hasSize(runs);
        return triggered;
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private OffsetDateTime since() {
        return now.atOffset(ZoneOffset.UTC);
    }

    private RunPoll.Look look(BatchItem item, List<TestRun> open, int runs, boolean isSeeking) {
        boolean isSuite = item.kind() == BatchItem.Kind.SUITE;
        Triggering triggering = new Triggering(
                isSuite ? item.name() : null,
                isSuite ? null : item.name(),
                null,
                since(),
                Duration.ZERO,
                false,
                id -> false);
        return new RunPoll.Look(triggering, runs, open, RunPoll.suiteRunIds(open, null), isSeeking, false);
    }

    private RunPoll.Result poll(BatchItem item, List<TestRun> open, int runs) {
        return RunPoll.of(exchange, look(item, open, runs, false)).block();
    }

    private List<String> queries() {
        return simulator.requests(LIST).stream().map(RecordedRequest::uri).toList();
    }

    private void assertRequests(int lists, int reads) {
        assertThat(simulator.requestCount(LIST)).isEqualTo(lists);
        assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(reads);
    }
}
