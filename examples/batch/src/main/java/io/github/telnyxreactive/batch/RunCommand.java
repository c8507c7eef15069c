package io.github.telnyxreactive.batch;

import io.github.telnyxreactive.batch.console.Display;
import io.github.telnyxreactive.batch.console.Terminal;
import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.SuiteProgress;
import io.github.telnyxreactive.batch.rendering.ResultTable;
import io.github.telnyxreactive.batch.rendering.SummaryLine;
import io.github.telnyxreactive.batch.running.BatchRun;
import io.github.telnyxreactive.batch.running.SuiteRunner;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs suites to their end and reports how each of their tests did. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = TelnyxBatch.Version.class,
        sortOptions = false,
        description = "Runs all tests of one or more suites, follows the runs to their end, and reports them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every run passed",
            "1:every suite was run to its end, and some run failed or ended in an error",
            "2:the command is wrong, or some suite could not be run to its end, whatever the others did",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  TELNYX_API_KEY    the API key of your Telnyx account",
            "  TELNYX_BASE_URL   where the service is, if not at https://api.telnyx.com/v2",
            "  NO_COLOR          if set, no colours are used"
        })
final class RunCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SUITE", arity = "1..*", description = "Names of the suites to run, side by side.")
    private List<String> suites = List.of();

    @ArgGroup(exclusive = false)
    private @Nullable Simulation simulation;

    @Option(
            names = "--version-id",
            paramLabel = "ID",
            description = "Version of the assistant that the runs talk to (default: the main version).")
    private @Nullable String versionId;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "2h",
            description = "How long to follow the runs of a suite, such as 90s, 30m, 2h or PT1H30M "
                    + "(default: ${DEFAULT-VALUE}).")
    private Duration deadline = Duration.ofHours(2);

    @Option(names = "--verbose", description = "Print stack traces of errors, and where requests are sent.")
    private boolean verbose;

    RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<String> names = suites.stream().distinct().toList();
        if (names.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(spec.commandLine(), "The name of a suite is blank");
        }
        Problems problems = new Problems(environment.terminal().err(), verbose);
        try (Service service = open(names)) {
            announce(service);
            return run(service, names, problems);
        } catch (RuntimeException e) {
            problems.report(e);
            return ExitCode.NOT_RUN;
        }
    }

    private Service open(List<String> names) {
        return simulation == null
                ? Service.real(environment, deadline)
                : Service.simulated(simulation, names, deadline);
    }

    private void announce(Service service) {
        PrintWriter err = environment.terminal().err();
        if (service.isSimulated()) {
            err.println("This is a simulation: nothing is sent to Telnyx.");
        }
        if (verbose) {
            err.println("Using " + service.client());
        }
        err.flush();
    }

    private int run(Service service, List<String> names, Problems problems) {
        SuiteRunner runner = new SuiteRunner(
                service.client().ai().assistants().tests(),
                TriggerTestSuiteRunsRequest.builder()
                        .destinationVersionId(versionId)
                        .build());
        BatchProgress progress = new BatchProgress(names);
        Duration elapsed = new BatchRun(
                        Display.on(environment.terminal()),
                        environment.clock(),
                        environment.timer(),
                        environment.interruption())
                .follow(runner.run(names), progress);
        report(progress, elapsed, problems);
        if (progress.isInterrupted() && progress.counts().unfinished() > 0 && !service.isSimulated()) {
            environment.terminal().out().println("What was started goes on at Telnyx.");
            environment.terminal().out().flush();
        }
        return ExitCode.of(progress);
    }

    private void report(BatchProgress progress, Duration elapsed, Problems problems) {
        Terminal terminal = environment.terminal();
        if (!progress.isInterrupted()) {
            for (SuiteProgress suite : progress.suites()) {
                List<String> table = ResultTable.lines(suite, terminal.style());
                if (!table.isEmpty()) {
                    terminal.out().println();
                    table.forEach(terminal.out()::println);
                }
            }
            terminal.out().println();
        }
        terminal.out().println(SummaryLine.of(progress, elapsed, terminal.style()));
        terminal.out().flush();
        problems.report(progress);
    }
}
