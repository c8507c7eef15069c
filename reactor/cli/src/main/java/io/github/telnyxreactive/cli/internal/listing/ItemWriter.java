package io.github.telnyxreactive.cli.internal.listing;

/** Writes the elements of a list down, one after another. For use by one thread at a time, which may be blocked. */
public interface ItemWriter {

    /**
     * Writes an element.
     *
     * @param item a model, or a text
     * @throws ReaderGoneException if nobody reads what is written any longer
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void write(Object item);

    /**
     * Ends the list: what was held back is written.
     *
     * @throws ReaderGoneException if nobody reads what is written any longer
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void end();
}
