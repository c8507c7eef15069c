package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemResolution;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.ResolutionException;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.bulk.UnresolvedItem.FoundRun;
import io.github.telnyxreactive.internal.bulk.UnknownOutcomes.Unknown;
import io.github.telnyxreactive.internal.error.Refusals;
import io.github.telnyxreactive.internal.exchange.Exchange;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what exists for the items of an open journal whose outcome is not known, and records what was decided about them. */
final class Resolving {

    private static final int CONCURRENT_CALLS = 8;

    private static final Comparator<FoundRun> NEWEST_FIRST = Comparator.comparing(
            found -> found.run().createdAt(), Comparator.nullsLast(Comparator.<OffsetDateTime>reverseOrder()));

    private final Exchange exchange;
    private final BatchJournal.Session session;
    private final JournalState state;
    private final RunSearch search;
    private final RunSource source;

    /**
     * Prepares to settle what is not known.
     *
     * @param exchange executes the operations
     * @param session the journal
     * @param state what it knows
     */
    Resolving(Exchange exchange, BatchJournal.Session session, JournalState state) {
        this.exchange = exchange;
        this.session = session;
        this.state = state;
        this.search = new RunSearch(exchange);
        this.source = new ServiceRuns(exchange);
    }

    /** Emits the items whose outcome is not known, with the runs of their time. */
    Mono<List<UnresolvedItem>> unresolved() {
        return unknown().flatMap(this::withRuns);
    }

    private Mono<List<Unknown>> unknown() {
        return session.entries()
                .collect(UnknownOutcomes::new, UnknownOutcomes::apply)
                .publishOn(exchange.scheduler())
                .map(UnknownOutcomes::unknown);
    }

    private Mono<List<UnresolvedItem>> withRuns(List<Unknown> items) {
        Map<RunSearch.Place, OffsetDateTime> earliest = new LinkedHashMap<>();
        items.forEach(item -> earliest.merge(
                RunSearch.Place.of(item.item()), item.from(), (one, other) -> one.isBefore(other) ? one : other));
        return Flux.fromIterable(earliest.entrySet())
                .flatMap(
                        place -> search.since(place.getValue(), place.getKey())
                                .map(found -> Map.entry(place.getKey(), found)),
                        CONCURRENT_CALLS)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(found -> Mono.zip(tests(found), owners(ids(found)))
                        .map(known -> items.stream()
                                .map(item -> describe(item, found, known.getT1(), known.getT2()))
                                .toList()));
    }

    private static Set<String> ids(Map<RunSearch.Place, RunSearch.Found> found) {
        Set<String> ids = new HashSet<>();
        found.values()
                .forEach(list ->
                        list.runs().forEach(run -> idsOf(RunState.of(run)).forEach(ids::add)));
        return ids;
    }

    private static Stream<String> idsOf(RunState run) {
        return Stream.of(run.runId(), Objects.requireNonNullElse(run.suiteRunId(), run.runId()));
    }

