package io.github.telnyxreactive.benchmarks.inside;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.page.Page;
import org.openjdk.jmh.annotations.Benchmark;

/** Measures expanding the path and the query of a request from values. */
public class Paths extends AverageTime {

    private final String testId = "6f9d2c1a-7b1e-4f3a-8d70-2f4f0f6f1b11";
    private final String runId = "00000000-0000-4000-8000-000000000001";
    private final String strangeId = "Fahrräder/40 17 93";
    private final TestRunListParams params = TestRunListParams.builder()
            .status(TestRunStatus.PASSED)
            .pageSize(100)
            .build();
    private final Operation<Page<TestRun>> firstPage = TestRunOperations.list(testId, params);

    /**
     * A path with two ids.
     *
     * @return the path
     */
    @Benchmark
    public String path() {
        return TestRunOperations.retrieve(testId, runId).uri();
    }

    /**
     * A path with two ids, one of which has characters that need encoding.
     *
     * @return the path
     */
    @Benchmark
    public String pathEncoded() {
        return TestRunOperations.retrieve(testId, strangeId).uri();
    }

    /**
     * A path with an id, and a query of two parameters.
     *
     * @return the path and the query
     */
    @Benchmark
    public String query() {
        return TestRunOperations.list(testId, params).uri();
    }

    /**
     * The second page of the same list.
     *
     * @return the path and the query
     */
    @Benchmark
    public String nextPage() {
        return firstPage.withPage(2, 100).uri();
    }
}
