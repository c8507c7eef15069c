package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the work of a new batch. */
final class Work {

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENCY = 4;

    /** More than usual, since a batch cannot start without its lists. */
    private static final int ATTEMPTS = 20;

    /** Takes about 8 s. */
    private static final int ATTEMPTS_TO_REACH = 6;

    private Work() {}

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
     * Determines the work, and checks that everything exists that was named.
     *
     * @param options the selection of the user
     * @param counted the suites to run if none are named
     * @param batch the batch that is going to run
     * @param client the client
     * @return emits the work, or an error if a list cannot be read, a name is unknown, or there is nothing to run
     */
    static Mono<BatchPlan> find(WorkOptions options, List<String> counted, TestBatch batch, TelnyxClient client) {
        AssistantTests tests = client.withOptions(
                        calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS)))
                .ai()
                .assistants()
                .tests();
        List<String> named = options.suites().isEmpty() ? counted : options.suites();
        Mono<List<String>> suites = options.isAll()
                ? new Readings("the list of suites", suites(tests))
                        .agreed(null)
                        .map(names -> List.copyOf(names.keySet()))
                : Mono.just(named);
        Mono<BatchPlan> plan = suites.flatMap(
                found -> options.isEachTest() ? eachTest(found, options, batch, tests) : whole(found, options, batch));
        return check(client).then(plan.map(Work::notEmpty));
    }

    private static Mono<Map<String, String>> suites(AssistantTests tests) {
        return tests.testSuites().list().collect(LinkedHashMap::new, (names, name) -> names.put(name, name));
    }

    private static Mono<BatchPlan> whole(List<String> suites, WorkOptions options, TestBatch batch) {
        List<BatchItem> items = Stream.concat(
                        suites.stream().map(BatchItem::suite),
                        options.tests().stream().map(BatchItem::test))
                .map(item -> item.againstVersion(options.versionId()))
                .toList();
        return batch.plan(items);
    }

    /** Plans the tests of suites one by one. They were read just now, so only the others have to be checked. */
    private static Mono<BatchPlan> eachTest(
            List<String> suites, WorkOptions options, TestBatch batch, AssistantTests tests) {
        return Flux.fromIterable(suites)
                .flatMapSequential(
                        suite -> new Readings("the list of the tests of suite \"" + suite + "\"", testsOf(tests, suite))
                                .agreed(null)
                                .map(found -> Map.entry(suite, found)),
                        CONCURRENCY)
                .collectList()
                .flatMap(read -> {
                    Map<String, String> names = new LinkedHashMap<>();
                    read.forEach(suite -> names.putAll(suite.getValue()));
                    Set<String> others = options.tests();
                    others.removeAll(names.keySet());
                    List<BatchItem> unchecked = new ArrayList<>();
                    read.stream()
                            .filter(suite -> suite.getValue().isEmpty())
                            .forEach(suite -> unchecked.add(BatchItem.suite(suite.getKey())));
                    others.forEach(id -> unchecked.add(BatchItem.test(id).againstVersion(options.versionId())));
                    return batch.plan(unchecked).map(plan -> planOf(names, options.versionId(), plan));
                });
    }

    private static BatchPlan planOf(Map<String, String> names, @Nullable String version, BatchPlan others) {
        List<PlannedItem> items = new ArrayList<>(names.size() + others.items().size());
        names.forEach((id, name) ->
                items.add(new PlannedItem(ItemId.of(BatchItem.test(id).againstVersion(version)), name, 1)));
        items.addAll(others.items());
        return new BatchPlan(items, others.channels(), 2L * names.size() + others.minRequests());
    }

    /** Some services ignore the filter. */
    private static Mono<Map<String, String>> testsOf(AssistantTests tests, String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite)
                .filter(test -> test.testSuite() == null || suite.equals(test.testSuite()))
                .collect(
                        LinkedHashMap::new,
                        (names, test) ->
                                names.put(test.testId(), Objects.requireNonNullElse(test.name(), test.testId())));
    }

    private static BatchPlan notEmpty(BatchPlan plan) {
        if (plan.items().isEmpty()) {
            throw new CommandException("there is nothing to run: the account has no suites");
        }
        return plan;
    }
}
