package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What went wrong in a batch. Items with the same reason are one problem; of many reasons, the first are kept. */
public final class OutcomeProblems {

    /** How many reasons of each kind are kept. */
    static final int MAX_REASONS = 100;

    /** How many names are kept with a reason. */
    static final int MAX_NAMES = 10;

    private static final String EMPTY = "no run was started, because the suite has no tests; check its name";

    private final Map<String, Problem> items = new LinkedHashMap<>();
    private final Map<String, Problem> givenUp = new LinkedHashMap<>();
    private final Map<String, Problem> endedOtherwise = new LinkedHashMap<>();
    private final Map<String, Problem> notStarted = new LinkedHashMap<>();
    private int hidden;

    /** Takes an item without its runs. */
    void add(ReportedItem item) {
        boolean isEmpty = item.outcome() == ItemOutcome.TRIGGERED
                && !item.runs().iterator().hasNext()
                && !item.notStarted().iterator().hasNext();
        String problem = isEmpty ? Objects.requireNonNullElse(item.problem(), EMPTY) : item.problem();
        if (problem != null) {
            add(items, problem, problem, name(item));
        }
    }

    /** Takes a run of an item. */
    void add(ReportedItem item, ReportedRun run) {
        if (run.outcome() == RunOutcome.GIVEN_UP) {
            String reason = String.valueOf(run.problem());
            add(givenUp, reason, reason, name(item));
        } else if (run.outcome() == RunOutcome.NOT_ENDED && run.ended()) {
            String status = run.status().value();
            String testId = run.testId();
            add(endedOtherwise, status, status, testId == null ? name(item) : named(testId, run.testName()));
        }
    }

    /** Takes a test of an item that has no run. */
    void add(ReportedItem item, NotStarted test) {
        // A suite that runs several times has different tests without a run each time.
        String key = item.repeat() == 1 ? item.name() : item.name() + " (repeat " + item.repeat() + ")";
        add(notStarted, key, test.reason(), named(test.testId(), test.testName()));
    }

    /** A suite has nothing but its name. */
    private static String name(ReportedItem item) {
        return item.kind() == BatchItem.Kind.SUITE ? item.name() : named(item.name(), item.testName());
    }

    private static String named(String id, @Nullable String name) {
        return name == null || name.isBlank() ? id : "\"" + name + "\" (" + id + ")";
    }

    private void add(Map<String, Problem> problems, String key, String reason, String name) {
        Problem known = problems.get(key);
        if (known == null && problems.size() == MAX_REASONS) {
            hidden++;
            return;
        }
        if (known == null) {
            known = new Problem(key, reason);
            problems.put(key, known);
        }
        known.add(name);
    }

    /**
     * Returns why items were not, or may not have been, triggered, or why not all of their runs are known.
     *
     * @return the reasons, each with the names of the items
     */
    public List<Problem> items() {
        return List.copyOf(items.values());
    }

    /**
     * Returns why runs are no longer followed.
     *
     * @return the reasons, each with the names of the items
     */
    public List<Problem> givenUp() {
        return List.copyOf(givenUp.values());
    }

    /**
     * Returns which runs have ended in a status that is not known to be a result.
     *
     * @return one problem for each status, which is its reason, with the names of the tests
     */
    public List<Problem> endedOtherwise() {
        return List.copyOf(endedOtherwise.values());
    }

    /**
     * Returns which tests have no run.
     *
     * @return one problem for each suite, with the names of its tests, and the reason of the first
     */
    public List<Problem> notStarted() {
        return List.copyOf(notStarted.values());
    }

    /**
     * Returns how many more problems there are.
     *
     * @return the number of those that were not kept
     */
    public int hidden() {
        return hidden;
    }

    /** A problem of some items. */
    public static final class Problem {

        private final String item;
        private final String reason;
        private final List<String> names = new ArrayList<>();
        private @Nullable String last;
        private int distinct;
        private int count;

        Problem(String item, String reason) {
            this.item = item;
            this.reason = reason;
        }

        void add(String name) {
            count++;
            // Those of an item come one after another, and those of a repetition later.
            if (name.equals(last) || names.contains(name)) {
                return;
            }
            last = name;
            distinct++;
            if (names.size() < MAX_NAMES) {
                names.add(name);
            }
        }

        /**
         * Returns the name of the suite of tests without a run.
         *
         * @return the name
         */
        public String item() {
            return item;
        }

        /**
         * Returns the reason.
         *
         * @return one line
         */
        public String reason() {
            return reason;
        }

        /**
         * Returns the first names.
         *
         * @return at most 10
         */
        public List<String> names() {
            return names;
        }

        /**
         * Returns how many names there are.
         *
         * @return the number
         */
        public int distinct() {
            return distinct;
        }

        /**
         * Returns how often it has occurred.
         *
         * @return the number of items, runs or tests
         */
        public int count() {
            return count;
        }
    }
}
