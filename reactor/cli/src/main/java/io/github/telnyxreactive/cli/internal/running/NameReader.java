package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the names of the tests that were run, for the reports. A batch can do without them. */
public final class NameReader {

    private static final int CONCURRENCY = 4;
    private static final int PAGE_SIZE = 100;

    private final AssistantTests tests;

    /**
     * Creates a reader.
     *
     * @param tests the client's operations on tests
     */
    public NameReader(AssistantTests tests) {
        this.tests = tests;
    }

    /**
     * Reads the missing names, a few suites at a time.
     *
     * @param state the state of the batch, which is read during this call and not later
     * @return the names by the ids of the tests, suite by suite; an error at the end if some could not be read
     */
    Flux<Map<String, String>> missing(BatchState state) {
        List<String> suites = state.items().stream()
                .filter(item -> item.isSuite() && isMissing(state, item))
                .map(ItemState::name)
                .toList();
        return Flux.fromIterable(suites).flatMapDelayError(this::names, CONCURRENCY, 1);
    }

    private static boolean isMissing(BatchState state, ItemState item) {
        return item.progress().runs().stream()
                .anyMatch(run -> run.testId() != null && state.testName(run.testId()) == null);
    }

    private Mono<Map<String, String>> names(String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite)
                .filter(test -> test.name() != null)
                .collectMap(AssistantTest::testId, AssistantTest::name);
    }
}
