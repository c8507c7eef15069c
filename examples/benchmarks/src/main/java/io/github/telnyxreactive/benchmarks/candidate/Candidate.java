package io.github.telnyxreactive.benchmarks.candidate;

/** A client that is measured. Every method returns at once; what it began goes on on the threads of the client. */
public interface Candidate extends AutoCloseable {

    /**
     * Reads one assistant.
     *
     * @param outcome is told how it ended
     */
    void assistant(Outcome outcome);

    /**
     * Triggers a run and reads it once.
     *
     * @param outcome is told how it ended
     */
    void triggerAndGet(Outcome outcome);

    /**
     * Reads the list of tests, in pages of 100.
     *
     * @param elements takes the tests
     */
    void tests(Elements elements);

    /**
     * Reads the list of assistants, which comes in one answer.
     *
     * @param elements takes the assistants
     */
    void assistants(Elements elements);

    @Override
    void close();
}
