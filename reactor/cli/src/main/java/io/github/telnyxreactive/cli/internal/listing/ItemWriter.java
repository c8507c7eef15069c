package io.github.telnyxreactive.cli.internal.listing;

/** Writes the elements of a list in order. May block. For use by one thread at a time. */
public interface ItemWriter {

    /**
     * Writes an element.
     *
     * @param item a model, or text
     * @throws ReaderGoneException if the reader of the output has closed it
     * @throws java.io.UncheckedIOException if writing fails for another reason
     */
    void write(Object item);

    /**
     * Ends the list by writing what is still buffered.
     *
     * @throws ReaderGoneException if the reader of the output has closed it
     * @throws java.io.UncheckedIOException if writing fails for another reason
     */
    void end();
}
