package io.github.telnyxreactive.internal.policy;

import java.util.Arrays;

/**
 * Forecasts when runs are going to end, from how old others were when they ended. It estimates the hazard, the probability
 * to end soon of a run that has not ended yet, for each of a series of age groups, the bounds of which grow by 9 %. So runs
 * that are still open count as well, and the first ends of a batch, which are those of short runs, do not mislead. A group
 * that few runs have reached counts as one in which many end.
 *
 * <p>Ages are in nanoseconds. Not thread-safe.
 */
public final class EndForecast {

    private static final int GROUPS_PER_OCTAVE = 8;

    /** From a millisecond up to half a year; what is older is in the last group. */
    private static final int GROUPS = 34 * GROUPS_PER_OCTAVE;

    private static final double FIRST_BOUND = 1e6;

    /** In a group about which nothing is known, half of an end is expected of each run that passes through it. */
    private static final double ASSUMED_HAZARD = 0.5;

    /** The assumption weighs little against what was seen, since the groups of low ages are many. */
    private static final double ASSUMED_RUNS = 0.125;

    private final double[] ends = new double[GROUPS];
    private final double[] exposure = new double[GROUPS];

    /** Creates a forecast that knows nothing yet. */
    public EndForecast() {
        Arrays.setAll(exposure, group -> ASSUMED_RUNS * (upper(group) - lower(group)));
        Arrays.fill(ends, ASSUMED_RUNS * ASSUMED_HAZARD);
    }

    private static double upper(int group) {
        return FIRST_BOUND * Math.pow(2, (double) group / GROUPS_PER_OCTAVE);
    }

    private static double lower(int group) {
        return group == 0 ? 0 : upper(group - 1);
    }

    private static int group(double age) {
        if (age < FIRST_BOUND) {
            return 0;
        }
        int group = 1 + (int) (Math.log(age / FIRST_BOUND) / Math.log(2) * GROUPS_PER_OCTAVE);
        return Math.min(GROUPS - 1, group);
    }

    /**
     * Records that runs did not end for some time.
     *
     * @param runs the number of runs, which are of the same age
     * @param from their age at the beginning
     * @param to their age at the end
     */
    public void survived(int runs, double from, double to) {
        if (runs < 1 || !(from < to)) {
            return;
        }
        int last = group(to);
        for (int group = group(from); group <= last; group++) {
            double end = group == last ? to : upper(group);
            exposure[group] += runs * Math.max(0, end - Math.max(from, lower(group)));
        }
    }

    /**
     * Records the end of a run.
     *
     * @param age its age
     */
    public void ended(double age) {
        ends[group(Math.max(0, age))]++;
    }

    /**
     * Returns the age at which a number of runs is expected to have ended.
     *
     * @param share the expected share of the runs, more than 0; with 1 or more, the result is {@code latest}
     * @param from the age of the runs, none of which has ended
     * @param latest the maximum result
     * @return the age
     */
    public double ageAt(double share, double from, double latest) {
        double left = share < 1 ? -Math.log1p(-share) : Double.POSITIVE_INFINITY;
        double age = from;
        for (int group = group(from); group < GROUPS && age < latest; group++) {
            double hazard = ends[group] / exposure[group];
            double end = group == GROUPS - 1 ? Double.POSITIVE_INFINITY : upper(group);
            double needed = left / hazard;
            if (age + needed <= end) {
                return Math.min(latest, age + needed);
            }
            left -= hazard * (end - age);
            age = end;
        }
        return latest;
    }
}
