package io.github.telnyxreactive.cli.internal.command;

/** Thrown when a command cannot be executed; the message says in one line why and what to do. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message why the command cannot be executed and what to do, in one line
     */
    public CommandException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message why the command cannot be executed and what to do, in one line
     * @param cause the cause
     */
    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
