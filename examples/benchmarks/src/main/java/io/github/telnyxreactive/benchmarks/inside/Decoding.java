package io.github.telnyxreactive.benchmarks.inside;

import io.github.telnyxreactive.benchmarks.Samples;
import io.github.telnyxreactive.benchmarks.candidate.PlainReaders;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Measures what the leniency of the models costs: validation, copies, and unknown fields that are kept. Every response is
 * read as a whole, into this client's models and into plain records with the same fields.
 */
public class Decoding extends AverageTime {

    private static final String JSON = "application/json";

    private final byte[] assistant = Samples.ASSISTANT.json(1);
    private final byte[] tests = Samples.TEST.page(1, 100, 10);
    private final byte[] run = Samples.RUN.json(1);

    /**
     * A full assistant of some 4.5 KB, into the client's model.
     *
     * @return the assistant
     */
    @Benchmark
    public Object assistant() {
        return read(AssistantOperations.RETRIEVE, assistant);
    }

    /**
     * The same assistant, into plain records.
     *
     * @return the assistant
     */
    @Benchmark
    public Object assistantPlain() {
        return PlainReaders.ASSISTANT.readValue(assistant);
    }

    /**
     * A page of 100 tests, some 65 KB, into the client's models.
     *
     * @return the page
     */
    @Benchmark
    public Object pageOfTests() {
        return read(TestOperations.LIST, tests);
    }

    /**
     * The same page, into plain records.
     *
     * @return the page
     */
    @Benchmark
    public Object pageOfTestsPlain() {
        return PlainReaders.TEST_PAGE.readValue(tests);
    }

    /**
     * A finished run, into the client's model.
     *
     * @return the run
     */
    @Benchmark
    public Object run() {
        return read(TestRunOperations.RETRIEVE, run);
    }

    /**
     * The same run, into plain records.
     *
     * @return the run
     */
    @Benchmark
    public Object runPlain() {
        return PlainReaders.RUN.readValue(run);
    }

    private static <T> T read(Endpoint<T> endpoint, byte[] body) {
        return endpoint.responseReader().read(body, 0, body.length, JSON);
    }
}
