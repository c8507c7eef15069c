package io.github.telnyxreactive.cli.internal.command;

/** A command cannot be carried out; the message says in one line why, and what to do. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
