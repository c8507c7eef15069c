package io.github.telnyxreactive.benchmarks.candidate;

/** Receives the result of one call, exactly once. */
public interface CallObserver {

    /**
     * Called when the call has succeeded.
     *
     * @param value what was read
     */
    void succeeded(Object value);

    /**
     * Called when the call has failed.
     *
     * @param reason the error
     */
    void failed(Throwable reason);
}
