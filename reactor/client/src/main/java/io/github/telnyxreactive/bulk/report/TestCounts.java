package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.internal.report.HashCounts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tests of a report, whatever the order and the number of their runs. It keeps a number of 64 bits for each run, of
 * which 63 tell tests apart, so that any two tests of a million are counted as one with a probability of 1 in 18 million.
 */
final class TestCounts {

    private static final long PASSED = 1;
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;
    private static final int HALF = 32;

    private final LongList runs = new LongList();

    /** How many runs of suites, of tests that are not known, have passed, and how many have not. */
    private final int[] unidentified = new int[2];

    /** Those of the item whose end was not taken yet. */
    private int firstOfItem;

    private final int[] unidentifiedOfItem = new int[2];

    /** Creates counts if a requirement is about tests. Whether every run has passed can be said without them. */
    static @Nullable TestCounts neededFor(PassRequirement requirement) {
        return requirement.isEveryRun() ? null : new TestCounts();
    }

    /** Takes an item with its runs. */
    void add(ReportedItem item) {
        item.runs().forEach(this::add);
        item.notStarted().forEach(this::add);
        end(item);
    }

    /** Takes a run of the item that {@link #end} will name. */
    void add(ReportedRun run) {
        long passed = run.outcome() == RunOutcome.PASSED ? PASSED : 0;
        if (run.testId() == null) {
            unidentifiedOfItem[(int) passed]++;
        } else {
            runs.add(numbered(HashCounts.hash(run.testId()), passed));
        }
    }

    /** Takes a test that was not started, of the item that {@link #end} will name. */
    void add(NotStarted test) {
        runs.add(numbered(HashCounts.hash(test.testId()), 0));
    }

    /** Ends an item, whose runs and tests were taken before. */
    void end(ReportedItem item) {
        long version = item.versionId() == null ? 0 : HashCounts.hash(item.versionId());
        long ofItem = mixed(mixed(item.kind().ordinal(), version), HashCounts.hash(item.name()));
        if (item.isSuite()) {
            for (int run = firstOfItem; run < runs.size(); run++) {
                runs.set(run, numbered(mixed(ofItem, runs.get(run) >>> 1), runs.get(run) & PASSED));
            }
            unidentified[0] += unidentifiedOfItem[0];
            unidentified[1] += unidentifiedOfItem[1];
        } else {
            endTest(ofItem);
        }
        unidentifiedOfItem[0] = 0;
        unidentifiedOfItem[1] = 0;
        firstOfItem = runs.size();
    }

    /** The runs of a single test are its own, even if the service does not say so. Without one, it was to have one. */
    private void endTest(long test) {
        for (int run = firstOfItem; run < runs.size(); run++) {
            runs.set(run, numbered(test, runs.get(run) & PASSED));
        }
        for (int passed = 0; passed < unidentifiedOfItem.length; passed++) {
            for (int run = 0; run < unidentifiedOfItem[passed]; run++) {
                runs.add(numbered(test, passed));
            }
        }
        if (runs.size() == firstOfItem) {
            runs.add(numbered(test, 0));
        }
    }

    private static long numbered(long test, long passed) {
        return test << 1 | passed;
    }

    private static long mixed(long one, long other) {
        long mixed = (one * MULTIPLIER ^ other) * MULTIPLIER;
        return mixed ^ mixed >>> HALF;
    }

    /** Returns how many tests there are so far, and how many of them count as passed. */
    TestTotals totals(PassRequirement requirement) {
        long[] sorted = runs.toArray();
        Arrays.sort(sorted);
        int tests = unidentified[0] + unidentified[1];
        int passed = unidentified[0] * passed(requirement, 0) + unidentified[1] * passed(requirement, 1);
        for (int first = 0; first < sorted.length; ) {
            int end = first;
            int passes = 0;
            while (end < sorted.length && sorted[end] >> 1 == sorted[first] >> 1) {
                passes += (int) (sorted[end] & PASSED);
                end++;
            }
            tests++;
            passed += requirement.isPassed(passes, end - first) ? 1 : 0;
            first = end;
        }
        return new TestTotals(tests, passed);
    }

    private static int passed(PassRequirement requirement, int passes) {
        return requirement.isPassed(passes, 1) ? 1 : 0;
    }
}
