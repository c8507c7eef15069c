package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.batch.JournalLocation;
import io.github.telnyxreactive.cli.internal.command.batch.ProcessMetrics;
import io.github.telnyxreactive.cli.internal.command.batch.Remainder;
import io.github.telnyxreactive.cli.internal.command.batch.ReportFiles;
import io.github.telnyxreactive.cli.internal.command.batch.ReportOptions;
import io.github.telnyxreactive.cli.internal.command.batch.Summary;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Results;
import io.github.telnyxreactive.cli.internal.rendering.SummaryLine;
import io.github.telnyxreactive.cli.internal.running.BatchRun;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reports the result of a batch: on the terminal, in the requested files, and as the exit code. */
final class BatchReporter {

    private final Environment environment;
    private final ReportOptions files;
    private final ReportFiles writer;
    private final Problems problems;
    private final ProcessMetrics metrics;

    BatchReporter(Environment environment, ReportOptions files, Problems problems, ProcessMetrics metrics) {
        this.environment = environment;
        this.files = files;
        this.writer = new ReportFiles(environment, files, problems);
        this.problems = problems;
        this.metrics = metrics;
    }

    /**
     * Reports a batch.
     *
     * @param location its journal, which is closed
     * @param end how its run has ended
     * @param requests the requests of this process
     * @param truth what the simulator knows, {@code null} for the service
     * @return the exit code
     */
    int report(JournalLocation location, BatchRun.End end, RequestTotals requests, Summary.@Nullable GroundTruth truth)
            throws IOException {
        JournalReport journal = JournalReport.read(location.path());
        StopReason reason = Objects.requireNonNullElse(end.stopReason(), StopReason.DEADLINE);
        BatchReport recorded = journal.report(reason == StopReason.INTERRUPTED, reason.problem());
        BatchReport report = files.shown(recorded);
        Outcome outcome = Outcome.of(report);
        print(outcome, journal.elapsed());
        writer.annotate(recorded);
        problems.report(outcome.problems(), end.causes());
        Remainder left = Remainder.of(recorded, end.causes());
        if (end.error() != null) {
            left.report(end.error(), location.advice(), problems);
        }
        int exitCode = write(end.error(), recorded, outcome, requests, truth);
        if (end.error() == null && location.isKept()) {
            advise(
                    outcome,
                    journal.isComplete() ? List.of() : left.advice(end.stopReason(), location.advice(), location));
        }
        return exitCode;
    }

    private int write(
            @Nullable Throwable error,
            BatchReport recorded,
            Outcome outcome,
            RequestTotals requests,
            Summary.@Nullable GroundTruth truth) {
        BatchReport report = files.shown(recorded);
        boolean complete = writer.write(recorded);
        if (error instanceof JournalException && (!complete || !files.hasResults())) {
            printReport(report);
        }
        int exitCode = ExitCode.of(outcome, error);
        int decided = complete ? exitCode : withoutReport(exitCode);
        Summary summary = Summary.of(report, outcome, requests, truth, metrics, decided);
        return writer.write(summary) ? decided : withoutReport(decided);
    }

    /** A report that could not be written is an error, unless something worse is known. */
    private static int withoutReport(int exitCode) {
        return exitCode == ExitCode.PASSED || exitCode == ExitCode.FAILED ? ExitCode.NOT_RUN : exitCode;
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

    private void print(Outcome outcome, Duration elapsed) {
        Terminal terminal = environment.terminal();
        if (!outcome.isInterrupted()) {
            Results.lines(outcome.tables(), terminal.style(), terminal.columns())
                    .forEach(terminal.out()::println);
            terminal.out().println();
        }
        terminal.out().println(SummaryLine.versions(outcome.versions()));
        terminal.out().println(SummaryLine.of(outcome, elapsed, terminal.style()));
        terminal.out().flush();
    }

    private void advise(Outcome outcome, List<String> lines) {
        PrintWriter out = environment.terminal().out();
        if (outcome.isInterrupted() && outcome.open() > 0) {
            out.println("Runs that were started continue at Telnyx.");
        }
        lines.forEach(out::println);
        out.flush();
    }
}
