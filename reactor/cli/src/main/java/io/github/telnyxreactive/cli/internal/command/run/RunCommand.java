package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.simulation.RunSimulation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** Runs suites and tests to completion and reports how each of the tests did. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Runs suites and tests, follows the runs to their end, and reports them. A journal keeps what was"
                + " done, so that a batch that was broken off goes on where it was, and triggers nothing twice.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every run passed",
            "1:everything was run to its end, and some run failed or ended in an error",
            "2:the command is wrong, or something could not be triggered or followed to its end, whatever the rest did",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  TELNYX_API_KEY    the API key of your Telnyx account",
            "  TELNYX_BASE_URL   where the service is, if not at https://api.telnyx.com/v2",
            "  NO_COLOR          if set, no colours are used"
        })
public final class RunCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description = "How many runs may be under way at once (default: 10000).")
    private @Nullable Integer concurrency;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--fail-fast",
            description = "Trigger nothing more when a run does not pass or something cannot be triggered.")
    private boolean failFast;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Where to write down what is done (default: telnyx-batch-ID.jsonl here; none with --simulate).")
    private @Nullable Path journal;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on with the batch of a journal, within 24 hours of its last triggering.")
    private @Nullable Path resume;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Option(names = "--verbose", description = "Print stack traces of errors, and where requests are sent.")
    private boolean verbose;

    @ArgGroup(exclusive = false, heading = "%nSimulation:%n")
    private @Nullable RunSimulation simulation;

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
        } catch (RuntimeException e) {
            problems.report(e);
            return ExitCode.NOT_RUN;
        }
    }

    private void check() {
        if (resume == null) {
            work.check(simulation != null && simulation.hasCountedSuites());
        } else {
            work.checkNothing("--resume");
        }
        if (resume != null && (journal != null || simulation != null)) {
            throw wrong("--resume goes on with the journal and the service of before: leave out "
                    + (journal != null ? "--journal" : "--simulate, whose runs end with the process"));
        }
        if (concurrency != null && concurrency < 1) {
            throw wrong("Invalid value for option '--concurrency': " + concurrency + " is not at least 1");
        }
        limits.limits();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int begin(BatchSession session) {
        try (Service service = open()) {
            announce(service);
            List<String> counted = simulation == null ? List.of() : simulation.countedSuites();
            Work found = interruptible(Work.find(work, counted, service.client()));
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
            if (batch.isOver()) {
                return session.report(batch);
            }
            try (Service service = open()) {
                announce(service);
                return interruptible(Work.check(service.client()).thenReturn(batch)) == null
                        ? interrupted()
                        : session.run(batch, service, null);
            }
        }
    }

    /** Finding out may take a while, and nothing is lost by stopping it. */
    private <T> @Nullable T interruptible(Mono<T> finding) {
        return Mono.firstWithSignal(environment.interruption().then(Mono.<T>empty()), finding)
                .block();
    }

    private int interrupted() {
        environment.terminal().out().println("Interrupted. Nothing was triggered.");
        environment.terminal().out().flush();
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
                : simulation.connect(work.suites(), limits.limits());
    }

    private void announce(Service service) {
        PrintWriter err = environment.terminal().err();
        if (service.simulator() != null) {
            err.println("This is a simulation: nothing is sent to Telnyx.");
        }
        if (verbose) {
            err.println("Using " + service.client());
        }
        err.flush();
    }
}
