package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.internal.text.Mask;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for files with results. */
public final class ReportOptions {

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, for build servers.")
    @Nullable Path junit;

    @Option(
            names = "--definitions",
            paramLabel = "FOLDER",
            description =
                    "The folder of definitions that the tests come from, as export writes it. --junit and annotations of"
                            + " GitHub Actions name the file of each test.")
    @Nullable Path definitions;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON.")
    @Nullable Path json;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write the results as a Markdown page, for people.")
    @Nullable Path markdown;

    @Option(
            names = "--conversation-url",
            paramLabel = "TEMPLATE",
            defaultValue = "https://api.telnyx.com/v2/ai/conversations/{conversation_id}",
            description = "URL of a conversation, for links in --markdown (default: ${DEFAULT-VALUE}).")
    String conversationUrl = "";

    @Option(
            names = "--mask",
            description = "Mask phone numbers in the reports and in what is printed. The journal keeps them.")
    boolean mask;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Write the number of runs and their cost in requests, time and memory as JSON.")
    @Nullable Path summary;

    /**
     * Returns a report as it is to be shown.
     *
     * @param report the report
     * @return the report, or one whose phone numbers are masked
     */
    public BatchReport shown(BatchReport report) {
        return mask ? report.masked() : report;
    }

    /**
     * Returns a line as it is to be shown.
     *
     * @param line the line
     * @return the line, or one with phone numbers masked
     */
    public String shown(String line) {
        return mask ? Mask.phoneNumbers(line) : line;
    }

    /**
     * Returns whether phone numbers are masked.
     *
     * @return whether they are, in everything but the journal
     */
    public boolean isMasked() {
        return mask;
    }

    /**
     * Returns whether there is a file for the results.
     *
     * @return whether one was asked for, the summary aside
     */
    public boolean hasResults() {
        return junit != null || json != null || markdown != null;
    }
}
