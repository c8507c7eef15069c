package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.NothingToRunException;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.RepeatOptions;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.command.batch.JournalLocation;
import io.github.telnyxreactive.cli.internal.command.batch.JournalOptions;
import io.github.telnyxreactive.cli.internal.command.batch.PlanLines;
import io.github.telnyxreactive.cli.internal.command.batch.ProcessMetrics;
import io.github.telnyxreactive.cli.internal.command.batch.ReportOptions;
import io.github.telnyxreactive.cli.internal.command.batch.ServiceCheck;
import io.github.telnyxreactive.cli.internal.command.batch.SizeOptions;
import io.github.telnyxreactive.cli.internal.command.selection.Work;
import io.github.telnyxreactive.cli.internal.command.simulation.RunSimulation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** Runs suites and tests to completion, and reports the results. */
@Command(
        name = "run",
        description =
                "Runs suites and tests, follows the runs to completion, and reports the results. A journal records"
                        + " what was done, so that an interrupted batch can be resumed, and nothing is triggered twice.",
        exitCodeList = {
            "0:every run passed, or enough for --min-pass-rate and --pass-rule",
            "1:everything ran to completion, and at least one run, or too many, failed or ended in an error",
            "2:the command is invalid, or the batch could not be started",
            "3:something was not started, was not followed to completion, or is unknown, whatever the other results",
            "130:interrupted with Ctrl-C or SIGTERM; the batch can be resumed"
        })
public final class RunCommand extends MainCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Mixin
    private SizeOptions size = new SizeOptions();

    @Mixin
    private RepeatOptions repeat = new RepeatOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--fail-fast",
            description = "Trigger nothing more once a run does not pass or something cannot be triggered.")
    private boolean failFast;

    @Option(
            names = "--dry-run",
            description = "Print what would be run, and how many calls and requests that takes, and trigger nothing.")
    private boolean dryRun;

    @Mixin
    private JournalOptions journal = new JournalOptions();

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
    public Integer call() throws IOException {
        try {
            return run();
        } catch (NothingToRunException e) {
            environment.terminal().print(String.valueOf(e.getMessage()));
            return ExitCode.PASSED;
        }
    }

    private int run() throws IOException {
        check();
        Problems problems = Problems.of(spec.commandLine());
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            BatchSession session = new BatchSession(
                    environment,
                    new BatchSession.Options(
                            size.concurrency(),
                            size.maxRuns(),
                            limits.limits().deadline(),
                            failFast,
                            journal.isSameAccount(),
                            reports.isMasked()),
                    new BatchReporter(environment, reports, problems, metrics));
            if (dryRun) {
                return preview(session);
            }
            Path resumed = journal.resumed();
            return resumed == null ? begin(session) : resume(session, resumed);
        }
    }

    private void check() {
        repeat.check();
        boolean isResumed = journal.resumed() != null;
        if (!isResumed) {
            work.check(simulation != null && simulation.hasCountedSuites());
        } else {
            work.checkAbsent("--resume");
            work.checkNoRerun();
        }
        journal.check(simulation != null);
        reports.check(journal.named());
        if (isResumed && !repeat.given().isEmpty()) {
            throw UsageErrors.of(
                    spec,
                    "--resume continues with the repetitions and the requirement of the batch: leave out "
                            + String.join(", ", repeat.given()));
        }
        checkFailFast(repeat.requirement());
        if (isResumed && dryRun) {
            throw UsageErrors.of(spec, "--dry-run is for a new batch; the work of this one is in its journal");
        }
        size.check();
        limits.limits();
    }

    /** By a rule or a rate, what has failed may still pass. */
    private void checkFailFast(PassRequirement requirement) {
        if (failFast && !requirement.isEveryRun()) {
            throw UsageErrors.of(
                    spec,
                    "--fail-fast stops at the first run that does not pass, although the batch passes if " + requirement
                            + ": leave out --fail-fast");
        }
    }

    private int begin(BatchSession session) throws IOException {
        try (JournalLocation location = journal.ofNew(simulation != null, environment);
                Service service = open()) {
            announce(service);
            // Nothing is lost if the user interrupts before anything is triggered.
            return record(location, session, service)
                    ? session.run(location, Duration.ZERO, service, simulation)
                    : interrupted();
        }
    }

    /** Prints what would be run. */
    private int preview(BatchSession session) {
        try (Service service = open()) {
            announce(service);
            BatchPlan plan = environment.await(plan(session, service));
            if (plan == null) {
                return interrupted();
            }
            PlanLines.of(plan, session.options().forPlan(), limits.limits().rate())
                    .forEach(line -> environment.terminal().print(reports.shown(line)));
            return ExitCode.PASSED;
        }
    }

    private static TestBatch batch(BatchSession session, Service service) {
        return service.client()
                .ai()
                .assistants()
                .tests()
                .batch(session.options().forPlan());
    }

    private Mono<BatchPlan> plan(BatchSession session, Service service) {
        List<String> counted = simulation == null ? List.of() : simulation.countedSuites();
        return work.find(counted, batch(session, service), new Work(service.client()))
                .map(found -> found.repeated(repeat.times()));
    }

    /**
     * Writes the work to the journal, where it is read again, since it may be long. Returns whether it did before the user has
     * interrupted.
     */
    private boolean record(JournalLocation location, BatchSession session, Service service) {
        BatchPlan plan = environment.await(plan(session, service));
        return plan != null
                && (simulation != null || size.isWanted(plan, environment))
                && environment.await(batch(session, service)
                                .record(plan, repeat.requirement(), FileJournal.at(location.path()))
                                .thenReturn(true))
                        != null;
    }

    private int resume(BatchSession session, Path path) throws IOException {
        JournalLocation location = JournalLocation.existing(path);
        JournalReport before = JournalReport.read(path);
        if (before.isOfGate()) {
            throw new CommandException(
                    path + " is the journal of a gate, and not of a run: repeat the command of the gate with --resume "
                            + path);
        }
        checkFailFast(before.requirement());
        if (before.isComplete()) {
            return session.report(location);
        }
        try (Service service = open()) {
            announce(service);
            Mono<Boolean> reached = ServiceCheck.of(service.client()).thenReturn(true);
            return environment.await(reached) == null
                    ? interrupted()
                    : session.run(location, before.elapsed(), service, null);
        }
    }

    private int interrupted() {
        environment.terminal().print("Interrupted. Nothing was triggered.");
        return ExitCode.INTERRUPTED;
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
