package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.command.simulation.GateSimulation;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.gate.GateAction;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.GateRequestBuilder;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** Releases a version of an assistant only if its tests pass. */
@Command(
        name = "gate",
        description =
                "Runs suites against a version of an assistant and against its main version, compares the results,"
                        + " and promotes the version or gives it a share of the conversations. If the version is not good"
                        + " enough, or if anything is missing to tell, nothing is changed. Rates are in per cent: 95 or"
                        + " 95%%, and 0.5%% for half a per cent.",
        exitCodeList = {
            "0:the version passed, and was promoted or got its share, or would have without --dry-run",
            "2:the command is invalid, or the gate failed with an error",
            "4:the version was refused on complete evidence, and nothing was changed",
            "5:the gate was inconclusive: evidence is missing or was changed meanwhile, and nothing was changed",
            "130:interrupted with Ctrl-C or SIGTERM"
        })
public final class GateCommand extends MainCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SUITE", arity = "1..*", description = "Names of the suites that the version has to pass.")
    private List<String> suites = List.of();

    @Option(names = "--assistant", paramLabel = "ID", description = "The assistant.")
    private @Nullable String assistantId;

    @Option(names = "--version-id", paramLabel = "ID", description = "The version to release.")
    private @Nullable String versionId;

    @Mixin
    private RequirementOptions requirements = new RequirementOptions();

    @Mixin
    private EvidenceOptions evidence = new EvidenceOptions();

    @Option(
            names = "--canary",
            paramLabel = "PERCENT",
            converter = ShareConverter.class,
            description =
                    "Give the version this share of the conversations instead of promoting it. An existing canary deploy"
                            + " is widened, and never narrowed.")
    private @Nullable Double canary;

    @Option(names = "--dry-run", description = "Run the suites and decide, but change nothing.")
    private boolean dryRun;

    @Option(
            names = "--batch",
            paramLabel = "NAME",
            description =
                    "Name of this gate. Within 24 hours, a gate of the same name triggers nothing again, and judges the"
                            + " runs of the first one; only what was changed since, a version or a test, is run again.")
    private @Nullable String batch;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    // Read by the handler of errors.
    @Option(names = "--verbose", description = "Print stack traces of errors.")
    private boolean verbose;

    @ArgGroup(exclusive = false, heading = "%nSimulation of a generated assistant:%n")
    private @Nullable GateSimulation simulation;

    /**
     * Creates the command.
     *
     * @param environment its environment
     */
    public GateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try {
            return simulation == null ? onTheService() : simulated(simulation);
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(spec, String.valueOf(e.getMessage()));
        }
    }

    private int onTheService() {
        if (assistantId == null || versionId == null) {
            throw UsageErrors.of(
                    spec, "Missing required option: " + (assistantId == null ? "--assistant" : "--version-id"));
        }
        GateRequest request = request(assistantId, versionId);
        try (Service service = Service.real(environment, limits.limits())) {
            return decide(service, request);
        }
    }

    private int simulated(GateSimulation options) {
        if (assistantId != null || versionId != null) {
            throw UsageErrors.of(
                    spec,
                    "--simulate generates an assistant and a version: leave out "
                            + (assistantId != null ? "--assistant" : "--version-id"));
        }
        List<String> distinct = List.copyOf(new LinkedHashSet<>(suites));
        GateSimulation.Scene scene = options.start(distinct, environment, limits.limits());
        try (Service service = scene.service()) {
            service.announce(environment.terminal());
            return decide(service, request(scene.assistantId(), scene.candidateVersionId()));
        }
    }

    private GateRequest request(String assistant, String version) {
        GateRequestBuilder request = GateRequest.builder(assistant, version, suites)
                .action(canary == null ? GateAction.promote() : GateAction.canary(canary))
                .batch(batch)
                .dryRun(dryRun);
        requirements.applyTo(request);
        request.baseline(evidence.baseline(requirements.baseline(), problems()));
        return request.build();
    }

    private Problems problems() {
        return new Problems(environment.terminal().err(), verbose);
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
        GateDecision decision = environment.await(new GateProgress(environment, totals).beside(gate));
        Terminal terminal = environment.terminal();
        if (decision == null) {
            terminal.print("Interrupted without a decision. Runs that were started continue at Telnyx.");
            return ExitCode.INTERRUPTED;
        }
        GateReport.lines(request, decision, terminal.style()).forEach(terminal::print);
        evidence.keep(decision.nextBaseline(), problems());
        if (decision.outcome() == Outcome.INCONCLUSIVE) {
            return ExitCode.INCONCLUSIVE;
        }
        return decision.isAccepted() ? ExitCode.PASSED : ExitCode.REFUSED;
    }
}
