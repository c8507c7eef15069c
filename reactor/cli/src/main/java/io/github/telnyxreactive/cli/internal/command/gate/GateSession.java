package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.cli.internal.command.Advice;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.Explanation;
import io.github.telnyxreactive.cli.internal.command.FatalError;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.batch.JournalLocation;
import io.github.telnyxreactive.cli.internal.command.batch.JournalOptions;
import io.github.telnyxreactive.cli.internal.command.batch.PlanLines;
import io.github.telnyxreactive.cli.internal.command.batch.ProcessMetrics;
import io.github.telnyxreactive.cli.internal.command.batch.Remainder;
import io.github.telnyxreactive.cli.internal.command.batch.ReportFiles;
import io.github.telnyxreactive.cli.internal.command.batch.ReportOptions;
import io.github.telnyxreactive.cli.internal.command.batch.SizeOptions;
import io.github.telnyxreactive.cli.internal.command.batch.Summary;
import io.github.telnyxreactive.cli.internal.command.selection.Wanted;
import io.github.telnyxreactive.cli.internal.command.selection.Work;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Results;
import io.github.telnyxreactive.cli.internal.running.Causes;
import io.github.telnyxreactive.cli.internal.running.GracefulStop;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes a version through a gate with a journal, and reports it. */
final class GateSession {

    /** Stands for what is run until that is known. */
    static final String NOT_KNOWN_YET = "?";

    private final Environment environment;
    private final Service service;
    private final Options options;
    private final Problems problems;
    private final ReportFiles files;

    /**
     * The options of a gate that are not part of its request.
     *
     * @param size how many runs it may start
     * @param limits how fast, and how long
     * @param journal its journal
     * @param reports the files to write
     * @param evidence where to keep the evidence
     * @param isPreview whether to print the plan only
     */
    record Options(
            SizeOptions size,
            Service.Limits limits,
            JournalOptions journal,
            ReportOptions reports,
            EvidenceOptions evidence,
            boolean isPreview) {}

    GateSession(Environment environment, Service service, Options options, Problems problems) {
        this.environment = environment;
        this.service = service;
        this.options = options;
        this.problems = problems;
        this.files = new ReportFiles(environment, options.reports, problems);
    }

    /**
     * Decides on a version, reports the decision and its runs, and returns the exit code.
     *
     * @param asked the request, without what is run
     * @param wanted what is run
     * @param counted the suites to run if none are named
     */
    int decide(GateRequest asked, Wanted wanted, List<String> counted) throws IOException {
        Path resumed = options.journal.resumed();
        JournalLocation existing = resumed == null ? null : JournalLocation.existing(resumed);
        VersionCheck versions = new VersionCheck(service.client().ai().assistants());
        BatchPlan found = environment.await(new Work(service.client())
                .find(wanted, counted, tests(batchOptions(null)))
                .flatMap(plan -> versions.of(asked).thenReturn(plan)));
        if (found == null) {
            return interrupted();
        }
        GateRequest request = asked.toBuilder()
                .suites(names(found, BatchItem.Kind.SUITE))
                .tests(names(found, BatchItem.Kind.TEST))
                .build();
        if (existing != null) {
            return decide(request, existing, JournalReport.read(existing.path()));
        }
        BatchPlan plan = ComparisonPlan.of(found, request);
        if (options.isPreview) {
            PlanLines.of(plan, batchOptions(null), options.limits.rate())
                    .forEach(line -> terminal().print(options.reports.shown(line)));
            return ExitCode.PASSED;
        }
        boolean isSimulated = service.simulator() != null;
        if (!isSimulated && !options.size.isWanted(plan, environment)) {
            return interrupted();
        }
        try (JournalLocation location = options.journal.ofNew(isSimulated, environment)) {
            return decide(request, location, null);
        }
    }

    private TestBatch tests(BatchOptions batch) {
        return service.client().ai().assistants().tests().batch(batch);
    }

    private static List<String> names(BatchPlan plan, BatchItem.Kind kind) {
        return plan.items().stream()
                .map(PlannedItem::item)
                .filter(item -> item.kind() == kind)
                .map(ItemId::name)
                .toList();
    }

    private int interrupted() {
        terminal().print("Interrupted. Nothing was triggered.");
        return ExitCode.INTERRUPTED;
    }

    private Terminal terminal() {
        return environment.terminal();
    }

    private BatchOptions batchOptions(@Nullable JournalReport earlier) {
        Integer concurrency = options.size.concurrency();
        Integer maxRuns = options.size.maxRuns();
        if (earlier != null) {
            concurrency = concurrency == null ? earlier.maxConcurrentRuns() : concurrency;
            maxRuns = maxRuns == null ? earlier.maxRuns() : maxRuns;
        }
        Duration deadline = options.limits.deadline();
        return BatchOptions.builder()
                .polling(service.polling())
                .maxLag(environment.maxLag())
                .maxConcurrentRuns(Objects.requireNonNullElse(
                        concurrency, BatchOptions.defaults().maxConcurrentRuns()))
                .maxRuns(maxRuns)
                .sameAccount(options.journal.isSameAccount())
                .itemDeadline(deadline)
                .deadline(deadline)
                .build();
    }

