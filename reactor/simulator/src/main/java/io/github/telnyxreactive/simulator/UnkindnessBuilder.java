package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.store.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Builds {@link Unkindness}. Each method sets one mode, in place of an earlier value. A share is from 0, never, to 1,
 * always; a duration is a whole number of milliseconds, and not negative; other values are rejected with an
 * {@link IllegalArgumentException}. Not thread-safe.
 */
public final class UnkindnessBuilder {

    private final Map<Mode, List<Object>> values;

    UnkindnessBuilder(Map<Mode, List<Object>> values) {
        this.values = values;
    }

    /**
     * Lets runs appear in lists late: a list contains a run only from some time after its creation on.
     *
     * @param lag the time from the creation of a run until lists contain it
     * @return this builder
     */
    public UnkindnessBuilder listLag(Duration lag) {
        return set(Mode.LIST_LAG, lag);
    }

    /**
     * Lets runs be read late: until some time after its creation, reading a single run is answered with status 404.
     *
     * @param lag the time from the creation of a run until it can be read
     * @return this builder
     */
    public UnkindnessBuilder readLag(Duration lag) {
        return set(Mode.READ_LAG, lag);
    }

    /**
     * Lets reads of a run or of a list of runs see the runs as they were some time ago, as from a replica that lags
     * behind. So the status of a run can go back from one read to the next. A run that is younger is seen as it was
     * created; whether it is seen at all is decided by {@link #listLag(Duration)} and {@link #readLag(Duration)}.
     * Filters by status see the same.
     *
     * @param share the share of reads
     * @param age how long ago
     * @return this builder
     */
    public UnkindnessBuilder staleReads(double share, Duration age) {
        return set(Mode.STALE_READS, share, age);
    }

    /**
     * Lets lists ignore filters, as if they had not been given.
     *
     * @param filters the names of the query parameters: {@code status} and {@code test_suite_run_id} of lists of runs,
     *     {@code test_suite} of the list of tests; at least one
     * @return this builder
     */
    public UnkindnessBuilder ignoredFilters(String... filters) {
        return set(Mode.IGNORED_FILTERS, new TreeSet<>(List.of(filters)));
    }

    /**
     * Lets lists reject filters: a request with one is answered with status 422.
     *
     * @param filters the names of the query parameters, as for {@link #ignoredFilters(String...)}; at least one
     * @return this builder
     */
    public UnkindnessBuilder rejectedFilters(String... filters) {
        return set(Mode.REJECTED_FILTERS, new TreeSet<>(List.of(filters)));
    }

    /**
     * Lets lists of tests and runs report a wrong {@code total_results}. The pages themselves stay right.
     *
     * @param offset what is added to the right number, not 0; instead of a negative number, 0 is reported
     * @return this builder
     */
    public UnkindnessBuilder totalResults(int offset) {
        return set(Mode.TOTAL_RESULTS, offset);
    }

    /**
     * Lets lists of tests and runs report a wrong {@code total_pages}. The pages themselves stay right.
     *
     * @param offset what is added to the right number, not 0; instead of a negative number, 0 is reported
     * @return this builder
     */
    public UnkindnessBuilder totalPages(int offset) {
        return set(Mode.TOTAL_PAGES, offset);
    }

    /**
     * Lets lists of tests and runs change while they are read: after the first page, the list is as if elements before
     * the next page had been removed, so that as many are skipped, or inserted, so that as many are repeated. {@code
     * total_results} changes accordingly. A list is what has the same path and filters, and a reading begins with its
     * first page. Nothing is really removed or inserted, so that later readings find everything in its place.
     *
     * @param elements the number of elements that seem to be removed, or if negative, inserted; not 0
     * @param readings the number of readings of each list that are disturbed, at least 1
     * @return this builder
     */
    public UnkindnessBuilder shiftingPages(int elements, int readings) {
        return set(Mode.SHIFTING_PAGES, elements, readings);
    }

    /**
     * Lets triggers of a suite create runs for some of its tests only.
     *
     * @param share the share of tests that are left out
     * @return this builder
     */
    public UnkindnessBuilder missingRuns(double share) {
        return set(Mode.MISSING_RUNS, share);
    }

    /**
     * Lets triggers create a second run of a test; see {@link CreatedRun.Origin#EXTRA}. It belongs to the same suite
     * run, and the response to the trigger of a suite contains it, but not that to the trigger of a single test.
     *
     * @param share the share of tests that are run twice
     * @return this builder
     */
    public UnkindnessBuilder extraRuns(double share) {
        return set(Mode.EXTRA_RUNS, share);
    }

    /**
     * Lets triggers of a suite respond with some of the runs only, although all were created.
     *
     * @param share the share of triggers
     * @return this builder
     */
    public UnkindnessBuilder partialResponses(double share) {
        return set(Mode.PARTIAL_RESPONSES, share);
    }

    /**
     * Lets triggers of a suite respond with an empty list, although runs were created.
     *
     * @param share the share of triggers
     * @return this builder
     */
    public UnkindnessBuilder emptyResponses(double share) {
        return set(Mode.EMPTY_RESPONSES, share);
    }

    /**
     * Lets triggers of a suite respond with one of the runs twice.
     *
     * @param share the share of triggers
     * @return this builder
     */
    public UnkindnessBuilder repeatedRuns(double share) {
        return set(Mode.REPEATED_RUNS, share);
    }

