package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.text.ClosestName;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks all names of suites and ids of tests before the first of them is triggered. */
public final class WorkCheck {

    private static final int CONCURRENT_CALLS = 8;

    private final Exchange exchange;
    private final RunSource source;
    private final TestLookup tests;

    /**
     * Creates a check.
     *
     * @param exchange executes the operations
     */
    public WorkCheck(Exchange exchange) {
        this.exchange = exchange;
        this.source = new ServiceRuns(exchange);
        this.tests = new TestLookup(
                id -> exchange.execute(TestOperations.retrieve(id)),
                params -> exchange.list(TestOperations.list(params)));
    }

    /** Completes if the service knows all suites and tests; otherwise an error names those that it does not. */
    Mono<Void> of(Collection<? extends BatchItem> items) {
        Set<String> suites = names(items, BatchItem.Kind.SUITE);
        Set<String> ids = names(items, BatchItem.Kind.TEST);
        return emptySuites(suites).flatMap(empty -> tests(ids).flatMap(known -> require(empty, absent(ids, known))));
    }

    private static Set<String> names(Collection<? extends BatchItem> items, BatchItem.Kind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind && item.runs() == null)
                .map(BatchItem::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns those of some tests that are not known.
     *
     * @param ids the ids of the tests
     * @param known the tests that are
     * @return the ids of the others
     */
    public static List<String> absent(Set<String> ids, Map<String, AssistantTest> known) {
        return ids.stream().filter(id -> !known.containsKey(id)).toList();
    }

    /** Emits those of some suites that have no tests. */
    private Mono<List<String>> emptySuites(Set<String> names) {
        return names.isEmpty()
                ? Mono.just(List.of())
                : knownSuites()
                        .flatMap(known -> Flux.fromIterable(names)
                                .filter(name -> !known.contains(name))
                                // The list may lag behind.
                                .flatMapSequential(this::withoutTests, CONCURRENT_CALLS)
                                .collectList());
    }

    private Mono<Set<String>> knownSuites() {
        return exchange.list(TestSuiteOperations.list()).collect(LinkedHashSet::new, Set::add);
    }

    private Mono<String> withoutTests(String suite) {
        return source.tests(suite).filter(tests -> tests.size() == 0).map(tests -> suite);
    }

    /**
     * Reads tests.
     *
     * @param ids their ids
     * @return those that exist, by their ids
     */
    public Mono<Map<String, AssistantTest>> tests(Set<String> ids) {
        return Flux.defer(() -> find(ids)).collect(LinkedHashMap::new, (found, test) -> found.put(test.testId(), test));
    }

    private Flux<AssistantTest> find(Set<String> ids) {
        if (ids.size() <= TestLookup.MAX_RETRIEVED) {
            return tests.retrieved(ids);
        }
        Set<String> sought = new LinkedHashSet<>(ids);
        return tests.listed()
                .filter(test -> sought.remove(test.testId()))
                .takeUntil(test -> sought.isEmpty())
                .concatWith(Flux.defer(() -> tests.retrieved(sought)));
    }

    /**
     * Completes if nothing is missing.
     *
     * @param emptySuites the suites that have no tests
     * @param absentTests the ids of the tests that do not exist
     * @return otherwise an error that names all of it, with the closest names that exist
     */
    public Mono<Void> require(Collection<String> emptySuites, Collection<String> absentTests) {
        if (emptySuites.isEmpty() && absentTests.isEmpty()) {
            return Mono.empty();
        }
        // Without the names that exist, the error is less helpful, and still the one to report.
        Mono<Set<String>> suites =
                emptySuites.isEmpty() ? Mono.just(Set.of()) : knownSuites().onErrorReturn(Set.of());
        Mono<List<String>> ids = absentTests.isEmpty() ? Mono.just(List.of()) : candidates();
        return Mono.zip(suites, ids)
                .flatMap(known -> Mono.error(missing(emptySuites, known.getT1(), absentTests, known.getT2())));
    }

    private Mono<List<String>> candidates() {
        return tests.listed()
                .take(TestLookup.MAX_CANDIDATES)
                .map(AssistantTest::testId)
                .collectList()
                .onErrorReturn(List.of());
    }

    private static ItemRefusedException missing(
            Collection<String> suites, Set<String> knownSuites, Collection<String> ids, List<String> knownIds) {
        List<String> missing = new ArrayList<>();
        suites.forEach(suite -> missing.add(
                knownSuites.contains(suite)
                        ? "the suite \"" + suite + "\" has no tests"
                        : ClosestName.absence("suite", suite, knownSuites)));
        ids.forEach(id -> missing.add(ClosestName.absence("test", id, knownIds)));
        return new ItemRefusedException("nothing was triggered: " + String.join("; ", missing));
    }
}
