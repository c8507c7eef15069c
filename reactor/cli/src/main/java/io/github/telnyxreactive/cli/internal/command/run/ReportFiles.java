package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JUnitReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.MarkdownReport;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Problems;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the requested files. A file that cannot be written does not prevent the others. */
final class ReportFiles {

    private final Problems problems;
    private boolean complete = true;

    ReportFiles(Problems problems) {
        this.problems = problems;
    }

    /**
     * Writes all reports.
     *
     * @param report the report
     * @param options the requested files
     * @return whether every file so far could be written
     */
    boolean write(BatchReport report, ReportOptions options) {
        write(options.junit, file -> JUnitReport.write(report, file));
        write(options.json, file -> JsonReport.write(report, file));
        write(options.markdown, file -> MarkdownReport.write(report, options.conversationUrl, file));
        return complete;
    }

    /** Writes one file, reports an error, and returns whether every file so far could be written. */
    boolean write(@Nullable Path file, Writer writer) {
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
    interface Writer {

        void write(Path file) throws IOException;
    }
}
