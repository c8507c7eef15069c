package io.github.telnyxreactive.internal.runs;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.internal.error.Refusals;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the runs of one trigger, and what that means: which runs are followed, which are still sought, and what
 * is forgiven. It does no I/O: it says {@linkplain #look() where to look}, is told what was seen, and returns what is new.
 * All followers of runs use it, so that what is forgiven in one is forgiven in all. Not thread-safe.
 */
public final class RunBook {

    /** A run, or a list, counts as unreadable after this many polls in a row. */
    public static final int MAX_FAILURES = 3;

    /** A request that was given up may be processed this much later than the one that repeated it. */
    private static final Duration LATEST_PROCESSING = Duration.ofMinutes(2);

    /** In the order in which runs pass through them. */
    private static final List<TestRunStatus> COURSE =
            List.of(TestRunStatus.PENDING, TestRunStatus.STARTING, TestRunStatus.RUNNING);

    private final Triggering triggering;
    private final long startedAt;
    private final Set<String> known = new HashSet<>();
    private final Map<String, TestRun> open = new LinkedHashMap<>();
    private final Map<String, Integer> failures = new HashMap<>(0);
    private final Set<String> suiteRunIds = new LinkedHashSet<>(2);
    private final Set<String> testsWithoutRun;
    private Search search = new Search.Ended();
    private @Nullable OffsetDateTime lastCreated;
    private boolean isToCompare;
    private int comparisons;
    private boolean announced;
    private boolean wasSeen;
    private int failedPolls;

    /** Whether runs are sought that the response to the trigger may not have identified. */
    private sealed interface Search {

        /**
         * Runs are sought.
         *
         * @param looks how often they were looked for
         * @param missing says that there are some, {@code null} if that is not known
         * @param expected the number of runs if there are some
         */
        record Seeking(int looks, @Nullable Throwable missing, int expected) implements Search {}

        /** All runs are known, or the others were given up. */
        record Ended() implements Search {}
    }

    /**
     * Creates the book of a trigger.
     *
     * @param triggering what was triggered
     * @param now the time in nanoseconds, by a monotonic clock
     */
    public RunBook(Triggering triggering, long now) {
        this.triggering = triggering;
        this.startedAt = now;
        this.isToCompare = triggering.repeated();
        Set<String> tests = triggering.tests();
        this.testsWithoutRun = tests == null ? new LinkedHashSet<>(0) : new LinkedHashSet<>(tests);
    }

    /**
     * Records the response to the trigger.
     *
     * @param runs the runs that it contains
     * @param missing the error if it is not certain that these are all, otherwise {@code null}
     * @return what is new
     */
    public List<News> triggered(Collection<TestRun> runs, @Nullable DecodingException missing) {
        List<News> news = new ArrayList<>();
        suiteRunIds.addAll(RunPoll.suiteRunIds(runs, missing));
        if (missing == null || !runs.isEmpty()) {
            // The answer to a repetition may be a wrong one.
            start(runs, !triggering.repeated(), news);
        }
        int unidentified =
                missing == null ? 0 : Math.max(1, missing.unreadable().size());
        if (triggering.suite() != null || missing != null) {
            search = new Search.Seeking(0, missing, known.size() + unidentified);
        }
        return news;
    }

    /**
     * Records runs that were known before.
     *
     * @param runs the runs, which need not have ended
     * @return what is new, at least that they exist
     */
    public List<News> known(Collection<TestRun> runs) {
        List<News> news = new ArrayList<>();
        suiteRunIds.addAll(RunPoll.suiteRunIds(runs, null));
        start(runs, news);
        return news;
    }

    /**
     * Continues with runs that an earlier process has reported. Those of a suite that it has not found yet are sought.
     *
     * @param runs the runs as last seen
     */
    public void resumed(Collection<TestRun> runs) {
        List<News> reported = new ArrayList<>();
        suiteRunIds.addAll(RunPoll.suiteRunIds(runs, null));
        start(runs, reported);
        if (triggering.suite() != null) {
            search = new Search.Seeking(0, null, 0);
        }
    }

    private void start(Collection<TestRun> runs, List<News> news) {
        start(runs, true, news);
    }

    private void start(Collection<TestRun> runs, boolean isTrusted, List<News> news) {
        List<TestRun> started =
                runs.stream().filter(run -> known.add(run.runId())).toList();
        if (started.isEmpty() && announced) {
            return;
        }
        news.add(new News.Started(started, announced));
        announced = true;
        for (TestRun run : started) {
            OffsetDateTime created = run.createdAt();
            if (created != null && (lastCreated == null || created.isAfter(lastCreated))) {
                lastCreated = created;
            }
            if (run.testId() != null) {
                testsWithoutRun.remove(run.testId());
            }
            // How it has ended may be readable elsewhere if it is not here.
            if (isTrusted && run.hasEnded() && run.status() != null) {
                news.add(new News.Ended(run));
            } else {
                open.put(run.runId(), run);
            }
        }
    }

    /**
     * Returns where to look.
     *
     * @return what the next poll has to find out
     */
    public RunPoll.Look look() {
        return new RunPoll.Look(
                triggering,
                known.size(),
                List.copyOf(open.values()),
                List.copyOf(suiteRunIds),
                search instanceof Search.Seeking,
                isToCompare && isOver());
    }

    private boolean isOver() {
        return open.isEmpty() && search instanceof Search.Ended;
    }

    /**
     * Records the result of a poll.
     *
     * @param result the result
     * @param now the time in nanoseconds
     * @return what is new
     */
    public List<News> polled(RunPoll.Result result, long now) {
        failedPolls = 0;
        List<News> news = new ArrayList<>();
        if (isToCompare && isOver()) {
            compare(result, now, news);
            return news;
        }
        result.seen().forEach(run -> update(run, news));
        result.unreadable().forEach((runId, error) -> unreadable(runId, error, now, news));
        if (search instanceof Search.Seeking seeking) {
            sought(seeking, result, now, news);
        }
        return news;
    }

    private void update(TestRun run, List<News> news) {
        failures.remove(run.runId());
        TestRun last = open.get(run.runId());
        if (last == null) {
            return;
        }
        wasSeen = true;
        if (run.hasEnded()) {
            open.remove(run.runId());
            news.add(new News.Ended(run));
        } else if (run.status() != null && isProgress(last.status(), run.status())) {
            open.put(run.runId(), run);
            news.add(new News.Changed(run));
        }
    }

    /** A replica of the service may show a run as it was some time ago. */
    private static boolean isProgress(@Nullable TestRunStatus last, TestRunStatus next) {
        int before = last == null ? -1 : COURSE.indexOf(last);
        int after = COURSE.indexOf(next);
        return before >= 0 && after >= 0 ? after > before : !next.equals(last);
    }

    private void unreadable(String runId, Throwable error, long now, List<News> news) {
        if (!RunPoll.isSettled(error)) {
            failures.remove(runId);
        } else if (!(error instanceof NotFoundException && isFresh(now))
                && failures.merge(runId, 1, Integer::sum) >= MAX_FAILURES) {
            lose(runId, error, news);
            seekInstead(error);
        }
    }

    /** A response that names a run which does not exist may be a wrong one: the run of that time may be another. */
    private void seekInstead(Throwable error) {
        if (error instanceof NotFoundException && !wasSeen && triggering.suite() == null) {
            search = new Search.Seeking(0, error, known.size() + 1);
        }
    }

    private void lose(String runId, Throwable reason, List<News> news) {
        failures.remove(runId);
        TestRun last = open.remove(runId);
        if (last != null) {
            news.add(new News.Lost(last, reason));
        }
    }

    /** The service may not show yet what it has just created. */
    private boolean isFresh(long now) {
        return now - startedAt < triggering.maxLag().toNanos();
    }

    private void sought(Search.Seeking seeking, RunPoll.Result result, long now, List<News> news) {
        int before = known.size();
        List<TestRun> found = ours(result.others());
        suiteRunIds.addAll(RunPoll.suiteRunIds(found, null));
        if (!found.isEmpty()) {
            start(found, news);
        }
        boolean isNew = known.size() > before;
        Throwable missing = known.size() >= seeking.expected() ? null : seeking.missing();
        Search.Seeking next = new Search.Seeking(seeking.looks() + 1, missing, seeking.expected());
        Set<String> listed = result.listed();
        boolean complete = !isNew && listed != null && listed.containsAll(known);
        boolean enough = missing == null && testsWithoutRun.isEmpty();
        boolean certain = listed == null || triggering.tests() != null;
        boolean looked = next.looks() >= MAX_FAILURES;
        if (enough && complete || looked && (enough && certain || !isFresh(now))) {
            endSearch(next, testsWithoutRun.isEmpty() ? null : result.unlisted(), news);
        } else {
            search = next;
        }
    }

    /**
     * Without an id that the runs have in common, only the group of a known run, or the only group from that time, can be
     * meant.
     */
    private List<TestRun> ours(List<TestRun> others) {
        if (!suiteRunIds.isEmpty()) {
            return others;
        }
        Map<String, List<TestRun>> groups = others.stream()
                .collect(Collectors.groupingBy(run -> triggering.suite() == null ? run.runId() : suiteRunId(run)));
        List<List<TestRun>> withKnown = groups.values().stream()
                .filter(group -> group.stream().anyMatch(run -> known.contains(run.runId())))
                .toList();
        if (!withKnown.isEmpty()) {
            return withKnown.size() == 1 ? withKnown.get(0) : List.of();
        }
        groups.keySet().removeIf(id -> id.isEmpty() || triggering.isForeign().test(id));
        return groups.size() == 1 ? groups.values().iterator().next() : List.of();
    }

    /**
     * A service that has forgotten the key has run the trigger twice. Its list says so, or shows the runs of somebody else:
     * they have no key. Who may not list the runs never learns it.
     */
    private void compare(RunPoll.Result result, long now, List<News> news) {
        comparisons++;
        Set<String> strangers = result.others().stream()
                .filter(run -> !known.contains(run.runId()))
                .filter(run -> lastCreated == null
                        || run.createdAt() != null && run.createdAt().isBefore(lastCreated.plus(LATEST_PROCESSING)))
                .map(run -> triggering.suite() == null ? run.runId() : suiteRunId(run))
                .filter(id -> !id.isEmpty() && !suiteRunIds.contains(id))
                .filter(triggering.isForeign().negate())
                .collect(Collectors.toCollection(TreeSet::new));
        Throwable unlisted = result.unlisted();
        if (!strangers.isEmpty()) {
            isToCompare = false;
            news.add(new News.Doubled(strangers));
        } else if (unlisted == null || Refusals.isRefusal(unlisted)) {
            isToCompare = isFresh(now);
        } else if (comparisons >= MAX_FAILURES && !isFresh(now)) {
            isToCompare = false;
            news.add(new News.Unidentified(unlisted));
        }
    }

    private static String suiteRunId(TestRun run) {
        String id = run.testSuiteRunId();
        return id == null ? "" : id;
    }

    /** Only who has looked may say that there is no run. */
    private void endSearch(Search.Seeking seeking, @Nullable Throwable unseen, List<News> news) {
        search = new Search.Ended();
        Throwable unknown = seeking.missing() == null ? unseen : seeking.missing();
        if (unknown != null) {
            news.add(new News.Unidentified(unknown));
        } else {
            testsWithoutRun.forEach(testId -> news.add(new News.NotStarted(testId)));
        }
        testsWithoutRun.clear();
    }

    /**
     * Records that a poll has failed as a whole.
     *
     * @param error why
     * @return what is new
     */
    public List<News> pollFailed(Throwable error) {
        failedPolls = RunPoll.isSettled(error) ? failedPolls + 1 : 0;
        return error instanceof UnauthorizedException || failedPolls >= MAX_FAILURES ? end(error) : List.of();
    }

    /**
     * Ends the book before all runs have ended.
     *
     * @param reason why
     * @return what is new
     */
    public List<News> end(Throwable reason) {
        List<News> news = new ArrayList<>();
        List.copyOf(open.keySet()).forEach(runId -> lose(runId, reason, news));
        if (search instanceof Search.Seeking seeking) {
            boolean isOver = triggering.suite() == null || triggering.tests() != null && testsWithoutRun.isEmpty();
            endSearch(seeking, isOver ? null : reason, news);
        }
        if (isToCompare) {
            isToCompare = false;
            news.add(new News.Unidentified(reason));
        }
        return news;
    }

    /**
     * Returns the runs that have not ended.
     *
     * @return the runs as last seen
     */
    public List<TestRun> open() {
        return List.copyOf(open.values());
    }

    /**
     * Returns how many runs may be under way.
     *
     * @return the number of runs that have not ended, of tests that have no run yet, and of runs that are still sought
     */
    public int underWay() {
        int sought = search instanceof Search.Seeking seeking ? seeking.expected() - known.size() : 0;
        return open.size() + Math.max(testsWithoutRun.size(), sought);
    }

    /**
     * Returns whether a run, or the runs with a common id, belong to this trigger.
     *
     * @param id the id of a run or the id that runs have in common
     * @return whether it is known here
     */
    public boolean knows(String id) {
        return known.contains(id) || suiteRunIds.contains(id);
    }

    /**
     * Returns whether there is nothing left to follow or to seek.
     *
     * @return whether all runs are known and have ended or were lost, and were compared if the trigger was repeated
     */
    public boolean isDone() {
        return isOver() && !isToCompare;
    }
}
