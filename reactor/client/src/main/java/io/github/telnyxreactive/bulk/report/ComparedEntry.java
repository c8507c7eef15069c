package io.github.telnyxreactive.bulk.report;

import org.jspecify.annotations.Nullable;

/** All that is kept of a test in two reports. */
final class ComparedEntry {

    private final ComparedGroup group;
    private final String testId;
    private @Nullable String testName;
    private @Nullable Counts earlier;
    private @Nullable Counts later;
    private @Nullable ComparedEntry continuation;

    ComparedEntry(ComparedGroup group, String testId) {
        this.group = group;
        this.testId = testId;
    }

    /** Adds runs of one of the reports. */
    void add(boolean isLater, Counts counts) {
        String name = counts.name;
        if (name != null && !name.equals(testName)) {
            testName = name;
        }
        counts.name = null;
        Counts before = isLater ? later : earlier;
        if (before != null) {
            before.addAll(counts);
        } else if (isLater) {
            later = counts;
        } else {
            earlier = counts;
        }
    }

    String testId() {
        return testId;
    }

    /** Returns whether one of the reports has nothing of the test here, and certainly misses nothing of it. */
    boolean isOnlyIn(boolean isLater) {
        return isLater ? group.result(false, earlier) == null : group.result(true, later) == null;
    }

    /** Takes what the test has become in the later report, where it is not part of this group. */
    void continueAs(ComparedEntry same) {
        continuation = same;
        if (same.testName != null) {
            testName = same.testName;
        }
    }

    ComparedTest test() {
        TestResult result =
                continuation == null ? group.result(true, later) : continuation.group.result(true, continuation.later);
        return new ComparedTest(group.suite(), testId, testName, group.result(false, earlier), result);
    }

    /** How the runs of a test in a report ended. */
    static final class Counts {

        private @Nullable String name;
        private int passed;
        private int failed;
        private int unknown;
        private int notStarted;
        private int incompleteItems;

        void add(ReportedRun run) {
            named(run.testName());
            switch (run.outcome()) {
                case PASSED -> passed++;
                case FAILED, ERROR -> failed++;
                case GIVEN_UP, NOT_ENDED -> unknown++;
            }
        }

        void add(NotStarted test) {
            named(test.testName());
            notStarted++;
        }

        void named(@Nullable String testName) {
            if (testName != null && !testName.isBlank()) {
                name = testName;
            }
        }

        void addUnknown() {
            unknown++;
        }

        void addNotStarted() {
            notStarted++;
        }

        /** Notes that these are all runs of this test in an item of which other runs may be missing. */
        void inIncompleteItem() {
            incompleteItems++;
        }

        int incompleteItems() {
            return incompleteItems;
        }

        boolean isEmpty() {
            return passed + failed + unknown + notStarted == 0;
        }

        void addAll(Counts other) {
            passed += other.passed;
            failed += other.failed;
            unknown += other.unknown;
            notStarted += other.notStarted;
            incompleteItems += other.incompleteItems;
        }

        TestResult result(int moreUnknown, int moreNotStarted) {
            return new TestResult(passed, failed, unknown + moreUnknown, notStarted + moreNotStarted);
        }
    }
}
