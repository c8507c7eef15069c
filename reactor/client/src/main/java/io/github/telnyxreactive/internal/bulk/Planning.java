package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out what a batch is going to run. */
final class Planning {

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENT_CALLS = 8;

    private final RunSource source;
    private final WorkCheck check;
    private final int maxConcurrentRuns;

    /**
     * Creates a planning.
     *
     * @param exchange executes the operations
     * @param maxConcurrentRuns the number of tests from which on a suite is triggered test by test
     */
    Planning(Exchange exchange, int maxConcurrentRuns) {
        this.source = new ServiceRuns(exchange);
        this.check = new WorkCheck(exchange);
        this.maxConcurrentRuns = maxConcurrentRuns;
    }

    /** A suite without its tests. */
    private record Suite(String name, int tests, Map<TelnyxConversationChannel, Integer> channels) {}

    /** Emits the plan of some work, or an error that names what the service does not know. */
    Mono<BatchPlan> of(Collection<? extends BatchItem> work) {
        Map<ItemId, BatchItem> items = new LinkedHashMap<>();
        work.forEach(item -> items.putIfAbsent(ItemId.of(item), item));
        Set<String> ids = names(items.values(), BatchItem.Kind.TEST);
        Mono<Map<String, Suite>> suites = Flux.fromIterable(names(items.values(), BatchItem.Kind.SUITE))
                .flatMapSequential(this::suite, CONCURRENT_CALLS)
                .collectMap(Suite::name, suite -> suite, LinkedHashMap::new);
        return suites.flatMap(known -> check.tests(ids)
                .flatMap(tests -> check.require(empty(known), WorkCheck.absent(ids, tests))
                        .then(Mono.fromSupplier(() -> plan(items, known, tests)))));
    }

    private static Set<String> names(Collection<BatchItem> items, BatchItem.Kind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(BatchItem::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Mono<Suite> suite(String name) {
        return source.tests(name).map(tests -> new Suite(name, tests.size(), tests.channels()));
    }

    private static List<String> empty(Map<String, Suite> suites) {
        return suites.values().stream()
                .filter(suite -> suite.tests == 0)
                .map(Suite::name)
                .toList();
    }

    private BatchPlan plan(Map<ItemId, BatchItem> work, Map<String, Suite> suites, Map<String, AssistantTest> tests) {
        List<PlannedItem> items = new ArrayList<>(work.size());
        Map<TelnyxConversationChannel, Integer> channels = new HashMap<>();
        long requests = 0;
        for (Map.Entry<ItemId, BatchItem> entry : work.entrySet()) {
            BatchItem item = entry.getValue();
            if (item.kind() == BatchItem.Kind.SUITE) {
                Suite suite = Objects.requireNonNull(suites.get(item.name()));
                items.add(new PlannedItem(entry.getKey(), null, suite.tests));
                suite.channels.forEach((channel, runs) -> channels.merge(channel, runs, Integer::sum));
                int lists = (suite.tests + PAGE_SIZE - 1) / PAGE_SIZE;
                requests += lists + 2L * (suite.tests > maxConcurrentRuns ? suite.tests : 1);
            } else {
                AssistantTest test = Objects.requireNonNull(tests.get(item.name()));
                items.add(new PlannedItem(entry.getKey(), test.name(), 1));
                if (test.telnyxConversationChannel() != null) {
                    channels.merge(test.telnyxConversationChannel(), 1, Integer::sum);
                }
                requests += 2;
            }
        }
        return new BatchPlan(items, channels, requests);
    }
}
