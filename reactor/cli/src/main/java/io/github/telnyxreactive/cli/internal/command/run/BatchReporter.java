package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.Traffic;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemStage;
import io.github.telnyxreactive.cli.internal.rendering.Results;
import io.github.telnyxreactive.cli.internal.rendering.SummaryLine;
import io.github.telnyxreactive.internal.json.JsonCodec;
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
     * @param traffic the requests of this process
     * @param truth what the simulator knows, {@code null} for the service
     * @param missingNames why names of tests could not be read, {@code null} if they were
     * @return the exit code
     */
    int report(Batch batch, Traffic traffic, Summary.@Nullable GroundTruth truth, @Nullable Throwable missingNames) {
        BatchProgress progress = batch.progress();
        Duration elapsed = batch.elapsed(environment.clock());
        print(progress, elapsed);
        problems.report(progress);
        if (missingNames != null && !progress.isInterrupted()) {
            problems.reportMissingNames(missingNames);
        }
        int exitCode = ExitCode.of(progress);
        ReportFiles writer = new ReportFiles(problems);
        boolean complete = writer.write(ReportFactory.of(batch.header(), progress, elapsed), files);
        int decided = complete || exitCode == ExitCode.INTERRUPTED ? exitCode : ExitCode.NOT_RUN;
        Summary summary = Summary.of(progress, traffic, truth, metrics, decided);
        complete = writer.write(files.summary, file -> Files.write(file, JsonCodec.write(summary)));
        adviseToResume(batch, truth != null);
        return complete || decided == ExitCode.INTERRUPTED ? decided : ExitCode.NOT_RUN;
    }

    private void print(BatchProgress progress, Duration elapsed) {
        Terminal terminal = environment.terminal();
        if (!progress.isInterrupted()) {
            Results.lines(progress, terminal.style()).forEach(terminal.out()::println);
            terminal.out().println();
        }
        terminal.out().println(SummaryLine.of(progress, elapsed, terminal.style()));
        terminal.out().flush();
    }

    private void adviseToResume(Batch batch, boolean simulated) {
        BatchProgress progress = batch.progress();
        PrintWriter out = environment.terminal().out();
        if (progress.isInterrupted() && progress.counts().unfinished() > 0 && !simulated) {
            out.println("Runs that were started continue at Telnyx.");
        }
        boolean hasMore = progress.counts().unfinished() > 0
                || progress.items().stream()
                        .anyMatch(item -> item.problem() != null && item.stage() != ItemStage.UNKNOWN);
        if (hasMore && batch.journal() != null && !simulated) {
            out.println("To resume this batch: telnyx-batch run --resume "
                    + batch.journal().path());
        }
        out.flush();
    }
}
