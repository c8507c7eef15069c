package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks all names of suites and ids of tests before the first of them is triggered. */
final class WorkCheck {

    /** With more ids than that, the tests are listed, a hundred at a time. */
    private static final int MAX_RETRIEVED = 20;

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENT_CALLS = 8;

    private final Exchange exchange;
    private final RunSource source;

    WorkCheck(Exchange exchange) {
        this.exchange = exchange;
        this.source = new ServiceRuns(exchange);
    }

    /** Completes if the service knows all suites and tests; otherwise an error names those that it does not. */
    Mono<Void> of(Collection<? extends BatchItem> items) {
        return Flux.concat(
                        unknownSuites(names(items, BatchItem.Kind.SUITE)),
                        unknownTests(names(items, BatchItem.Kind.TEST)))
                .collectList()
                .flatMap(unknown -> unknown.isEmpty()
                        ? Mono.empty()
                        : Mono.error(new ItemRefusedException("nothing was triggered, since the service does not know "
                                + String.join(", ", unknown))));
    }

    private static Set<String> names(Collection<? extends BatchItem> items, BatchItem.Kind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind && item.runs() == null)
                .map(BatchItem::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Flux<String> unknownSuites(Set<String> names) {
        return names.isEmpty()
                ? Flux.empty()
                : exchange.list(TestSuiteOperations.list())
                        .collectList()
                        .flatMapMany(known -> Flux.fromIterable(names)
                                .filter(name -> !known.contains(name))
                                // The list may lag behind.
                                .flatMapSequential(this::withoutTests, CONCURRENT_CALLS)
                                .map(name -> describe(name, known)));
    }

    private Mono<String> withoutTests(String suite) {
        return source.tests(suite).filter(tests -> tests.size() == 0).map(tests -> suite);
    }

    private static String describe(String name, List<String> known) {
        String closest = ClosestName.to(name, known);
        return "the suite \"" + name + "\"" + (closest == null ? "" : " (did you mean \"" + closest + "\"?)");
    }

    private Flux<String> unknownTests(Set<String> ids) {
        Mono<Void> listed = ids.size() <= MAX_RETRIEVED
                ? Mono.empty()
                : exchange.list(TestOperations.list(
                                TestListParams.builder().pageSize(PAGE_SIZE).build()))
                        .onUnreadable(error -> {})
                        .doOnNext(test -> ids.remove(test.testId()))
                        .takeUntil(test -> ids.isEmpty())
                        .then();
        return listed.thenMany(Flux.defer(() -> Flux.fromIterable(List.copyOf(ids))))
                .flatMapSequential(this::unknownTest, CONCURRENT_CALLS);
    }

    private Mono<String> unknownTest(String id) {
        return exchange.execute(TestOperations.retrieve(id))
                .then(Mono.<String>empty())
                .onErrorResume(NotFoundException.class, error -> Mono.just("the test \"" + id + "\""));
    }
}