    /**
     * Lets triggers respond with one run that cannot be read: without a {@code run_id}, with one that is a list, with
     * a status or a date that is an object, or with a string in place of the run. With a suite, the other runs are as
     * usual.
     *
     * @param share the share of triggers
     * @return this builder
     */
    public UnkindnessBuilder unreadableRuns(double share) {
        return set(Mode.UNREADABLE_RUNS, share);
    }

    /**
     * Lets triggers respond with status 201 and JSON {@code null}.
     *
     * @param share the share of triggers
     * @return this builder
     */
    public UnkindnessBuilder nullResponses(double share) {
        return set(Mode.NULL_RESPONSES, share);
    }

    /**
     * Lets triggers respond with an object whose field {@code data} is the usual response.
     *
     * @param share the share of triggers
     * @return this builder
     */
    public UnkindnessBuilder wrappedResponses(double share) {
        return set(Mode.WRAPPED_RESPONSES, share);
    }

    /**
     * Lets triggers respond late, although the runs exist at once. Meanwhile, a request with the same idempotency key
     * is answered with status 409.
     *
     * @param share the share of triggers
     * @param delay the delay, by the simulator's clock
     * @return this builder
     */
    public UnkindnessBuilder lateResponses(double share, Duration delay) {
        return set(Mode.LATE_RESPONSES, share, delay);
    }

    /**
     * Lets the replayed response to a repeated trigger have run ids that no run has; everything else is as in the
     * first response.
     *
     * @param share the share of replays
     * @return this builder
     */
    public UnkindnessBuilder alteredReplays(double share) {
        return set(Mode.ALTERED_REPLAYS, share);
    }

    /**
     * Lets the service forget idempotency keys: a request that repeats a successful one is processed again, and a
     * trigger creates a second set of runs; see {@link CreatedRun.Origin#FORGOTTEN_KEY}.
     *
     * @param after the time from the end of the first request on; zero to forget keys at once, 24 hours by default
     * @return this builder
     */
    public UnkindnessBuilder forgottenKeys(Duration after) {
        return set(Mode.FORGOTTEN_KEYS, after);
    }

    /**
     * Lets runs be {@code queued} instead of {@code pending}.
     *
     * @param share the share of runs
     * @return this builder
     */
    public UnkindnessBuilder unknownStatuses(double share) {
        return set(Mode.UNKNOWN_STATUSES, share);
    }

    /**
     * Lets runs end as {@code completed}, {@code timeout} or {@code cancelled}, with the time of their end.
     *
     * @param share the share of runs
     * @return this builder
     */
    public UnkindnessBuilder unknownOutcomes(double share) {
        return set(Mode.UNKNOWN_OUTCOMES, share);
    }

    /**
     * Lets the status of runs change after their end: from {@code failed} to {@code passed}, and from any other to
     * {@code failed}. The time of their end stays.
     *
     * @param share the share of runs
     * @param after the time from the end of a run to the change
     * @return this builder
     */
    public UnkindnessBuilder changingOutcomes(double share, Duration after) {
        return set(Mode.CHANGING_OUTCOMES, share, after);
    }

    /**
     * Lets runs never end: they stay {@code running}.
     *
     * @param share the share of runs
     * @return this builder
     */
    public UnkindnessBuilder endlessRuns(double share) {
        return set(Mode.ENDLESS_RUNS, share);
    }

    /**
     * Limits the runs under way: a trigger that would lead to more is answered with status 429, and creates none.
     *
     * @param runs the maximum number of runs under way, at least 1
     * @return this builder
     */
    public UnkindnessBuilder rejectBeyond(int runs) {
        return set(Mode.REJECT_BEYOND, runs);
    }

    /**
     * Limits the runs under way: a run beyond the limit ends at once, with the status {@code error}.
     *
     * @param runs the maximum number of runs under way, at least 1
     * @return this builder
     */
    public UnkindnessBuilder failBeyond(int runs) {
        return set(Mode.FAIL_BEYOND, runs);
    }

    /**
     * Lets the service reject the API key for some time, with {@link Fault#unauthorized()}. For a key that is revoked
     * for good, or after a number of requests, inject a {@link FaultRule}.
     *
     * @param from the beginning, since the start of the simulator by its clock
     * @param until the end, exclusive
     * @return this builder
     */
    public UnkindnessBuilder unauthorized(Duration from, Duration until) {
        return set(Mode.UNAUTHORIZED, from, until);
    }

    /**
     * Lets the service answer all requests with {@link Fault#tooManyRequests()} for some time.
     *
     * @param from the beginning, since the start of the simulator by its clock
     * @param until the end, exclusive
     * @return this builder
     */
    public UnkindnessBuilder throttled(Duration from, Duration until) {
        return set(Mode.THROTTLED, from, until);
    }

    /**
     * Lets the service answer all requests with {@link Fault#internalServerError()} for some time.
     *
     * @param from the beginning, since the start of the simulator by its clock
     * @param until the end, exclusive
     * @return this builder
     */
    public UnkindnessBuilder failing(Duration from, Duration until) {
        return set(Mode.FAILING, from, until);
    }

    UnkindnessBuilder set(Mode mode, Object... given) {
        ModeChecks.check(mode, given);
        values.put(mode, List.of(given));
        return this;
    }

    UnkindnessBuilder setAll(Unkindness others) {
        values.putAll(others.modes().values());
        return this;
    }

    /**
     * Creates the value.
     *
     * @return the modes that are set
     */
    public Unkindness build() {
        return new Unkindness(values);
    }
}
