package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long runs take and how they end.
 *
 * @param shortest the shortest that a run takes
 * @param longest the longest that a run takes
 * @param outcomes how runs end
 * @param ofVersions how runs end that talk to a version of an assistant, by the id of the version, where they end otherwise
 */
public record RunPlan(Duration shortest, Duration longest, Outcomes outcomes, Map<String, Outcomes> ofVersions) {

    /** Checks that the plan can be followed, and copies what could change. */
    public RunPlan {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "a run cannot take " + shortest + " at the least and " + longest + " at the most");
        }
        ofVersions = Map.copyOf(ofVersions);
    }

    /**
     * Changes how long runs take.
     *
     * @param min the shortest that a run takes
     * @param max the longest that a run takes
     * @return a plan that differs in this
     */
    public RunPlan withDuration(Duration min, Duration max) {
        return new RunPlan(min, max, outcomes, ofVersions);
    }

    /**
     * Changes how runs end that talk to no version with outcomes of its own.
     *
     * @param general how they end
     * @return a plan that differs in this
     */
    public RunPlan withOutcomes(Outcomes general) {
        return new RunPlan(shortest, longest, general, ofVersions);
    }

    /**
     * Changes how runs end that talk to one version.
     *
     * @param versionId the id of the version
     * @param own how they end
     * @return a plan that differs in this
     */
    public RunPlan withOutcomes(String versionId, Outcomes own) {
        Map<String, Outcomes> more = new HashMap<>(ofVersions);
        more.put(versionId, own);
        return new RunPlan(shortest, longest, outcomes, more);
    }

    Duration duration(SeededRandom random, long run) {
        long spread = longest.minus(shortest).toNanos();
        return shortest.plusNanos(spread == 0 ? 0 : random.below(Stream.DURATION, run, spread + 1));
    }

    TestRunStatus outcome(SeededRandom random, long run, @Nullable String versionId) {
        Outcomes own = versionId == null ? outcomes : ofVersions.getOrDefault(versionId, outcomes);
        return own.of(random, run);
    }
}
