package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.GitHubAnnotations;
import io.github.telnyxreactive.bulk.report.JUnitReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.MarkdownReport;
import io.github.telnyxreactive.bulk.report.SourceFiles;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.internal.file.TargetFile;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the requested files. A file that cannot be written does not prevent the others. */
public final class ReportFiles {

    private final Environment environment;
    private final ReportOptions options;
    private final Problems problems;
    private final @Nullable TestSources sources;
    private boolean complete = true;

    /**
     * Creates a writer. It reads the definitions of the tests if their files are to be named, so this comes before anything is
     * triggered.
     *
     * @param environment the environment
     * @param options the requested files
     * @param problems reports why a file could not be written
     * @throws CommandException if the definitions cannot be read
     */
    public ReportFiles(Environment environment, ReportOptions options, Problems problems) {
        this.environment = environment;
        this.options = options;
        this.problems = problems;
        boolean namesFiles = options.junit != null || isOnGitHub();
        this.sources =
                options.definitions != null && namesFiles ? TestSources.read(environment, options.definitions) : null;
    }

    /**
     * Writes all reports, masked if that was asked for.
     *
     * @param recorded the report as it was recorded
     * @return whether every file so far could be written
     */
    public boolean write(BatchReport recorded) {
        BatchReport report = options.shown(recorded);
        write(options.junit, file -> JUnitReport.write(report, sources(recorded), file));
        write(options.json, file -> JsonReport.write(report, file));
        write(options.markdown, file -> MarkdownReport.write(report, options.conversationUrl, file));
        return complete;
    }

    /**
     * Writes the summary.
     *
     * @param summary the summary
     * @return whether every file so far could be written
     */
    public boolean write(Summary summary) {
        return write(options.summary, file -> TargetFile.replace(file, out -> out.write(TelnyxJson.write(summary))));
    }

    /**
     * Prints what did not pass for GitHub Actions, which shows these lines beside the job, if that runs the program.
     *
     * @param recorded the report as it was recorded
     * @throws IOException if it cannot be read
     */
    public void annotate(BatchReport recorded) throws IOException {
        if (isOnGitHub()) {
            GitHubAnnotations.lines(options.shown(recorded), sources(recorded)).forEach(environment.terminal()::print);
        }
    }

    private boolean isOnGitHub() {
        return "true".equals(environment.variables().apply("GITHUB_ACTIONS"));
    }

    /** A path with a phone number is left out of a masked report, since a masked one would lead nowhere. */
    private SourceFiles sources(BatchReport recorded) throws IOException {
        if (sources == null) {
            return SourceFiles.NONE;
        }
        SourceFiles found = sources.of(recorded);
        return (suite, testId, testName) -> {
            String file = found.of(suite, testId, testName);
            return file != null && options.shown(file).equals(file) ? file : null;
        };
    }

    private boolean write(@Nullable Path file, Writer writer) {
        if (file != null) {
            try {
                writer.write(file);
            } catch (IOException e) {
                complete = false;
                problems.report(new CommandException(
                        "could not write " + file + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")",
                        e));
            }
        }
        return complete;
    }

    /** Writes the content of a file. */
    private interface Writer {

        void write(Path file) throws IOException;
    }
}
