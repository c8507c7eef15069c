package io.github.telnyxreactive.cli.internal.command.list;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all lists have. */
final class ListOptions {

    /** How a list is written. */
    enum Format {
        /** One JSON value in a line. */
        ndjson,
        /** One row for people. */
        table
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: table on a terminal, ndjson elsewhere).")
    private @Nullable Format format;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "Stop after so many elements.")
    private @Nullable Long limit;

    @Option(names = "--verbose", description = "Print stack traces of errors.")
    boolean verbose;

    Format format(boolean isInteractive) {
        if (format != null) {
            return format;
        }
        return isInteractive ? Format.table : Format.ndjson;
    }

    /** How many elements to read at the most. */
    long limit() {
        if (limit != null && limit < 0) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--limit': " + limit + " is not at least 0");
        }
        return limit == null ? Long.MAX_VALUE : limit;
    }
}
