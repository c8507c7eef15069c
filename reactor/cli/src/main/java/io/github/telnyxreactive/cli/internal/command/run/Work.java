package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The work of a new batch.
 *
 * @param items the items to run, without idempotency keys and duplicates
 * @param names the names of tests that are known already, by id
 */
record Work(List<BatchItem> items, Map<String, String> names) {

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENCY = 4;

    /** More than usual, since a batch cannot start without its lists. */
    private static final int ATTEMPTS = 20;

    /** Takes about 8 s. */
    private static final int ATTEMPTS_TO_REACH = 6;

    /**
     * Checks that the service can be reached and accepts the API key. A batch keeps retrying during an outage, so without
     * this check a wrong URL would be noticed hours later.
     *
     * @param client the client
     * @return completes if so, else emits an error
     */
    static Mono<Void> check(TelnyxClient client) {
        return client.withOptions(calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS_TO_REACH)))
                .ai()
                .assistants()
                .tests()
                .testSuites()
                .list()
                .take(1)
                .then();
    }

    /**
     * Determines the work, by reading lists of the service where necessary.
     *
     * @param options the selection of the user
     * @param counted the suites to run if none are named
     * @param client the client
     * @return emits the work, or an error if a list cannot be read or there is nothing to run
     */
    static Mono<Work> find(WorkOptions options, List<String> counted, TelnyxClient client) {
        AssistantTests tests = client.withOptions(
                        calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS)))
                .ai()
                .assistants()
                .tests();
        Flux<String> named = Flux.fromIterable(options.suites().isEmpty() ? counted : options.suites());
        Flux<String> suites = options.isAll() ? tests.testSuites().list().distinct() : named;
        Mono<Work> work = options.isEachTest()
                ? suites.flatMapSequential(suite -> testsOf(tests, suite), CONCURRENCY)
                        .collect(
                                LinkedHashMap<String, String>::new,
                                (names, test) -> names.put(
                                        test.testId(), Objects.requireNonNullElse(test.name(), test.testId())))
                        .map(names -> of(List.of(), names, options))
                : suites.collectList().map(all -> of(all, Map.of(), options));
        return check(client).then(work.map(Work::notEmpty));
    }

    private static Flux<AssistantTest> testsOf(AssistantTests tests, String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite)
                .switchIfEmpty(Mono.error(
                        () -> new CommandException("the suite \"" + suite + "\" has no tests; check its name")));
    }

    private static Work of(List<String> suites, Map<String, String> names, WorkOptions options) {
        @Nullable String version = options.versionId();
        List<BatchItem> items = new ArrayList<>();
        suites.forEach(suite -> items.add(BatchItem.suite(suite).againstVersion(version)));
        Set<String> ids = new LinkedHashSet<>(names.keySet());
        ids.addAll(options.tests());
        ids.forEach(id -> items.add(BatchItem.test(id).againstVersion(version)));
        return new Work(items, names);
    }

    private Work notEmpty() {
        if (items.isEmpty()) {
            throw new CommandException("there is nothing to run: the account has no suites");
        }
        return this;
    }
}
