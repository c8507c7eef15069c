package io.github.telnyxreactive.benchmarks.candidate;

/** A client that is measured. Every method returns immediately; the work continues on the threads of the client. */
public interface Candidate extends AutoCloseable {

    /**
     * Retrieves one assistant.
     *
     * @param observer receives the result
     */
    void assistant(CallObserver observer);

    /**
     * Triggers a run and retrieves it once.
     *
     * @param observer receives the result
     */
    void triggerAndGet(CallObserver observer);

    /**
     * Reads the list of tests, in pages of 100.
     *
     * @param observer receives the tests
     */
    void tests(ListObserver observer);

    /**
     * Reads the list of assistants, which comes in one response.
     *
     * @param observer receives the assistants
     */
    void assistants(ListObserver observer);

    @Override
    void close();
}
