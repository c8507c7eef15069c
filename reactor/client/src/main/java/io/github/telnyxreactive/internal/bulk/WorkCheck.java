package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.text.ClosestName;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks all names of suites and ids of tests before the first of them is triggered. */
public final class WorkCheck {

    /** With more ids than that, the tests are listed, a hundred at a time. */
    private static final int MAX_RETRIEVED = 20;

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENT_CALLS = 8;

    /** How many tests are compared to find the one that was meant. */
    private static final int MAX_CANDIDATES = 1000;

    private final Exchange exchange;
    private final RunSource source;

    /**
     * Creates a check.
     *
     * @param exchange executes the operations
     */
    public WorkCheck(Exchange exchange) {
        this.exchange = exchange;
        this.source = new ServiceRuns(exchange);
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
        if (ids.size() <= MAX_RETRIEVED) {
            return retrieved(ids);
        }
        return Mono.defer(() -> {
            Set<String> sought = new LinkedHashSet<>(ids);
            return exchange.list(TestOperations.list(
                            TestListParams.builder().pageSize(PAGE_SIZE).build()))
                    .onUnreadable(error -> {})
                    .filter(test -> sought.remove(test.testId()))
                    .takeUntil(test -> sought.isEmpty())
                    .collect(LinkedHashMap<String, AssistantTest>::new, WorkCheck::put)
                    // The list may leave some out.
                    .flatMap(listed -> retrieved(sought).map(others -> {
                        listed.putAll(others);
                        return listed;
                    }));
        });
    }

    private Mono<Map<String, AssistantTest>> retrieved(Set<String> ids) {
        return Flux.fromIterable(ids)
                .flatMapSequential(
                        id -> exchange.execute(TestOperations.retrieve(id))
                                .onErrorResume(WorkCheck::isAbsent, absent -> Mono.empty()),
                        CONCURRENT_CALLS)
                .collect(LinkedHashMap::new, WorkCheck::put);
    }

    private static void put(Map<String, AssistantTest> tests, AssistantTest test) {
        tests.put(test.testId(), test);
    }

    /** Some services refuse an id that cannot be one. */
    private static boolean isAbsent(Throwable error) {
        return error instanceof NotFoundException
                || error instanceof UnprocessableEntityException
                || error instanceof BadRequestException;
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
        return exchange.list(TestOperations.list(
                        TestListParams.builder().pageSize(PAGE_SIZE).build()))
                .onUnreadable(error -> {})
                .take(MAX_CANDIDATES)
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
                        : describe("suite", suite, knownSuites)));
        ids.forEach(id -> missing.add(describe("test", id, knownIds)));
        return new ItemRefusedException("nothing was triggered: " + String.join("; ", missing));
    }

    private static String describe(String kind, String name, Collection<String> known) {
        @Nullable String closest = ClosestName.to(name, known);
        return "there is no " + kind + " \"" + name + "\""
                + (closest == null ? "" : " (did you mean \"" + closest + "\"?)");
    }
}
