package io.github.telnyxreactive.cli.internal.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Creates the exceptions for command lines that can be parsed and still make no sense. */
public final class UsageErrors {

    private UsageErrors() {}

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
