package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.journal.JournalException;
import io.github.telnyxreactive.cli.internal.rendering.Results;
import io.github.telnyxreactive.cli.internal.rendering.SummaryLine;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reports the result of a batch: on the terminal, in the requested files, and as the exit code. */
final class BatchReporter {

    private static final String RESUME = "telnyx-batch run --resume ";

    private final Environment environment;
    private final ReportOptions files;
    private final Problems problems;
    private final ProcessMetrics metrics;

    BatchReporter(Environment environment, ReportOptions files, Problems problems, ProcessMetrics metrics) {
        this.environment = environment;
        this.files = files;
        this.problems = problems;
        this.metrics = metrics;
    }

    /**
     * Reports a batch.
     *
     * @param batch the batch at its end
     * @param requests the requests of this process
     * @param truth what the simulator knows, {@code null} for the service
     * @param missingNames why names of tests could not be read, {@code null} if they were
     * @param rejection the error with which the service has rejected the API key, {@code null} if it has not
     * @return the exit code
     */
    int report(
            Batch batch,
            RequestTotals requests,
            Summary.@Nullable GroundTruth truth,
            @Nullable Throwable missingNames,
            @Nullable Throwable rejection) {
        BatchState state = batch.state();
        Duration elapsed = batch.elapsed(environment.clock());
        print(state, elapsed);
        problems.report(state);
        if (missingNames != null && !state.isInterrupted()) {
            problems.reportMissingNames(missingNames);
        }
        reportEnd(batch, rejection);
        int exitCode = batch.recorder().failure() == null ? ExitCode.of(state) : ExitCode.NOT_RUN;
        ReportFiles writer = new ReportFiles(problems);
        BatchReport report = ReportFactory.of(batch.header(), state, elapsed);
        boolean complete = writer.write(report, files);
        if (batch.recorder().failure() != null
                && (!complete || (files.junit == null && files.json == null && files.markdown == null))) {
            printReport(report);
        }
        int decided = complete || exitCode == ExitCode.INTERRUPTED ? exitCode : ExitCode.NOT_RUN;
        Summary summary = Summary.of(state, requests, truth, metrics, decided);
        complete = writer.write(files.summary, file -> Files.write(file, TelnyxJson.write(summary)));
        if (batch.recorder().failure() == null && rejection == null) {
            adviseToResume(batch, truth != null);
        }
        return complete || decided == ExitCode.INTERRUPTED ? decided : ExitCode.NOT_RUN;
    }

    /** Says how to go on after what has ended the batch early. */
    private void reportEnd(Batch batch, @Nullable Throwable rejection) {
        String resume =
                batch.journal() == null ? null : RESUME + batch.journal().path();
        JournalException failure = batch.recorder().failure();
        if (failure != null && resume != null) {
            problems.reportJournal(failure, resume);
        }
        if (rejection != null) {
            problems.reportRejection(resume);
        }
    }

    /** The disk may have no room for files either. */
    private void printReport(BatchReport report) {
        PrintWriter out = environment.terminal().out();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            JsonReport.write(report, json);
            out.println(json.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            problems.report(e);
        }
        out.flush();
    }

    private void print(BatchState state, Duration elapsed) {
        Terminal terminal = environment.terminal();
        if (!state.isInterrupted()) {
            Results.lines(state, terminal.style()).forEach(terminal.out()::println);
            terminal.out().println();
        }
        terminal.out().println(SummaryLine.of(state, elapsed, terminal.style()));
        terminal.out().flush();
    }

    /** What is unknown for good, or was triggered in part, is not tried again. */
    private static boolean isRepeatable(ItemState item) {
        return item.problem() != null && item.stage() != ItemStage.UNKNOWN && item.stage() != ItemStage.TRIGGERED;
    }

    private void adviseToResume(Batch batch, boolean simulated) {
        BatchState state = batch.state();
        PrintWriter out = environment.terminal().out();
        if (state.isInterrupted() && state.totals().overall().unfinished() > 0 && !simulated) {
            out.println("Runs that were started continue at Telnyx.");
        }
        boolean hasMore = state.totals().overall().unfinished() > 0
                || state.items().stream().anyMatch(BatchReporter::isRepeatable);
        if (hasMore && batch.journal() != null && !simulated) {
            out.println("To resume this batch: " + RESUME + batch.journal().path());
        }
        out.flush();
    }
}
