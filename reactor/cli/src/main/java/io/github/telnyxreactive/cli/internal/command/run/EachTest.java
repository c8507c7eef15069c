package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.cli.internal.command.Readings;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans the tests of suites one by one. They are read just before, so only the other tests have to be checked. */
final class EachTest {

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENCY = 4;

    private final AssistantTests tests;
    private final TestBatch batch;
    private final TestSelection selection;
    private final @Nullable String version;

    /** There may be many tests, which share a few channels. */
    private final Map<TelnyxConversationChannel, TelnyxConversationChannel> channels = new ConcurrentHashMap<>();

    /** What is needed of a test. */
    private record Found(String name, @Nullable TelnyxConversationChannel channel) {}

    EachTest(AssistantTests tests, TestBatch batch, TestSelection selection, @Nullable String version) {
        this.tests = tests;
        this.batch = batch;
        this.selection = selection;
        this.version = version;
    }

    /**
     * Plans tests.
     *
     * @param suites the names of the suites
     * @param singles the ids of single tests
     * @return the plan; an error if a suite has no tests, or if something does not exist
     */
    Mono<BatchPlan> plan(List<String> suites, Set<String> singles) {
        return Flux.fromIterable(suites)
                .flatMapSequential(
                        suite -> new Readings<>(
                                        "the list of the tests of suite \"" + suite + "\"",
                                        testsOf(suite),
                                        Found::name,
                                        Work.CHANGING)
                                .agreed()
                                .map(found -> Map.entry(suite, found)),
                        CONCURRENCY)
                .collectList()
                .flatMap(read -> {
                    Map<String, Found> found = new LinkedHashMap<>();
                    read.forEach(suite -> found.putAll(suite.getValue()));
                    Set<String> others = new LinkedHashSet<>(singles);
                    others.removeAll(found.keySet());
                    List<BatchItem> unchecked = new ArrayList<>();
                    read.stream()
                            .filter(suite -> suite.getValue().isEmpty())
                            .forEach(suite -> unchecked.add(BatchItem.suite(suite.getKey())));
                    others.forEach(id -> unchecked.add(BatchItem.test(id).againstVersion(version)));
                    return batch.plan(unchecked).flatMap(this::selected).map(plan -> planOf(found, plan));
                });
    }

    /** Names are known once something is planned, so a plan without what is not selected is made anew. */
    private Mono<BatchPlan> selected(BatchPlan plan) {
        List<BatchItem> items = plan.items().stream()
                .filter(planned -> planned.item().kind() == BatchItem.Kind.SUITE
                        || selection.has(planned.item().name(), planned.testName()))
                .map(PlannedItem::toItem)
                .toList();
        return items.size() == plan.items().size() ? Mono.just(plan) : batch.plan(items);
    }

    private BatchPlan planOf(Map<String, Found> found, BatchPlan others) {
        List<PlannedItem> items = new ArrayList<>(found.size() + others.items().size());
        Map<TelnyxConversationChannel, Integer> runs = new HashMap<>();
        found.forEach((id, test) -> {
            if (selection.has(id, test.name())) {
                items.add(new PlannedItem(ItemId.of(BatchItem.test(id).againstVersion(version)), test.name(), 1));
                if (test.channel() != null) {
                    runs.merge(test.channel(), 1, Integer::sum);
                }
            }
        });
        long requests = 2L * items.size() + others.minRequests();
        items.addAll(others.items());
        others.channels().forEach((channel, count) -> runs.merge(channel, count, Integer::sum));
        return new BatchPlan(items, runs, requests);
    }

    /** Some services ignore the filter. */
    private Mono<Map<String, Found>> testsOf(String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite)
                .filter(test -> test.testSuite() == null || suite.equals(test.testSuite()))
                .collect(LinkedHashMap::new, (found, test) -> found.put(test.testId(), found(test)));
    }

    private Found found(AssistantTest test) {
        TelnyxConversationChannel channel = test.telnyxConversationChannel();
        return new Found(
                Objects.requireNonNullElse(test.name(), test.testId()),
                channel == null ? null : channels.computeIfAbsent(channel, first -> first));
    }
}
