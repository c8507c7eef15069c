package io.github.telnyxreactive.cli.internal.command.selection;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.cli.internal.command.NothingToRunException;
import io.github.telnyxreactive.cli.internal.command.Readings;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param singles single tests by their ids
     * @return the plan; an error if a suite has no tests
     */
    Mono<BatchPlan> plan(List<String> suites, Map<String, FoundTest> singles) {
        return Flux.fromIterable(suites)
                .flatMapSequential(
                        suite -> new Readings<>(
                                        "the list of the tests of suite \"" + suite + "\"",
                                        testsOf(suite),
                                        FoundTest::label,
                                        Work.CHANGING)
                                .agreed()
                                .map(found -> Map.entry(suite, found)),
                        CONCURRENCY)
                .collectList()
                .flatMap(read -> {
                    Map<String, FoundTest> found = new LinkedHashMap<>();
                    read.forEach(suite -> found.putAll(suite.getValue()));
                    singles.forEach(found::putIfAbsent);
                    keep(selection.ofAllParts(), found);
                    boolean isAnySelected = !found.isEmpty();
                    keep(selection, found);
                    List<BatchItem> empty = read.stream()
                            .filter(suite -> suite.getValue().isEmpty())
                            .map(suite -> BatchItem.suite(suite.getKey()).againstVersion(version))
                            .toList();
                    if (isAnySelected && found.isEmpty() && empty.isEmpty()) {
                        throw new NothingToRunException(
                                "No test is in part " + selection.shard() + ": nothing was run.");
                    }
                    return batch.plan(empty).map(plan -> FoundTest.plan(found, version, plan));
                });
    }

    private static void keep(TestSelection selection, Map<String, FoundTest> found) {
        found.entrySet()
                .removeIf(test -> !selection.has(test.getKey(), test.getValue().name()));
    }

    /** Some services ignore the filter. */
    private Mono<Map<String, FoundTest>> testsOf(String suite) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return tests.list(ofSuite)
                .filter(test -> test.testSuite() == null || suite.equals(test.testSuite()))
                .collect(LinkedHashMap::new, (found, test) -> found.put(test.testId(), found(test)));
    }

    private FoundTest found(AssistantTest test) {
        TelnyxConversationChannel channel = test.telnyxConversationChannel();
        return new FoundTest(
                test.testId(), test.name(), channel == null ? null : channels.computeIfAbsent(channel, first -> first));
    }
}
