package io.github.telnyxreactive.benchmarks.candidate;

/** Takes the elements of a list, then its end or an error. */
public interface Elements {

    /**
     * There is an element.
     *
     * @param element what was read
     */
    void next(Object element);

    /** The list ended. */
    void completed();

    /**
     * The list broke off.
     *
     * @param reason why
     */
    void failed(Throwable reason);
}
