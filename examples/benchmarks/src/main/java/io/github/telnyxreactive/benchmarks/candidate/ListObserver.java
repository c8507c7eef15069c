package io.github.telnyxreactive.benchmarks.candidate;

/** Receives the elements of a list, then its completion or an error. */
public interface ListObserver {

    /**
     * Called for each element.
     *
     * @param element the element
     */
    void next(Object element);

    /**
     * Returns the number of elements that are requested. A client without backpressure ignores it.
     *
     * @return the demand, which is unbounded by default
     */
    default long demand() {
        return Long.MAX_VALUE;
    }

    /** Called when the list has completed. */
    void completed();

    /**
     * Called when the list has failed.
     *
     * @param reason the error
     */
    void failed(Throwable reason);
}
