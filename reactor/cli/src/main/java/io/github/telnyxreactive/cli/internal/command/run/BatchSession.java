package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.Explanation;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.simulation.RunSimulation;
import io.github.telnyxreactive.cli.internal.console.Display;
import io.github.telnyxreactive.cli.internal.running.BatchRun;
import io.github.telnyxreactive.cli.internal.running.NameReader;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs a batch, or what is left of it, and has it reported. */
final class BatchSession {

    private final Environment environment;
    private final Options options;
    private final BatchReporter outcome;

    /**
     * How to run a batch.
     *
     * @param concurrency how many runs may be under way at once, {@code null} for the library's default
     * @param deadline how long everything may take
     * @param failFast whether the first run that does not pass ends the triggering
     */
    record Options(@Nullable Integer concurrency, Duration deadline, boolean failFast) {}

    BatchSession(Environment environment, Options options, BatchReporter outcome) {
        this.environment = environment;
        this.options = options;
        this.outcome = outcome;
    }

    /** Runs what is left, reports everything, and returns the exit code. */
    int run(Batch batch, Service service, @Nullable RunSimulation simulation) {
        announce(batch);
        AssistantTests tests = service.client().ai().assistants().tests();
        TestBatch library = tests.batch(batchOptions(service));
        TotalsCollector totals = new TotalsCollector();
        BatchRun run = new BatchRun(settings(), batch.recorder());
        run.follow(work -> library.run(work, totals), new NameReader(tests));
        Summary.@Nullable Witness witness =
                simulation == null || service.simulator() == null ? null : witness(simulation, service.simulator());
        return outcome.report(batch, totals.requests(), witness, run.missingNames());
    }

    /** Reports a batch that is over, and returns the exit code. */
    int report(Batch batch) {
        announce(batch);
        return outcome.report(batch, new TotalsCollector().requests(), null, null);
    }

    private static Summary.Witness witness(RunSimulation simulation, Simulator simulator) {
        return new Summary.Witness(simulation.testsPerSuite(), simulator.runs(), simulator.peakRequestsPerSecond());
    }

    private void announce(Batch batch) {
        if (batch.journal() != null) {
            PrintWriter out = environment.terminal().out();
            out.println("Journal: " + batch.journal().path());
            out.flush();
        }
    }

    private BatchRun.Settings settings() {
        return new BatchRun.Settings(
                Display.on(environment.terminal()),
                environment.clock(),
                environment.timer(),
                environment.interruption(),
                options.deadline,
                options.failFast,
                Explanation::of);
    }

    private BatchOptions batchOptions(Service service) {
        BatchOptionsBuilder builder = BatchOptions.builder()
                .polling(service.polling())
                .itemDeadline(options.deadline)
                .deadline(options.deadline);
        if (options.concurrency != null) {
            builder.maxConcurrentRuns(options.concurrency);
        }
        return builder.build();
    }
}
