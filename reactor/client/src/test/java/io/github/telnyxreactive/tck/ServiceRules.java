package io.github.telnyxreactive.tck;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import reactor.core.publisher.Flux;

/**
 * The rules for publishers that make requests, to the simulator. There is a suite for each number of elements.
 *
 * @param <T> the type of the elements
 */
abstract class ServiceRules<T> extends PublisherRules<T> {

    /** Enough for every rule but one, and short enough to be read quickly. */
    private static final int MOST = 100;

    private static final PollingSchedule POLLING = PollingSchedule.fixed(Duration.ofMillis(1));

    private final Set<Long> suites = new HashSet<>();
    private Simulator simulator;
    private TelnyxClient client;
    private TelnyxClient stranger;

    /** Starts the service, and two clients of which it knows one. */
    @BeforeClass
    public void start() {
        simulator = Simulator.builder()
                .runDuration(Duration.ofMillis(1), Duration.ofMillis(2))
                .start();
        client = Clients.of(simulator).polling(POLLING, Duration.ofHours(1)).build();
        stranger = Clients.to(simulator.baseUrl()).build();
    }

    /** Stops the service. */
    @AfterClass(alwaysRun = true)
    public void stop() {
        client.close();
        stranger.close();
        simulator.close();
    }

    /** Returns what makes the requests, for the suite with the given name. */
    abstract Publisher<T> request(AssistantTests tests, String suite);

    @Override
    public long maxElementsFromPublisher() {
        return MOST;
    }

    @Override
    public Publisher<T> createPublisher(long elements) {
        if (suites.add(elements)) {
            simulator.addTests(String.valueOf(elements), (int) elements);
        }
        return request(client.ai().assistants().tests(), String.valueOf(elements));
    }

    @Override
    public final Publisher<T> createFailedPublisher() {
        return requesting(request(stranger.ai().assistants().tests(), "unknown"));
    }

    /** Returns the tests of a suite. */
    static PagedFlux<AssistantTest> list(AssistantTests tests, String suite, int pageSize) {
        return tests.list(
                TestListParams.builder().testSuite(suite).pageSize(pageSize).build());
    }

    /** The rules for the elements of a list. */
    static final class Elements extends ServiceRules<AssistantTest> {

        @Override
        Publisher<AssistantTest> request(AssistantTests tests, String suite) {
            return list(tests, suite, 5);
        }
    }

    /** The rules for the elements of a list of which two pages are requested ahead. */
    static final class Prefetched extends ServiceRules<AssistantTest> {

        @Override
        Publisher<AssistantTest> request(AssistantTests tests, String suite) {
            return list(tests, suite, 5).prefetchPages(2);
        }
    }

    /** The rules for the elements of a list of which four pages are requested concurrently. */
    static final class Concurrent extends ServiceRules<AssistantTest> {

        @Override
        Publisher<AssistantTest> request(AssistantTests tests, String suite) {
            return list(tests, suite, 5).concurrentPages(4);
        }
    }

    /** The rules for the pages of a list, which has one even if it is empty. */
    static final class Pages extends ServiceRules<Page<AssistantTest>> {

        @Override
        Publisher<Page<AssistantTest>> request(AssistantTests tests, String suite) {
            return list(tests, suite, 1).pages();
        }
    }

    /** The rules for a single request. */
    static final class Call extends ServiceRules<AssistantTest> {

        @Override
        public long maxElementsFromPublisher() {
            return 1;
        }

        @Override
        Publisher<AssistantTest> request(AssistantTests tests, String suite) {
            return list(tests, suite, 1).next().flatMap(test -> tests.retrieve(test.testId()));
        }
    }

    /** The rules for the runs of a suite that are followed to their end. There is at least one. */
    static final class Followed extends ServiceRules<TestRun> {

        @Override
        public Publisher<TestRun> createPublisher(long elements) {
            return super.createPublisher(Math.max(1, elements));
        }

        @Override
        Publisher<TestRun> request(AssistantTests tests, String suite) {
            return tests.testSuites()
                    .runs()
                    .triggerAndFollow(
                            suite, TriggerTestSuiteRunsRequest.builder().build())
                    .filter(run -> run.status().isTerminal());
        }
    }

    /** The rules for the events of a batch, of which only the ends of runs are known in number. */
    static final class Batch extends ServiceRules<BatchEvent> {

        @Override
        Publisher<BatchEvent> request(AssistantTests tests, String suite) {
            Flux<BatchItem> work = list(tests, suite, 50).map(test -> BatchItem.test(test.testId()));
            return tests.batch(BatchOptions.builder().polling(POLLING).build())
                    .run(work)
                    .filter(BatchEvent.Finished.class::isInstance);
        }
    }

    /** The rules for the events of a batch in which each item has one, as there is no such test. */
    static final class FailedBatch extends ServiceRules<BatchEvent> {

        @Override
        Publisher<BatchEvent> request(AssistantTests tests, String suite) {
            Flux<BatchItem> work = list(tests, suite, 50).map(test -> BatchItem.test("no-" + test.testId()));
            return tests.batch(BatchOptions.builder().polling(POLLING).build()).run(work);
        }
    }
}
