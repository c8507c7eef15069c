package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.simulation.GateSimulation;
import io.github.telnyxreactive.gate.GateAction;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateRequest;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** Lets a version of an assistant pass to its callers only if its tests say so. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Runs suites against a version of an assistant and against its main version, compares them, and"
                + " promotes the version or gives it a share of the conversations. If it is not good enough, everything"
                + " is left as it was.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the version passed, and was promoted or got its share, or would be but for --dry-run",
            "1:the version was refused, and nothing was changed",
            "2:the command is wrong, or there was no decision",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  TELNYX_API_KEY    the API key of your Telnyx account",
            "  TELNYX_BASE_URL   where the service is, if not at https://api.telnyx.com/v2"
        })
public final class GateCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SUITE", arity = "1..*", description = "Names of the suites that judge the version.")
    private List<String> suites = List.of();

    @Option(names = "--assistant", paramLabel = "ID", description = "The assistant.")
    private @Nullable String assistantId;

    @Option(names = "--version-id", paramLabel = "ID", description = "The version that is to pass.")
    private @Nullable String versionId;

    @Option(
            names = "--min-pass-rate",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "How many of the runs against the version have to pass (default: ${DEFAULT-VALUE}).")
    private double minPassRate;

    @Option(
            names = "--max-drop",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "By how much its pass rate may be below that of the main version, in percentage points"
                    + " (default: ${DEFAULT-VALUE}).")
    private double maxDrop;

    @Option(
            names = "--no-baseline",
            description = "Run nothing against the main version, and compare with --min-pass-rate only.")
    private boolean noBaseline;

    @Option(
            names = "--canary",
            paramLabel = "PERCENT",
            description =
                    "Give the version this share of the conversations instead of promoting it. A canary deploy that"
                            + " exists is widened, and never narrowed.")
    private @Nullable Double canary;

    @Option(names = "--dry-run", description = "Run the suites and decide, but change nothing.")
    private boolean dryRun;

    @Option(
            names = "--batch",
            paramLabel = "NAME",
            description =
                    "What the gate is called: the same gate within 24 hours triggers nothing twice, and judges the"
                            + " runs of the first time.")
    private @Nullable String batch;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--verbose", description = "Print stack traces of errors.")
    private boolean verbose;

    @ArgGroup(exclusive = false, heading = "%nSimulation:%n")
    private @Nullable GateSimulation simulation;

    public GateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems(environment.terminal().err(), verbose);
        try {
            return simulation == null ? onTheService() : simulated(simulation);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (ParameterException e) {
            throw e;
        } catch (RuntimeException e) {
            problems.report(e);
            return ExitCode.NOT_RUN;
        }
    }

    private int onTheService() {
        if (assistantId == null || versionId == null) {
            throw wrong("Missing required option: " + (assistantId == null ? "--assistant" : "--version-id"));
        }
        GateRequest request = request(assistantId, versionId);
        try (Service service = Service.real(environment, limits.limits())) {
            return decide(service, request);
        }
    }

    private int simulated(GateSimulation options) {
        if (assistantId != null || versionId != null) {
            throw wrong("--simulate makes an assistant and a version up: leave out "
                    + (assistantId != null ? "--assistant" : "--version-id"));
        }
        GateSimulation.Scene scene = options.start(List.copyOf(new LinkedHashSet<>(suites)), limits.limits());
        try (Service service = scene.service()) {
            environment.terminal().err().println("This is a simulation: nothing is sent to Telnyx.");
            environment.terminal().err().flush();
            return decide(service, request(scene.assistantId(), scene.candidateVersionId()));
        }
    }

    private GateRequest request(String assistant, String version) {
        return GateRequest.builder(assistant, version, suites)
                .minPassRate(minPassRate / 100)
                .maxPassRateDrop(noBaseline ? null : maxDrop / 100)
                .action(canary == null ? GateAction.promote() : GateAction.canary(canary))
                .batch(batch)
                .dryRun(dryRun)
                .build();
    }

    private int decide(Service service, GateRequest request) {
        Duration deadline = limits.limits().deadline();
        BatchOptions options = BatchOptions.builder()
                .polling(service.polling())
                .itemDeadline(deadline)
                .deadline(deadline)
                .build();
        TotalsCollector totals = new TotalsCollector();
        Mono<GateDecision> gate =
                service.client().ai().assistants().releaseGate(options).run(request, totals, event -> {});
        Mono<GateDecision> interrupted = environment.interruption().then(Mono.empty());
        GateDecision decision = Mono.firstWithSignal(new GateProgress(environment, totals).beside(gate), interrupted)
                .block();
        PrintWriter out = environment.terminal().out();
        if (decision == null) {
            out.println("Interrupted without a decision. Runs that were started go on at Telnyx.");
            out.flush();
            return ExitCode.INTERRUPTED;
        }
        GateReport.lines(decision, environment.terminal().style()).forEach(out::println);
        out.flush();
        return decision.outcome() == Outcome.REFUSED ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
