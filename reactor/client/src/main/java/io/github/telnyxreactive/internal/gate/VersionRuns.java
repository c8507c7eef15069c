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
    private final Map<String, SuiteRuns> suites = new LinkedHashMap<>();

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
        suite(event.item().name()).accept(event);
    }

    private SuiteRuns suite(String suite) {
        return suites.computeIfAbsent(suite, key -> new SuiteRuns("suite " + key + " against " + name, versionId));
    }

    RunTotals totals() {
        return totals.totals().overall();
    }

    /** Returns the runs of each suite, as last seen. */
    Map<String, List<TestRun>> runs() {
        Map<String, List<TestRun>> runs = new LinkedHashMap<>();
        suites.forEach((suite, ofSuite) -> runs.put(suite, List.copyOf(ofSuite.runs())));
        return runs;
    }

    /** Returns the runs of each suite, as last seen, by their tests. */
    Map<String, Map<String, List<TestRun>>> byTest() {
        Map<String, Map<String, List<TestRun>>> runs = new LinkedHashMap<>();
        suites.forEach((suite, ofSuite) -> runs.put(suite, ofSuite.byTest()));
        return runs;
    }

    /** Returns what is missing of some suites, as sentences. */
    List<String> gaps(SuiteTests tests, List<String> names, int repeats) {
        List<String> gaps = new ArrayList<>();
        names.forEach(suite -> gaps.addAll(suite(suite).gaps(tests.of(suite), repeats)));
        return gaps;
    }

    /**
     * Returns the result of each test, in the order in which the tests are listed. Each has a run.
     *
     * @param tests the tests
     * @param needed how many runs of a test have to pass so that it counts as passed
     */
    List<TestResult> results(SuiteTests tests, int needed) {
        List<TestResult> results = new ArrayList<>();
        tests.suites().forEach((suite, ofSuite) -> {
            Map<String, List<TestRun>> byTest = suite(suite).byTest();
            ofSuite.keySet()
                    .forEach(test ->
                            results.add(TestResult.of(suite, test, byTest.getOrDefault(test, List.of()), needed)));
        });
        return results;
    }

    static Rate rate(List<TestResult> results) {
        return new Rate((int) results.stream().filter(TestResult::passed).count(), results.size());
    }

    /**
     * The result of a test.
     *
     * @param suite its suite
     * @param testId its id
     * @param passed whether enough of its runs have passed
     * @param missed its runs that have not
     */
    record TestResult(String suite, String testId, boolean passed, List<TestRun> missed) {

        private static TestResult of(String suite, String testId, List<TestRun> runs, int needed) {
            List<TestRun> missed = runs.stream()
                    .filter(run -> !TestRunStatus.PASSED.equals(run.status()))
                    .toList();
            return new TestResult(suite, testId, runs.size() - missed.size() >= needed, missed);
        }
    }
}
