package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every list. */
final class ListOptions {

    /** The format of a list. */
    enum Format {
        /** One JSON value per line. */
        ndjson,
        /** One row of a table per element. */
        table
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: table on a terminal, else ndjson).")
    private @Nullable Format format;

    @Option(names = "--json", description = "One line of JSON for each element, like --format ndjson.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "Stop after this many elements.")
    private @Nullable Long limit;

    @Option(names = "--mask", description = "Mask phone numbers, wherever they are.")
    private boolean mask;

    // Read by the handler of errors.
    @Option(names = "--verbose", description = "Print stack traces of errors.")
    private boolean verbose;

    Format format(boolean isInteractive) {
        if (json && format == Format.table) {
            throw UsageErrors.of(spec, "--json and --format table contradict each other");
        }
        if (format != null) {
            return format;
        }
        return isInteractive && !json ? Format.table : Format.ndjson;
    }

    /** Returns whether phone numbers are masked. */
    boolean isMasked() {
        return mask;
    }

    /** Returns how many elements to list at most. */
    long limit() {
        if (limit != null && limit < 0) {
            throw UsageErrors.invalidValue(spec, "--limit", limit + " is not at least 0");
        }
        return limit == null ? Long.MAX_VALUE : limit;
    }
}
