package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.LimitOptions;
import io.github.telnyxreactive.cli.internal.command.MainCommand;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.command.batch.JournalOptions;
import io.github.telnyxreactive.cli.internal.command.batch.ReportOptions;
import io.github.telnyxreactive.cli.internal.command.batch.SizeOptions;
import io.github.telnyxreactive.cli.internal.command.selection.SelectionOptions;
import io.github.telnyxreactive.cli.internal.command.selection.Wanted;
import io.github.telnyxreactive.cli.internal.command.simulation.GateSimulation;
import io.github.telnyxreactive.gate.GateAction;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.GateRequestBuilder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Releases a version of an assistant only if its tests pass. */
@Command(
        name = "gate",
        description =
                "Runs suites and tests against a version of an assistant and against its main version, compares the results,"
                        + " and promotes the version or gives it a share of the conversations. If the version is not good"
                        + " enough, or if anything is missing to tell, nothing is changed. Rates are in per cent: 95 or"
                        + " 95%%, and 0.5%% for half a per cent.",
        exitCodeList = {
            "0:the version passed, and was promoted or got its share, or would have without --decide-only",
            "2:the command is invalid, or the gate failed with an error",
            "4:the version was refused on complete evidence, and nothing was changed",
            "5:the gate was inconclusive: evidence is missing or was changed meanwhile, and nothing was changed",
            "130:interrupted with Ctrl-C or SIGTERM before a decision, and nothing was changed; the gate can be resumed"
        })
public final class GateCommand extends MainCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

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

    @Option(names = "--decide-only", description = "Run the suites and decide, but change nothing.")
    private boolean decideOnly;

    @Option(
            names = "--dry-run",
            description = "Print what would be run, and how many calls and requests that takes, and trigger nothing.")
    private boolean dryRun;

    @Option(
            names = "--batch",
            paramLabel = "NAME",
            description =
                    "Name of this gate. Within 24 hours, a gate of the same name triggers nothing again, and judges the"
                            + " runs of the first one; only what was changed since, a version or a test, is run again.")
    private @Nullable String batch;

    @Mixin
    private SizeOptions size = new SizeOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private JournalOptions journal = new JournalOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

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
    public Integer call() throws IOException {
        try {
            check();
            return simulation == null ? onTheService() : simulated(simulation);
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(spec, String.valueOf(e.getMessage()));
        }
    }

    private void check() {
        journal.check(simulation != null);
        reports.check(journal.named());
        size.check();
        if (journal.resumed() != null && dryRun) {
            throw UsageErrors.of(spec, "--dry-run is for a new gate; the work of this one is in its journal");
        }
        if (!selection.isGiven() && (simulation == null || !simulation.hasCountedSuites())) {
            throw UsageErrors.of(
                    spec,
                    "Nothing to run: name the suites that the version has to pass, or use --all, --tests or --tests-from");
        }
        selection.check();
    }

    private int onTheService() throws IOException {
        if (assistantId == null || versionId == null) {
            throw UsageErrors.of(
                    spec, "Missing required option: " + (assistantId == null ? "--assistant" : "--version-id"));
        }
        GateRequest request = request(assistantId, versionId);
        Wanted wanted = wanted();
        try (Service service = Service.real(environment, limits.limits())) {
            return session(service).decide(request, wanted, List.of());
        }
    }

    private int simulated(GateSimulation options) throws IOException {
        if (assistantId != null || versionId != null) {
            throw UsageErrors.of(
                    spec,
                    "--simulate generates an assistant and a version: leave out "
                            + (assistantId != null ? "--assistant" : "--version-id"));
        }
        Wanted wanted = wanted();
        GateSimulation.Scene scene = options.start(selection.suites(), environment, limits.limits());
        try (Service service = scene.service()) {
            service.announce(environment.terminal());
            return session(service)
                    .decide(request(scene.assistantId(), scene.candidateVersionId()), wanted, options.countedSuites());
        }
    }

    private Wanted wanted() {
        return selection.wanted(null, false, null);
    }

    /** Checks the options before anything is sent. What is run is not known yet. */
    private GateRequest request(String assistant, String version) {
        GateRequestBuilder request = GateRequest.builder(assistant, version, List.of(GateSession.NOT_KNOWN_YET))
                .action(canary == null ? GateAction.promote() : GateAction.canary(canary))
                .batch(batch)
                .decideOnly(decideOnly);
        requirements.applyTo(request);
        request.baseline(evidence.baseline(requirements.baseline(), problems()));
        return request.build();
    }

    private Problems problems() {
        return Problems.of(spec.commandLine());
    }

    private GateSession session(Service service) {
        return new GateSession(
                environment,
                service,
                new GateSession.Options(size, limits.limits(), journal, reports, evidence, dryRun),
                problems());
    }
}
