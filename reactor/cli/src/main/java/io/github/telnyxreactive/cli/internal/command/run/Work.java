package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The work of a new batch.
 *
 * @param items the items to run, without idempotency keys and duplicates
 * @param names the names of tests that are known already, by id
 * @param sizes the number of tests of each suite, by its name
 */
record Work(List<BatchItem> items, Map<String, String> names, Map<String, Integer> sizes) {

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
     * Determines the work, and checks that everything exists that was named. The tests of each suite are read, since a suite
     * that has more tests than runs may be under way is triggered test by test.
     *
     * @param options the selection of the user
     * @param counted the suites to run if none are named
     * @param concurrency how many runs may be under way
     * @param client the client
     * @return emits the work, or an error if a list cannot be read, a name is unknown, or there is nothing to run
     */
    static Mono<Work> find(WorkOptions options, List<String> counted, int concurrency, TelnyxClient client) {
        AssistantTests tests = client.withOptions(
                        calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS)))
                .ai()
                .assistants()
                .tests();
        List<String> named = options.suites().isEmpty() ? counted : options.suites();
        Flux<String> suites = options.isAll()
                ? new Readings("the list of suites", suites(tests)).agreed(null).flatMapIterable(Map::keySet)
                : Flux.fromIterable(named);
        int most = options.isEachTest() ? 0 : concurrency;
        Mono<Work> work = suites.flatMapSequential(suite -> suite(tests, suite, most), CONCURRENCY)
                .collectList()
                .flatMap(read -> single(tests, options, read).map(single -> of(read, single, options)));
        return check(client).then(work.map(Work::notEmpty));
    }

    /** A suite as read, and whether its tests are to be triggered one by one. */
    private record Suite(String name, Map<String, String> tests, boolean isSplit) {}

    private static Mono<Map<String, String>> suites(AssistantTests tests) {
        return tests.testSuites().list().collect(LinkedHashMap::new, (names, name) -> names.put(name, name));
    }

    private static Mono<Suite> suite(AssistantTests tests, String suite, int most) {
        Mono<Map<String, String>> reading = testsOf(tests, suite);
        return reading.flatMap(read -> read.size() <= most
                ? Mono.just(new Suite(suite, read, false))
                : new Readings("the list of the tests of suite \"" + suite + "\"", reading)
                        .agreed(read)
                        .map(agreed -> new Suite(suite, agreed, true)));
    }

    /** Some services ignore the filter. */
    private static Mono<Map<String, String>> testsOf(AssistantTests tests, String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite)
                .filter(test -> test.testSuite() == null || suite.equals(test.testSuite()))
                .collect(LinkedHashMap::new, (names, test) -> names.put(test.testId(), NameCheck.name(test)));
    }

    /** Emits the names of the single tests by their ids, or an error if anything that was named does not exist. */
    private static Mono<Map<String, String>> single(AssistantTests tests, WorkOptions options, List<Suite> suites) {
        NameCheck check = new NameCheck(tests);
        Set<String> ids = options.tests();
        suites.forEach(suite -> ids.removeAll(suite.tests().keySet()));
        List<String> unknown = options.isAll()
                ? List.of()
                : suites.stream()
                        .filter(suite -> suite.tests().isEmpty())
                        .map(Suite::name)
                        .toList();
        return check.existing(ids).flatMap(names -> {
            ids.removeAll(names.keySet());
            return check.require(unknown, ids).thenReturn(names);
        });
    }

    private static Work of(List<Suite> suites, Map<String, String> single, WorkOptions options) {
        @Nullable String version = options.versionId();
        List<BatchItem> items = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Suite suite : suites) {
            names.putAll(suite.tests());
            if (suite.isSplit()) {
                ids.addAll(suite.tests().keySet());
            } else {
                items.add(BatchItem.suite(suite.name()).againstVersion(version));
            }
        }
        names.putAll(single);
        ids.addAll(options.tests());
        ids.forEach(id -> items.add(BatchItem.test(id).againstVersion(version)));
        Map<String, Integer> sizes = suites.stream()
                .collect(Collectors.toMap(Suite::name, suite -> suite.tests().size()));
        return new Work(items, names, sizes);
    }

    /** Returns the items as a journal describes them. */
    List<JournalHeader.Item> written() {
        return items.stream()
                .map(item -> JournalHeader.Item.of(
                        item, item.kind() == BatchItem.Kind.SUITE ? sizes.get(item.name()) : null))
                .toList();
    }

    private Work notEmpty() {
        if (items.isEmpty()) {
            throw new CommandException("there is nothing to run: the account has no suites");
        }
        return this;
    }
}
