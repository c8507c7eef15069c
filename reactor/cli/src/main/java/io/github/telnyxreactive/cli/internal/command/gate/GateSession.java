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
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.Explanation;
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
import io.github.telnyxreactive.cli.internal.running.Causes;
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
        BatchPlan found =
                environment.await(new Work(service.client()).find(wanted, counted, tests(batchOptions(null))));
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
        TotalsCollector totals = new TotalsCollector();
        Causes causes = new Causes(Explanation::of);
        FileJournal journal = FileJournal.at(location.path()).describingErrors(Explanation::of);
        Mono<GateDecision> gate = service.client()
                .ai()
                .assistants()
                .releaseGate(batchOptions(earlier))
                .run(request, journal, totals, causes::accept);
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            GateDecision decision = environment.await(new GateProgress(environment, totals).beside(gate));
            boolean isInterrupted = decision == null;
            if (isInterrupted) {
                terminal().print("Interrupted without a decision. Runs that were started continue at Telnyx.");
            }
            int exitCode = decision == null ? ExitCode.INTERRUPTED : decided(request, decision);
            BatchReport recorded = report(location, isInterrupted, totals, metrics, exitCode);
            if (recorded != null && location.isKept()) {
                Remainder.of(recorded, causes.byDescription())
                        .advice(null, advice(location), location)
                        .forEach(terminal()::print);
            }
            return exitCode;
        } catch (JournalException e) {
            if (e.reason() != JournalException.Reason.UNWRITABLE) {
                throw e;
            }
            return failed(e, location, totals);
        } catch (TelnyxException e) {
            return failed(e, location, totals);
        }
    }

    /** Says how to go on after what has ended the gate early, if anything was recorded. */
    private int failed(RuntimeException error, JournalLocation location, TotalsCollector totals) throws IOException {
        if (!isRecorded(location)) {
            throw error;
        }
        if (error instanceof JournalException failure) {
            problems.reportJournal(failure, advice(location));
        } else {
            problems.reportEnd(error, advice(location));
        }
        try (ProcessMetrics metrics = new ProcessMetrics()) {
            report(location, false, totals, metrics, ExitCode.NOT_RUN);
        }
        return ExitCode.NOT_RUN;
    }

    /** A gate that decides without runs records nothing. */
    private static boolean isRecorded(JournalLocation location) throws IOException {
        return Files.exists(location.path()) && Files.size(location.path()) > 0;
    }

    private static @Nullable String advice(JournalLocation location) {
        return location.isKept() ? "the same command with --resume " + location.path() : null;
    }

    private int decided(GateRequest request, GateDecision decision) {
        GateReport.lines(request, decision, terminal().style()).forEach(terminal()::print);
        options.evidence.keep(decision.nextBaseline(), problems);
        if (decision.outcome() == GateDecision.Outcome.INCONCLUSIVE) {
            return ExitCode.INCONCLUSIVE;
        }
        return decision.isAccepted() ? ExitCode.PASSED : ExitCode.REFUSED;
    }

    /**
     * Writes the files, which do not change the exit code: that says what has become of the version. Returns what was recorded,
     * {@code null} if it is complete.
     */
    private @Nullable BatchReport report(
            JournalLocation location, boolean interrupted, TotalsCollector totals, ProcessMetrics metrics, int exitCode)
            throws IOException {
        if (!isRecorded(location)) {
            if (options.reports.hasResults()) {
                problems.report(new CommandException("no report was written, since nothing was run"));
            }
            return null;
        }
        JournalReport journal = JournalReport.read(location.path());
        BatchReport recorded = journal.report(interrupted, "it was not triggered before the gate ended");
        BatchReport report = options.reports.shown(recorded);
        files.write(recorded);
        files.write(Summary.of(report, Outcome.of(report), totals.requests(), null, metrics, exitCode));
        files.annotate(recorded);
        return journal.isComplete() ? null : recorded;
    }
}
