package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.internal.gate.Rates.Rate;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs against one version. Not thread-safe. */
final class VersionRuns {

    private final String name;
    private final String versionId;
    private final TotalsCollector totals = new TotalsCollector();
    private final Map<TestGroup, SuiteRuns> groups = new LinkedHashMap<>();

    /**
     * Collects runs.
     *
     * @param name the version, for sentences
     * @param versionId the id of the version
     */
    VersionRuns(String name, String versionId) {
        this.name = name;
        this.versionId = versionId;
    }

    String name() {
        return name;
    }

    String versionId() {
        return versionId;
    }

    void accept(BatchEvent event) {
        totals.accept(event);
        group(TestGroup.of(event.item())).accept(event);
    }

    private SuiteRuns group(TestGroup group) {
        return groups.computeIfAbsent(group, key -> new SuiteRuns(key, name, versionId));
    }

    RunTotals totals() {
        return totals.totals().overall();
    }

    /** Returns the runs of each group, as last seen. */
    Map<TestGroup, List<TestRun>> runs() {
        Map<TestGroup, List<TestRun>> runs = new LinkedHashMap<>();
        groups.forEach((group, ofGroup) -> runs.put(group, List.copyOf(ofGroup.runs())));
        return runs;
    }

    /** Returns the runs of each group, as last seen, by their tests. */
    Map<TestGroup, Map<String, List<TestRun>>> byTest() {
        Map<TestGroup, Map<String, List<TestRun>>> runs = new LinkedHashMap<>();
        groups.forEach((group, ofGroup) -> runs.put(group, ofGroup.byTest()));
        return runs;
    }

    /** Returns what is missing of a group, as sentences. */
    List<String> gaps(SuiteTests tests, TestGroup group, int repeats) {
        return group(group).gaps(tests.of(group), repeats);
    }

    /**
     * Returns the result of each test, in the order in which the tests are listed. Each has a run.
     *
     * @param tests the tests
     * @param needed how many runs of a test have to pass so that it counts as passed
     */
    List<TestResult> results(SuiteTests tests, int needed) {
        List<TestResult> results = new ArrayList<>();
        tests.groups().forEach((group, ofGroup) -> {
            Map<String, List<TestRun>> byTest = group(group).byTest();
            ofGroup.keySet()
                    .forEach(test ->
                            results.add(TestResult.of(group, test, byTest.getOrDefault(test, List.of()), needed)));
        });
        return results;
    }

    static Rate rate(List<TestResult> results) {
        return new Rate((int) results.stream().filter(TestResult::passed).count(), results.size());
    }

    /**
     * The result of a test.
     *
     * @param group what it was run with
     * @param testId its id
     * @param passed whether enough of its runs have passed
     * @param missed its runs that have not
     */
    record TestResult(TestGroup group, String testId, boolean passed, List<TestRun> missed) {

        private static TestResult of(TestGroup group, String testId, List<TestRun> runs, int needed) {
            List<TestRun> missed = runs.stream()
                    .filter(run -> !TestRunStatus.PASSED.equals(run.status()))
                    .toList();
            return new TestResult(group, testId, runs.size() - missed.size() >= needed, missed);
        }
    }
}
