package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.internal.error.Refusals;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the runs of a suite or a test that were created in some time. Sends nothing but GET requests. */
final class RunSearch {

    /** The largest page size of the service. */
    private static final int PAGE_SIZE = 100;

    /**
     * The clocks of the service and of this machine may differ by this much. A person decides, for whom too many runs are
     * better than too few.
     */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(10);

    /** Runs that were created this shortly after each other may be in any order. */
    private static final Duration ORDER_MARGIN = Duration.ofMinutes(1);

    /** How many runs of a suite are searched for one with an id. */
    static final int SEARCHED = 10 * PAGE_SIZE;

    /** A request that was given up may be processed this much later. */
    private static final Duration LATEST_PROCESSING = Duration.ofMinutes(2);

    private final Exchange exchange;

    RunSearch(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * The list in which the runs of an item are.
     *
     * @param suite the name of the suite, {@code null} for a single test
     * @param testId the id of the test, {@code null} for a suite
     */
    record Place(@Nullable String suite, @Nullable String testId) {

        static Place of(ItemId item) {
            boolean isSuite = item.kind() == BatchItem.Kind.SUITE && item.testId() == null;
            return isSuite
                    ? new Place(item.name(), null)
                    : new Place(null, item.testId() == null ? item.name() : item.testId());
        }
    }

    /**
     * What a list has.
     *
     * @param runs the runs, in the order of the list
     * @param unread why there may be more, {@code null} if everything could be read
     */
    record Found(List<TestRun> runs, @Nullable String unread) {

        /** Returns those that may be of a request of some time, or of which nobody knows when they were created. */
        List<TestRun> between(OffsetDateTime from, OffsetDateTime to) {
            OffsetDateTime latest = to.plus(LATEST_PROCESSING).plus(CLOCK_MARGIN);
            return runs.stream()
                    .filter(run -> !isBefore(run, from))
                    .filter(run -> run.createdAt() == null || !run.createdAt().isAfter(latest))
                    .toList();
        }
    }

    private static boolean isBefore(TestRun run, OffsetDateTime from) {
        OffsetDateTime created = run.createdAt();
        return created != null && created.isBefore(from.minus(CLOCK_MARGIN));
    }

    /** Reads a list until a whole page of its runs is older than some time. */
    Mono<Found> since(OffsetDateTime from, Place place) {
        return Mono.defer(() -> {
            Reading reading = new Reading(from, place);
            return list(place, null)
                    .onUnreadable(error -> reading.unreadable++)
                    .pages()
                    .doOnNext(reading::add)
                    .takeUntil(reading::isBehind)
                    .then(Mono.fromSupplier(() -> reading.found(null)))
                    .onErrorResume(
                            Refusals::isRefusal,
                            refusal -> Mono.just(
                                    reading.found("the service does not list its runs: " + refusal.getMessage())));
        });
    }

    /**
     * Finds the runs with an id, their own or the one that they have in common, whenever they were created: a run of a suite by
     * its own id only among the first {@link #SEARCHED} of the list, since the service has no filter for it.
     */
    Flux<TestRun> withId(String id, Place place) {
        Flux<TestRun> runs = place.suite() == null
                ? exchange.execute(TestRunOperations.retrieve(Objects.requireNonNull(place.testId()), id))
                        .filter(run -> run.runId().equals(id))
                        .flux()
                : suiteRun(id, place).switchIfEmpty(Flux.defer(() -> ownId(id, place)));
        return runs.onErrorResume(Refusals::isRefusal, refusal -> Flux.empty());
    }

    private Flux<TestRun> suiteRun(String id, Place place) {
        return list(place, id)
                .onUnreadable(error -> {})
                // Some services ignore a filter.
                .filter(run -> id.equals(run.testSuiteRunId()));
    }

    /** Finds a run by its own id, and those that were triggered together with it. */
    private Flux<TestRun> ownId(String id, Place place) {
        return list(place, null)
                .onUnreadable(error -> {})
                .take(SEARCHED)
                .filter(run -> run.runId().equals(id))
                .next()
                .flatMapMany(run -> run.testSuiteRunId() == null
                        ? Flux.just(run)
                        : suiteRun(run.testSuiteRunId(), place).switchIfEmpty(Flux.just(run)));
    }

    private PagedFlux<TestRun> list(Place place, @Nullable String suiteRunId) {
        return place.suite() == null
                ? exchange.list(TestRunOperations.list(
                        Objects.requireNonNull(place.testId()),
                        TestRunListParams.builder().pageSize(PAGE_SIZE).build()))
                : exchange.list(TestSuiteOperations.listRuns(
                        place.suite(),
                        TestSuiteRunListParams.builder()
                                .testSuiteRunId(suiteRunId)
                                .pageSize(PAGE_SIZE)
                                .build()));
    }

    /** A test that was triggered on its own has a run without a suite. */
    private static boolean isOf(TestRun run, Place place) {
        String suiteRunId = run.testSuiteRunId();
        return place.suite() != null || suiteRunId == null || suiteRunId.isBlank();
    }

    /** The pages of a list that were read. The service lists the newest first, but does not promise it. */
    private static final class Reading {

        private final OffsetDateTime from;
        private final Place place;
        private final Map<String, TestRun> runs = new LinkedHashMap<>();
        private @Nullable OffsetDateTime oldest;
        private boolean isUnsorted;
        private boolean isCutOff;
        private int unreadable;

        Reading(OffsetDateTime from, Place place) {
            this.from = from;
            this.place = place;
        }

        void add(Page<TestRun> page) {
            for (TestRun run : page.data()) {
                order(run.createdAt());
                if (!isBefore(run, from) && isOf(run, place)) {
                    runs.putIfAbsent(run.runId(), run);
                }
            }
        }

        private void order(@Nullable OffsetDateTime created) {
            if (created == null) {
                return;
            }
            isUnsorted |= oldest != null && created.isAfter(oldest.plus(ORDER_MARGIN));
            oldest = oldest == null || created.isBefore(oldest) ? created : oldest;
        }

        boolean isBehind(Page<TestRun> page) {
            isCutOff = !page.data().isEmpty() && page.data().stream().allMatch(run -> isBefore(run, from));
            return isCutOff;
        }

        Found found(@Nullable String refusal) {
            List<String> problems = new ArrayList<>();
            if (refusal != null) {
                problems.add(refusal);
            }
            if (unreadable > 0) {
                problems.add(unreadable + " elements of the list of its runs could not be read");
            }
            if (isCutOff && isUnsorted) {
                problems.add("the list of its runs is not in the order of their time, and was not read to the end");
            }
            return new Found(List.copyOf(runs.values()), problems.isEmpty() ? null : String.join("; ", problems));
        }
    }
}
