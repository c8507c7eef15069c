package io.github.telnyxreactive.cli.internal.command.list;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the lists that come in pages of a chosen size. */
final class PageOptions {

    @Option(
            names = "--page-size",
            paramLabel = "NUMBER",
            description = "How many elements to ask for in one request, 1 to 100 (default: 100).")
    @Nullable Integer pageSize;
}
