package io.github.telnyxreactive.bulk;

/** A decision about the items of a journal was refused, and nothing was recorded. The message says why, and what to do. */
public final class ResolutionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message why the decision was refused, and what to do
     */
    public ResolutionException(String message) {
        super(message);
    }
}
