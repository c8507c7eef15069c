package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.cli.internal.command.StandardOutput;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.internal.text.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for files with results. */
public final class ReportOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

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
     * Checks that each file can be one of its own, before anything is triggered whose results would be lost.
     *
     * @param journal the journal of the batch, {@code null} if it has a name that does not exist yet
     * @throws ParameterException if a file is the standard output, a directory, the journal, or that of another option
     */
    public void check(@Nullable Path journal) {
        Map<Path, String> uses = new HashMap<>();
        if (journal != null) {
            uses.put(located(journal), "the journal");
        }
        check("--junit", junit, uses);
        check("--json", json, uses);
        check("--markdown", markdown, uses);
        check("--summary", summary, uses);
    }

    private void check(String option, @Nullable Path file, Map<Path, String> uses) {
        if (file == null) {
            return;
        }
        if (file.toString().equals(StandardOutput.NAME)) {
            throw UsageErrors.invalidValue(
                    spec, option, "the progress is printed to the standard output, so name a file");
        }
        if (Files.isDirectory(file)) {
            throw UsageErrors.invalidValue(spec, option, file + " is a directory: name a file");
        }
        String other = uses.putIfAbsent(located(file), option);
        if (other != null) {
            throw UsageErrors.invalidValue(spec, option, file + " is the file of " + other + " too: name another");
        }
    }

    /** The same file may have several names. */
    private static Path located(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            // It does not exist yet.
            return file.toAbsolutePath().normalize();
        }
    }

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
