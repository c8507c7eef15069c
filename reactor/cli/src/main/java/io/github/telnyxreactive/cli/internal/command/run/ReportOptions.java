package io.github.telnyxreactive.cli.internal.command.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where results are written to. */
final class ReportOptions {

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, for build servers.")
    @Nullable Path junit;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON.")
    @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the results as Markdown, for people.")
    @Nullable Path markdown;

    @Option(
            names = "--conversation-url",
            paramLabel = "TEMPLATE",
            defaultValue = "https://api.telnyx.com/v2/ai/conversations/{conversation_id}",
            description = "What --markdown makes links to conversations of (default: ${DEFAULT-VALUE}).")
    String conversationUrl = "";

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description =
                    "Write as JSON how many runs there were, and what they have cost in requests, time and memory.")
    @Nullable Path summary;
}
