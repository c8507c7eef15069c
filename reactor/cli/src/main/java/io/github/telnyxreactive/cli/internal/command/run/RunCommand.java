package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.command.simulation.RunSimulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
            "0:every run passed",
            "1:everything ran to completion, and at least one run failed or ended in an error",
            "2:the command is invalid, or the batch could not be started",
            "3:something was not started, was not followed to completion, or is unknown, whatever the other results",
            "130:interrupted with Ctrl-C or SIGTERM; the batch can be resumed"
        })
public final class RunCommand extends MainCommand implements Callable<Integer> {

    /** How many runs are started without a question. */
    private static final int LARGE = 100;

    private static final Pattern YES = Pattern.compile("y(es)?", Pattern.CASE_INSENSITIVE);

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description =
                    "How many runs may be under way at once (default: 50). A suite that has more tests is triggered"
                            + " test by test.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--max-runs",
            paramLabel = "NUMBER",
            description =
                    "How many runs the batch may start in total, including all of its resumes (default: no limit).")
    private @Nullable Integer maxRuns;

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

    @Option(names = "--yes", description = "Do not ask before more than " + LARGE + " runs are started.")
    private boolean yes;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "The journal to write (default: telnyx-batch-ID.jsonl in the current directory; none with"
                    + " --simulate).")
    private @Nullable Path journal;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Resume the batch of this journal. What may have been triggered is triggered again within 23"
                    + " hours of the first attempt, with the same idempotency key, and not after that.")
    private @Nullable Path resume;

    @Option(
            names = "--same-account",
            description = "With --resume: TELNYX_API_KEY is another key of the account in which the batch was started."
                    + " Otherwise, another key is accepted only if it can read a run of the batch.")
    private boolean sameAccount;

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
        check();
        Problems problems = new Problems(environment.terminal().err(), verbose);
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            BatchSession session = new BatchSession(
                    environment,
                    new BatchSession.Options(
                            concurrency, maxRuns, limits.limits().deadline(), failFast, sameAccount),
                    new BatchReporter(environment, reports, problems, metrics));
            if (dryRun) {
                return preview(session);
            }
            return resume == null ? begin(session) : resume(session, resume);
        }
    }

    private void check() {
        if (resume == null) {
            work.check(simulation != null && simulation.hasCountedSuites());
        } else {
            work.checkAbsent("--resume");
            work.checkNoRerun();
        }
        if (resume != null && (journal != null || simulation != null)) {
            throw UsageErrors.of(
                    spec,
                    "--resume continues with the journal and the service of the batch: leave out "
                            + (journal != null ? "--journal" : "--simulate, whose runs end with the process"));
        }
        if (resume != null && dryRun) {
            throw UsageErrors.of(spec, "--dry-run is for a new batch; the work of this one is in its journal");
        }
        if (resume == null && sameAccount) {
            throw UsageErrors.of(spec, "--same-account is for --resume");
        }
        if (maxRuns != null && maxRuns < 1) {
            throw UsageErrors.invalidValue(spec, "--max-runs", maxRuns + " is not at least 1");
        }
        if (concurrency != null && concurrency < 1) {
            throw UsageErrors.invalidValue(spec, "--concurrency", concurrency + " is not at least 1");
        }
        limits.limits();
    }

    private int begin(BatchSession session) throws IOException {
        try (JournalLocation location = simulation == null || journal != null
                        ? JournalLocation.ofNew(journal, environment.workingDirectory())
                        : JournalLocation.temporary();
                Service service = open()) {
            announce(service);
            // Nothing is lost if the user interrupts before anything is triggered.
            return record(location, session, service) ? session.run(location, service, simulation) : interrupted();
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
                    .forEach(environment.terminal()::print);
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
        return Work.find(work, counted, batch(session, service), service.client());
    }

    /**
     * Writes the work to the journal, where it is read again, since it may be long. Returns whether it did before the user has
     * interrupted.
     */
    private boolean record(JournalLocation location, BatchSession session, Service service) {
        BatchPlan plan = environment.await(plan(session, service));
        return plan != null
                && isWanted(plan)
                && environment.await(batch(session, service)
                                .record(plan, FileJournal.at(location.path()))
                                .thenReturn(true))
                        != null;
    }

    /** Asks before many runs are started, which cost money and may ring phones. */
    private boolean isWanted(BatchPlan plan) {
        if (yes || simulation != null || plan.runs() <= LARGE) {
            return true;
        }
        String runs = PlanLines.runs(plan);
        Optional<String> answer = environment.ask("Start " + runs + "? [y/N]");
        if (answer == null) {
            return false;
        }
        if (answer.isEmpty()) {
            throw new CommandException(
                    "this would start " + runs + ": look at them with --dry-run, and add --yes to start" + " more than "
                            + LARGE + " without a question");
        }
        if (!YES.matcher(answer.get().strip()).matches()) {
            throw new CommandException("nothing was triggered, as you have said");
        }
        return true;
    }

    private int resume(BatchSession session, Path path) throws IOException {
        JournalLocation location = JournalLocation.existing(path);
        if (JournalReport.read(path).isComplete()) {
            return session.report(location);
        }
        try (Service service = open()) {
            announce(service);
            Mono<Boolean> reached = Work.check(service.client()).thenReturn(true);
            return environment.await(reached) == null ? interrupted() : session.run(location, service, null);
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
