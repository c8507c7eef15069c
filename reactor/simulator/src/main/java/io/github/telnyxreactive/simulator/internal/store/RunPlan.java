package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.store.RunCourse.Revision;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The durations and outcomes of runs.
 *
 * @param shortest the shortest duration of a run
 * @param longest the longest duration of a run
 * @param outcomes the outcomes of runs
 * @param ofVersions the outcomes of the runs against particular assistant versions, by the id of the version
 */
public record RunPlan(Duration shortest, Duration longest, Outcomes outcomes, Map<String, Outcomes> ofVersions) {

    private static final TestRunStatus QUEUED = new TestRunStatus("queued");
    private static final List<TestRunStatus> UNKNOWN_OUTCOMES =
            List.of(new TestRunStatus("completed"), new TestRunStatus("timeout"), new TestRunStatus("cancelled"));

    /** Creates a plan; the map is copied. */
    public RunPlan {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("a run cannot take at least " + shortest + " and at most " + longest);
        }
        ofVersions = Map.copyOf(ofVersions);
    }

    /**
     * Returns a copy with the given durations.
     *
     * @param min the shortest duration of a run
     * @param max the longest duration of a run
     * @return the copy
     */
    public RunPlan withDuration(Duration min, Duration max) {
        return new RunPlan(min, max, outcomes, ofVersions);
    }

    /**
     * Returns a copy with the given outcomes.
     *
     * @param general the outcomes of all runs except those against versions with outcomes of their own
     * @return the copy
     */
    public RunPlan withOutcomes(Outcomes general) {
        return new RunPlan(shortest, longest, general, ofVersions);
    }

    /**
     * Returns a copy with the given outcomes for one version.
     *
     * @param versionId the id of the version
     * @param own the outcomes of the runs against the version
     * @return the copy
     */
    public RunPlan withOutcomes(String versionId, Outcomes own) {
        Map<String, Outcomes> more = new HashMap<>(ofVersions);
        more.put(versionId, own);
        return new RunPlan(shortest, longest, outcomes, more);
    }

    RunCourse course(SeededRandom random, long run, @Nullable String versionId, Modes modes) {
        TestRunStatus outcome = modes.applies(Mode.UNKNOWN_OUTCOMES, random, run)
                ? UNKNOWN_OUTCOMES.get(modes.choice(Mode.UNKNOWN_OUTCOMES, random, run, UNKNOWN_OUTCOMES.size()))
                : outcome(random, run, versionId);
        return new RunCourse(
                duration(random, run).truncatedTo(ChronoUnit.MICROS),
                modes.applies(Mode.ENDLESS_RUNS, random, run),
                modes.applies(Mode.UNKNOWN_STATUSES, random, run) ? QUEUED : TestRunStatus.PENDING,
                outcome,
                revision(random, run, outcome, modes));
    }

    private static @Nullable Revision revision(SeededRandom random, long run, TestRunStatus outcome, Modes modes) {
        Duration after = modes.duration(Mode.CHANGING_OUTCOMES);
        if (after == null || !modes.applies(Mode.CHANGING_OUTCOMES, random, run)) {
            return null;
        }
        return new Revision(outcome.equals(TestRunStatus.FAILED) ? TestRunStatus.PASSED : TestRunStatus.FAILED, after);
    }

    private Duration duration(SeededRandom random, long run) {
        long spread = longest.minus(shortest).toNanos();
        return shortest.plusNanos(spread == 0 ? 0 : random.below(Stream.DURATION, run, spread + 1));
    }

    private TestRunStatus outcome(SeededRandom random, long run, @Nullable String versionId) {
        Outcomes own = versionId == null ? outcomes : ofVersions.getOrDefault(versionId, outcomes);
        return own.of(random, run);
    }
}