    /** Reads the tests of suites that have runs, for their names. Without them, the ids have to do. */
    private Mono<Map<String, SuiteTests>> tests(Map<RunSearch.Place, RunSearch.Found> found) {
        return Flux.fromIterable(found.entrySet())
                .filter(list -> !list.getValue().runs().isEmpty())
                .mapNotNull(list -> list.getKey().suite())
                .flatMap(
                        suite -> source.tests(suite)
                                .onErrorResume(Refusals::isRefusal, refusal -> Mono.just(new SuiteTests()))
                                .map(tests -> Map.entry(suite, tests)),
                        CONCURRENT_CALLS)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Reads to which items runs belong, by their ids and by those that they have in common. */
    private Mono<Map<String, ItemId>> owners(Set<String> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : session.entries()
                        .ofType(JournalEntry.Started.class)
                        .<Map<String, ItemId>>collect(
                                HashMap::new,
                                (owners, started) -> started.runs().stream()
                                        .flatMap(Resolving::idsOf)
                                        .filter(ids::contains)
                                        .forEach(id -> owners.putIfAbsent(id, started.item())))
                        .publishOn(exchange.scheduler());
    }

    private static @Nullable ItemId owner(RunState run, Map<String, ItemId> owners) {
        return idsOf(run).map(owners::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private UnresolvedItem describe(
            Unknown unknown,
            Map<RunSearch.Place, RunSearch.Found> lists,
            Map<String, SuiteTests> tests,
            Map<String, ItemId> owners) {
        RunSearch.Place place = RunSearch.Place.of(unknown.item());
        RunSearch.Found list = Objects.requireNonNull(lists.get(place));
        OffsetDateTime to = last(unknown);
        List<FoundRun> found = list.between(unknown.from(), to).stream()
                .map(run -> {
                    RunState state = RunState.of(run);
                    return new FoundRun(
                            state, name(state, unknown, place, tests), RunVersion.of(run), owner(state, owners));
                })
                .sorted(NEWEST_FIRST)
                .toList();
        return UnresolvedItem.builder(unknown.item(), unknown.number(), unknown.problem(), unknown.from(), to)
                .testName(unknown.testName())
                .repeatableUntil(repeatableUntil(unknown))
                .known(unknown.known())
                .found(found)
                .unread(list.unread())
                .build();
    }

    private static @Nullable String name(
            RunState run, Unknown unknown, RunSearch.Place place, Map<String, SuiteTests> tests) {
        SuiteTests ofSuite = place.suite() == null ? null : tests.get(place.suite());
        return ofSuite == null ? unknown.testName() : ofSuite.name(run.testId());
    }

    /** Returns when something may have been triggered last: a process repeats a request as long as it may. */
    private static OffsetDateTime last(Unknown unknown) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime end = unknown.end() == null ? now : unknown.end();
        OffsetDateTime latest = unknown.from().plus(BatchSubscription.MAX_TRIGGERING);
        return end.isBefore(latest) ? end : latest;
    }

    private @Nullable OffsetDateTime repeatableUntil(Unknown unknown) {
        ItemHistory history = state.of(unknown.item());
        OffsetDateTime first = history.begunAt();
        Duration left = new Recording(session, state, exchange.scheduler()).leftToTrigger(history);
        return first != null && unknown.known().isEmpty() && left.compareTo(ItemTrigger.SHORTEST) >= 0
                ? first.plus(BatchSubscription.MAX_TRIGGERING)
                : null;
    }

    /** Records what was decided, if all of it is possible. */
    Mono<Void> resolve(Collection<ItemResolution> resolutions) {
        return unknown().flatMap(all -> {
            Map<ItemId, Unknown> byItem = new HashMap<>();
            all.forEach(item -> byItem.put(item.item(), item));
            Map<ItemId, ItemResolution> decided = new LinkedHashMap<>();
            for (ItemResolution resolution : resolutions) {
                if (!byItem.containsKey(resolution.item())) {
                    return Mono.error(new ResolutionException("the outcome of " + Decision.name(resolution.item())
                            + " is known, or the journal does not have it: nothing was recorded"));
                }
                if (decided.put(resolution.item(), resolution) != null) {
                    return Mono.error(new ResolutionException(
                            Decision.name(resolution.item()) + " was decided twice: nothing was recorded"));
                }
            }
            List<Unknown> chosen = decided.keySet().stream().map(byItem::get).toList();
            return withRuns(chosen).flatMap(items -> record(items, decided));
        });
    }

    private Mono<Void> record(List<UnresolvedItem> items, Map<ItemId, ItemResolution> decided) {
        return Flux.fromIterable(items)
                .concatMap(item -> decision(item, Objects.requireNonNull(decided.get(item.item()))))
                .collectList()
                .flatMap(decisions -> {
                    Set<String> ids = new HashSet<>();
                    decisions.forEach(decision ->
                            decision.runs().forEach(run -> idsOf(run).forEach(ids::add)));
                    return owners(ids).doOnNext(owners -> {
                        Decision.check(decisions, run -> owner(run, owners));
                        decisions.forEach(decision -> decision.record(session));
                    });
                })
                .then();
    }

    /** Finds the runs of a decision: in the list of that time, or else by their ids. */
    private Mono<Decision> decision(UnresolvedItem item, ItemResolution resolution) {
        RunSearch.Place place = RunSearch.Place.of(item.item());
        return Flux.fromIterable(resolution.runs())
                .concatMap(id -> {
                    List<FoundRun> listed = Decision.listed(item, id);
                    return (listed.isEmpty()
                                    ? search.withId(id, place)
                                            .map(run -> new FoundRun(
                                                    RunState.of(run), item.testName(), RunVersion.of(run), null))
                                    : Flux.fromIterable(listed))
                            .collectList()
                            .map(runs -> Map.entry(id, runs));
                })
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new)
                .map(runs -> new Decision(item, runs));
    }
}
