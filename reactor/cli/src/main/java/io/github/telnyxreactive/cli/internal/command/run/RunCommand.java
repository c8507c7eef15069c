package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.command.simulation.RunSimulation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs suites and tests to completion, and reports the results. */
@Command(
        name = "run",
        description =
                "Runs suites and tests, follows the runs to completion, and reports the results. A journal records"
                        + " what was done, so that an interrupted batch can be resumed, and nothing is triggered twice.",
        exitCodeList = {
            "0:every run passed",
            "1:everything ran to completion, and at least one run failed or ended in an error",
            "2:the command is invalid, or something could not be triggered or followed to completion, whatever the"
                    + " other results",
            "130:interrupted with Ctrl-C"
        })
public final class RunCommand extends MainCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description = "How many runs may be in progress at once (default: 10000).")
    private @Nullable Integer concurrency;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--fail-fast",
            description = "Trigger nothing more once a run does not pass or something cannot be triggered.")
    private boolean failFast;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "The journal to write (default: telnyx-batch-ID.jsonl in the current directory; none with"
                    + " --simulate).")
    private @Nullable Path journal;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Resume the batch of this journal, within 24 hours of the last time it triggered something.")
    private @Nullable Path resume;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Option(names = "--verbose", description = "Print stack traces of errors, and where requests are sent.")
    private boolean verbose;

    @ArgGroup(exclusive = false, heading = "%nSimulation:%n")
    private @Nullable RunSimulation simulation;

    /**
     * Creates the command.
     *
     * @param environment its environment
     */
    public RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        check();
        Problems problems = new Problems(environment.terminal().err(), verbose);
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            BatchSession session = new BatchSession(
                    environment,
                    new BatchSession.Options(concurrency, limits.limits().deadline(), failFast),
                    new BatchReporter(environment, reports, problems, metrics));
            return resume == null ? begin(session) : resume(session, resume);
        }
    }

    private void check() {
        if (resume == null) {
            work.check(simulation != null && simulation.hasCountedSuites());
        } else {
            work.checkAbsent("--resume");
        }
        if (resume != null && (journal != null || simulation != null)) {
            throw UsageErrors.of(
                    spec,
                    "--resume continues with the journal and the service of the batch: leave out "
                            + (journal != null ? "--journal" : "--simulate, whose runs end with the process"));
        }
        if (concurrency != null && concurrency < 1) {
            throw UsageErrors.invalidValue(spec, "--concurrency", concurrency + " is not at least 1");
        }
        limits.limits();
    }

    private int begin(BatchSession session) {
        try (Service service = open()) {
            announce(service);
            List<String> counted = simulation == null ? List.of() : simulation.countedSuites();
            // Nothing is lost if the user interrupts before anything is triggered.
            Work found = environment.await(Work.find(work, counted, service.client()));
            if (found == null) {
                return interrupted();
            }
            try (Batch batch = Batch.begin(found, this::journalPath, environment.clock())) {
                return session.run(batch, service, simulation);
            }
        }
    }

    private int resume(BatchSession session, Path path) {
        try (Batch batch = Batch.resume(path)) {
            if (batch.isComplete()) {
                return session.report(batch);
            }
            try (Service service = open()) {
                announce(service);
                return environment.await(Work.check(service.client()).thenReturn(batch)) == null
                        ? interrupted()
                        : session.run(batch, service, null);
            }
        }
    }

    private int interrupted() {
        environment.terminal().print("Interrupted. Nothing was triggered.");
        return ExitCode.INTERRUPTED;
    }

    private @Nullable Path journalPath(String batchId) {
        if (journal != null || simulation != null) {
            return journal;
        }
        return environment.workingDirectory().resolve("telnyx-batch-" + batchId + ".jsonl");
    }

    private Service open() {
        return simulation == null
                ? Service.real(environment, limits.limits())
                : simulation.connect(work.suites(), environment, limits.limits());
    }

    private void announce(Service service) {
        service.announce(environment.terminal());
        if (verbose) {
            environment.terminal().printError("Using " + service.client());
        }
    }
}
