package io.github.telnyxreactive.batch.running;

import io.github.telnyxreactive.batch.progress.SuiteEvent;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Broken;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Ended;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesMissing;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesRead;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs suites to their end and tells what happens. What goes wrong with one of them does not touch the others. */
public final class SuiteRunner {

    /** How many suites are under way at once; more wait until one is complete. */
    static final int CONCURRENT_SUITES = 32;

    private static final int PAGE_SIZE = 100;

    private final AssistantTests tests;
    private final TriggerTestSuiteRunsRequest request;

    /**
     * Creates a runner.
     *
     * @param tests the client's operations on tests
     * @param request how to run the suites
     */
    public SuiteRunner(AssistantTests tests, TriggerTestSuiteRunsRequest request) {
        this.tests = tests;
        this.request = request;
    }

    /**
     * Runs suites. Each subscription starts them anew; cancelling stops following them, which does not end the runs.
     *
     * @param suites the names of the suites, none of them twice
     * @return what happens, for each suite up to {@link Ended} or {@link Broken}; never an error
     */
    public Flux<SuiteEvent> run(List<String> suites) {
        return Flux.fromIterable(suites).flatMap(this::run, CONCURRENT_SUITES);
    }

    private Flux<SuiteEvent> run(String suite) {
        Flux<SuiteEvent> changes =
                tests.testSuites().runs().triggerAndObserve(suite, request).map(run -> new RunChanged(suite, run));
        return Flux.merge(changes, names(suite))
                .concatWithValues(new Ended(suite))
                .onErrorResume(failure -> Mono.just(new Broken(suite, failure)));
    }

    private Mono<SuiteEvent> names(String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite)
                .collectMap(AssistantTest::testId, AssistantTest::name)
                .<SuiteEvent>map(names -> new NamesRead(suite, names))
                .onErrorResume(reason -> Mono.just(new NamesMissing(suite, reason)));
    }
}