    private int decide(GateRequest request, JournalLocation location, @Nullable JournalReport earlier)
            throws IOException {
        location.announce(terminal());
        FatalError.advise(advice(location));
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            return new Passage(location, metrics).decide(request, earlier);
        }
    }

    private static @Nullable String advice(JournalLocation location) {
        return location.isKept() ? Advice.resumeGate(location.path()) : null;
    }

    /** One gate with its journal. */
    private final class Passage {

        private final JournalLocation location;
        private final ProcessMetrics metrics;
        private final TotalsCollector totals = new TotalsCollector();
        private final Causes causes = new Causes(Explanation::of);
        private final GracefulStop stop = new GracefulStop();

        Passage(JournalLocation location, ProcessMetrics metrics) {
            this.location = location;
            this.metrics = metrics;
        }

        int decide(GateRequest request, @Nullable JournalReport earlier) throws IOException {
            FileJournal journal = FileJournal.at(location.path()).describingErrors(Explanation::of);
            Mono<GateDecision> gate = service.client()
                    .ai()
                    .assistants()
                    .releaseGate(batchOptions(earlier))
                    .stoppedBy(stop.signals())
                    .run(request, journal, totals, causes::accept);
            Mono<GateDecision> stopping =
                    stop.on(environment.interruption(), environment.timer()).then(Mono.empty());
            try {
                return decided(
                        request,
                        Objects.requireNonNull(
                                Mono.firstWithSignal(new GateProgress(environment, totals).beside(gate), stopping)
                                        .block()));
            } catch (JournalException e) {
                if (e.reason() != JournalException.Reason.UNWRITABLE) {
                    throw e;
                }
                return failed(e);
            } catch (TelnyxException e) {
                return failed(e);
            }
        }

        /** A decision counts, even if the user has interrupted the gate while it was carried out. */
        private int decided(GateRequest request, GateDecision decision) {
            boolean isInconclusive = decision.outcome() == GateDecision.Outcome.INCONCLUSIVE;
            if (stop.isInterrupted() && isInconclusive) {
                terminal()
                        .print("Interrupted without a decision; nothing was changed."
                                + (service.simulator() == null ? " Runs that were started continue at Telnyx." : ""));
                return reported(true, ExitCode.INTERRUPTED);
            }
            GateReport.lines(request, decision, terminal().style())
                    .forEach(line -> terminal().print(options.reports.shown(line)));
            options.evidence.keep(decision.nextBaseline(), problems);
            int exitCode = decision.isAccepted() ? ExitCode.PASSED : ExitCode.REFUSED;
            return reported(false, isInconclusive ? ExitCode.INCONCLUSIVE : exitCode);
        }

        /** Reports the runs. Whatever goes wrong does not change the exit code, which says what has become of the version. */
        private int reported(boolean isInterrupted, int exitCode) {
            try {
                if (isRecorded()) {
                    Remainder left = report(isInterrupted, exitCode);
                    if (left != null && location.isKept()) {
                        left.advice(null, advice(location), location).forEach(terminal()::print);
                    }
                } else if (options.reports.hasResults()) {
                    problems.report(new CommandException("no report was written, since nothing was run"));
                }
            } catch (IOException | RuntimeException e) {
                problems.report(new CommandException("the runs could not be reported: " + Explanation.of(e), e));
            }
            return exitCode;
        }

        /** Says how to go on after what has ended the gate early, if anything was recorded. */
        private int failed(RuntimeException error) throws IOException {
            if (!isRecorded()) {
                throw error;
            }
            Remainder left = report(false, ExitCode.NOT_RUN);
            if (left == null) {
                problems.reportEnd(error, advice(location));
            } else {
                left.report(error, advice(location), problems);
            }
            return ExitCode.NOT_RUN;
        }

        /** A gate that decides without runs records nothing. */
        private boolean isRecorded() throws IOException {
            return Files.exists(location.path()) && Files.size(location.path()) > 0;
        }

        /**
         * Prints the runs if they have not let the version pass, and writes the files. Returns what is left to do, {@code null}
         * if nothing is.
         */
        private @Nullable Remainder report(boolean isInterrupted, int exitCode) throws IOException {
            JournalReport journal = JournalReport.read(location.path());
            BatchReport recorded = journal.report(isInterrupted, "it was not triggered before the gate ended");
            BatchReport report = options.reports.shown(recorded);
            Outcome outcome = Outcome.of(report);
            if (exitCode == ExitCode.REFUSED || exitCode == ExitCode.INCONCLUSIVE) {
                Results.lines(outcome.tables(), terminal().style(), terminal().columns())
                        .forEach(terminal()::print);
            }
            files.write(recorded);
            files.write(Summary.of(report, outcome, totals.requests(), null, metrics, exitCode));
            files.annotate(recorded);
            return journal.isComplete() ? null : Remainder.of(recorded, causes.byDescription());
        }
    }
}
