package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the names of the tests that were run, which show in reports. A batch does well without them. */
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
     * Reads the names that are missing, a few suites at a time.
     *
     * @param progress what is known; it is looked at now, and not when the names come
     * @return the names by the ids of the tests, suite by suite; an error at the end if those of some could not be read
     */
    Flux<Map<String, String>> missing(BatchProgress progress) {
        List<String> suites = progress.items().stream()
                .filter(item -> item.isSuite() && isMissing(progress, item))
                .map(ItemProgress::name)
                .toList();
        return Flux.fromIterable(suites).flatMapDelayError(this::names, CONCURRENCY, 1);
    }

    private static boolean isMissing(BatchProgress progress, ItemProgress item) {
        return item.runs().stream().anyMatch(run -> progress.testName(run.testId()) == null);
    }

    private Mono<Map<String, String>> names(String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite).collectMap(AssistantTest::testId, AssistantTest::name);
    }
}
