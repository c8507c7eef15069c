package io.github.telnyxreactive.cli.internal.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Creates the exceptions for command lines that can be parsed and still make no sense. */
public final class UsageErrors {

    /** What picocli says of options that belong together, in contrast to a single one. */
    private static final String GROUP = "Error: ";

    private static final String MISSING_OF_GROUP = "Missing required argument(s): ";

    private UsageErrors() {}

    /**
     * Returns what is wrong with a command line, in the same words whether options belong together or not.
     *
     * @param failure says what is wrong
     * @return one line
     */
    public static String message(ParameterException failure) {
        String message = String.valueOf(failure.getMessage());
        String reason = message.startsWith(GROUP) ? message.substring(GROUP.length()) : message;
        return reason.startsWith(MISSING_OF_GROUP)
                ? "Missing required option: " + reason.substring(MISSING_OF_GROUP.length())
                : reason;
    }

    /**
     * Creates an exception.
     *
     * @param command the command
     * @param message what is wrong, in one line
     * @return the exception
     */
    public static ParameterException of(CommandSpec command, String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /**
     * Creates an exception for an option whose value is out of range.
     *
     * @param command the command
     * @param option the name of the option
     * @param reason what is wrong with the value
     * @return the exception
     */
    public static ParameterException invalidValue(CommandSpec command, String option, String reason) {
        return of(command, "Invalid value for option '" + option + "': " + reason);
    }
}
