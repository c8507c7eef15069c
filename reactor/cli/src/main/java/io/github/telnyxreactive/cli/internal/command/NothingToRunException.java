package io.github.telnyxreactive.cli.internal.command;

/** A command is valid, and has nothing to run: a part without tests, or a report in which nothing has to be run again. */
public final class NothingToRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message why, in one line
     */
    public NothingToRunException(String message) {
        super(message);
    }
}
