package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchOptions;
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
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a batch, or the rest of it, and reports it. */
final class BatchSession {

    private final Environment environment;
    private final Options options;
    private final BatchReporter reporter;

    /**
     * How to run a batch.
     *
     * @param concurrency how many runs may be under way, {@code null} for the limit of its journal
     * @param maxRuns how many runs the batch and all its resumes may start, {@code null} for the limit of its journal
     * @param deadline how long the batch may take
     * @param failFast whether to trigger nothing more once a run does not pass
     */
    record Options(@Nullable Integer concurrency, @Nullable Integer maxRuns, Duration deadline, boolean failFast) {}

    BatchSession(Environment environment, Options options, BatchReporter reporter) {
        this.environment = environment;
        this.options = options;
        this.reporter = reporter;
    }

    /** Runs the rest of a batch, reports the whole batch, and returns the exit code. */
    int run(Batch batch, Service service, @Nullable RunSimulation simulation) {
        announce(batch);
        AssistantTests tests = service.client().ai().assistants().tests();
        Integer runsLeft = runsLeft(batch);
        TestBatch library = tests.batch(batchOptions(batch, service, runsLeft));
        TotalsCollector totals = new TotalsCollector();
        BatchRun run = new BatchRun(settings(runsLeft == null || runsLeft > 0), batch.recorder());
        run.follow(work -> library.run(work, totals), new NameReader(tests));
        Summary.@Nullable GroundTruth truth =
                simulation == null || service.simulator() == null ? null : truth(simulation, service.simulator());
        return reporter.report(batch, totals.requests(), truth, run.missingNames(), run.rejection());
    }

    /** Reports a complete batch, and returns the exit code. */
    int report(Batch batch) {
        announce(batch);
        return reporter.report(batch, new TotalsCollector().requests(), null, null, null);
    }

    private static Summary.GroundTruth truth(RunSimulation simulation, Simulator simulator) {
        return new Summary.GroundTruth(simulation.testsPerSuite(), simulator.runs(), simulator.peakRequestsPerSecond());
    }

    private void announce(Batch batch) {
        if (batch.journal() != null) {
            environment.terminal().print("Journal: " + batch.journal().path());
        }
    }

    private @Nullable Integer runsLeft(Batch batch) {
        Integer maxRuns = options.maxRuns == null ? batch.header().maxRuns() : options.maxRuns;
        return maxRuns == null ? null : batch.runsLeft(maxRuns, environment.clock());
    }

    private BatchRun.Settings settings(boolean mayTrigger) {
        return new BatchRun.Settings(
                Display.on(environment.terminal()),
                environment.clock(),
                environment.timer(),
                environment.interruption(),
                mayTrigger,
                options.failFast,
                Explanation::of);
    }

    private BatchOptions batchOptions(Batch batch, Service service, @Nullable Integer runsLeft) {
        Integer recorded = Objects.requireNonNullElse(
                batch.header().concurrency(), BatchOptions.defaults().maxConcurrentRuns());
        return BatchOptions.builder()
                .polling(service.polling())
                .maxConcurrentRuns(Objects.requireNonNullElse(options.concurrency, recorded))
                .maxRuns(runsLeft == null || runsLeft == 0 ? null : runsLeft)
                .itemDeadline(options.deadline)
                .deadline(options.deadline)
                .build();
    }
}
