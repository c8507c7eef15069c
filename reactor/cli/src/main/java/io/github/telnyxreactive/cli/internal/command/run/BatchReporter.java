package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Results;
import io.github.telnyxreactive.cli.internal.rendering.SummaryLine;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reports the result of a batch: on the terminal, in the requested files, and as the exit code. */
final class BatchReporter {

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
     * @return the exit code
     */
    int report(
            Batch batch,
            RequestTotals requests,
            Summary.@Nullable GroundTruth truth,
            @Nullable Throwable missingNames) {
        BatchState state = batch.state();
        Duration elapsed = batch.elapsed(environment.clock());
        print(state, elapsed);
        problems.report(state);
        if (missingNames != null && !state.isInterrupted()) {
            problems.reportMissingNames(missingNames);
        }
        int exitCode = ExitCode.of(state);
        ReportFiles writer = new ReportFiles(problems);
        boolean complete = writer.write(ReportFactory.of(batch.header(), state, elapsed), files);
        int decided = complete || exitCode == ExitCode.INTERRUPTED ? exitCode : ExitCode.NOT_RUN;
        Summary summary = Summary.of(state, requests, truth, metrics, decided);
        complete = writer.write(files.summary, file -> Files.write(file, TelnyxJson.write(summary)));
        adviseToResume(batch, truth != null);
        return complete || decided == ExitCode.INTERRUPTED ? decided : ExitCode.NOT_RUN;
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

    private void adviseToResume(Batch batch, boolean simulated) {
        BatchState state = batch.state();
        PrintWriter out = environment.terminal().out();
        if (state.isInterrupted() && state.totals().overall().unfinished() > 0 && !simulated) {
            out.println("Runs that were started continue at Telnyx.");
        }
        boolean hasMore = state.totals().overall().unfinished() > 0
                || state.items().stream().anyMatch(item -> item.problem() != null && item.stage() != ItemStage.UNKNOWN);
        if (hasMore && batch.journal() != null && !simulated) {
            out.println("To resume this batch: telnyx-batch run --resume "
                    + batch.journal().path());
        }
        out.flush();
    }
}
