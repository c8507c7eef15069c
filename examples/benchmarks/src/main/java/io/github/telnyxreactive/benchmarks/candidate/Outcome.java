package io.github.telnyxreactive.benchmarks.candidate;

/** Is told how one call ended, exactly once. */
public interface Outcome {

    /**
     * The call succeeded.
     *
     * @param value what was read
     */
    void succeeded(Object value);

    /**
     * The call failed.
     *
     * @param reason why
     */
    void failed(Throwable reason);
}
