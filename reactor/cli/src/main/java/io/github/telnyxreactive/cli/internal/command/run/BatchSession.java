package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.Explanation;
import io.github.telnyxreactive.cli.internal.command.FatalError;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.batch.JournalLocation;
import io.github.telnyxreactive.cli.internal.command.batch.Summary;
import io.github.telnyxreactive.cli.internal.command.simulation.RunSimulation;
import io.github.telnyxreactive.cli.internal.console.Display;
import io.github.telnyxreactive.cli.internal.running.BatchRun;
import io.github.telnyxreactive.cli.internal.state.Progress;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the batch of a journal, or the rest of it, and reports it. */
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
     * @param sameAccount whether the user says that the API key is of the account of the journal
     * @param mask whether to mask phone numbers in what is printed
     */
    record Options(
            @Nullable Integer concurrency,
            @Nullable Integer maxRuns,
            Duration deadline,
            boolean failFast,
            boolean sameAccount,
            boolean mask) {

        /** Returns the options of a new batch. */
        BatchOptions forPlan() {
            return BatchOptions.builder()
                    .maxConcurrentRuns(Objects.requireNonNullElse(
                            concurrency, BatchOptions.defaults().maxConcurrentRuns()))
                    .maxRuns(maxRuns)
                    .build();
        }
    }

    BatchSession(Environment environment, Options options, BatchReporter reporter) {
        this.environment = environment;
        this.options = options;
        this.reporter = reporter;
    }

    Options options() {
        return options;
    }

    /**
     * Runs the rest of a batch, and reports the whole batch.
     *
     * @param location its journal
     * @param before how long it was worked on before
     * @param service what runs it
     * @param simulation what it simulates, {@code null} if it does not
     * @return the exit code
     */
    int run(JournalLocation location, Duration before, Service service, @Nullable RunSimulation simulation)
            throws IOException {
        location.announce(environment.terminal());
        FatalError.advise(location.advice());
        JournaledPlan plan = JournaledPlan.read(location.path());
        FileJournal journal = FileJournal.at(location.path()).describingErrors(Explanation::of);
        TestBatch batch = service.client().ai().assistants().tests().batch(batchOptions(plan, service));
        TotalsCollector requests = new TotalsCollector();
        BatchRun run = new BatchRun(
                settings(before), new Progress(options.mask ? plan.work().masked() : plan.work()));
        BatchRun.End end = run.follow(stops -> batch.stoppedBy(stops).resume(journal, requests));
        if (end.error() instanceof JournalException failure && failure.reason() != JournalException.Reason.UNWRITABLE) {
            throw failure;
        }
        Summary.@Nullable GroundTruth truth =
                simulation == null || service.simulator() == null ? null : truth(simulation, service.simulator());
        return reporter.report(location, end, requests.requests(), truth);
    }

    /** Reports a complete batch, and returns the exit code. */
    int report(JournalLocation location) throws IOException {
        location.announce(environment.terminal());
        return reporter.report(location, BatchRun.End.COMPLETE, new TotalsCollector().requests(), null);
    }

    private static Summary.GroundTruth truth(RunSimulation simulation, Simulator simulator) {
        return new Summary.GroundTruth(simulation.testsPerSuite(), simulator.runs(), simulator.peakRequestsPerSecond());
    }

    private BatchRun.Settings settings(Duration before) {
        return new BatchRun.Settings(
                Display.on(environment.terminal()).after(before),
                environment.clock(),
                environment.timer(),
                environment.interruption(),
                options.failFast,
                Explanation::of);
    }

    private BatchOptions batchOptions(JournaledPlan plan, Service service) {
        return BatchOptions.builder()
                .polling(service.polling())
                .maxLag(environment.maxLag())
                .maxConcurrentRuns(Objects.requireNonNullElse(options.concurrency, plan.maxConcurrentRuns()))
                .maxRuns(options.maxRuns == null ? plan.maxRuns() : options.maxRuns)
                .sameAccount(options.sameAccount)
                .itemDeadline(options.deadline)
                .deadline(options.deadline)
                .build();
    }
}
