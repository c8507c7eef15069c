package io.github.telnyxreactive.examples.batch;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A release check, as a pipeline runs it before new instructions of an assistant go live: runs suites of tests against a
 * candidate version and against the main version, prints what fails while it happens, and promotes the candidate if it
 * passes. The exit code says whether it did.
 */
public final class ReleaseCheck {

    static final int PASSED = 0;
    static final int REFUSED = 1;
    static final int UNDECIDED = 2;

    private static final Duration DEADLINE = Duration.ofHours(1);
    private static final Duration PROGRESS = Duration.ofSeconds(10);
    private static final int CONCURRENT_RUNS = 200;

    private final TelnyxClient client;
    private final PrintStream out;

    ReleaseCheck(TelnyxClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Runs the check with the key of the environment variable {@code TELNYX_API_KEY}, or in a simulation if the only
     * argument is {@code --simulate}.
     *
     * @param arguments the id of the assistant, the id of the candidate version, and the names of the suites
     */
    public static void main(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("--simulate")) {
            System.exit(Simulation.run(System.out));
        }
        if (arguments.length < 3) {
            System.err.println("Usage: release-check ASSISTANT_ID VERSION_ID SUITE... | --simulate");
            System.exit(UNDECIDED);
        }
        List<String> suites = Arrays.asList(arguments).subList(2, arguments.length);
        int exitCode = UNDECIDED;
        try (TelnyxClient client = TelnyxClient.fromEnvironment()) {
            exitCode = new ReleaseCheck(client, System.out).run(arguments[0], arguments[1], suites);
        } catch (RuntimeException e) {
            // Uncaught, it would end the program with the exit code of a refusal.
            System.err.println("no decision: " + e.getMessage());
        }
        System.exit(exitCode);
    }

    /** Runs the check and waits for its end, which only a main method or a test should do. */
    int run(String assistantId, String candidate, List<String> suites) {
        Integer exitCode = check(assistantId, candidate, suites).block();
        return exitCode == null ? UNDECIDED : exitCode;
    }

    /** Runs the check; emits its exit code. */
    private Mono<Integer> check(String assistantId, String candidate, List<String> suites) {
        GateRequest request = GateRequest.builder(assistantId, candidate, suites)
                // Under the same name, a check that is repeated within 24 hours continues instead of calling again.
                .batch("release-" + candidate)
                .build();
        BatchOptions options = BatchOptions.builder()
                .maxConcurrentRuns(CONCURRENT_RUNS)
                .deadline(DEADLINE)
                .build();
        TotalsCollector totals = new TotalsCollector();
        Mono<Integer> decision = client.ai()
                .assistants()
                .releaseGate(options)
                .run(request, totals, this::report)
                .map(this::conclude)
                .onErrorResume(TelnyxException.class, this::fail);
        return Flux.interval(PROGRESS)
                .doOnNext(tick -> out.println("  " + counts(totals.totals().overall())))
                .ignoreElements()
                .cast(Integer.class)
                .mergeWith(decision)
                .next();
    }

    /** Prints what needs attention; a run that passed does not. */
    private void report(BatchEvent event) {
        String name = event.item().name();
        if (event instanceof BatchEvent.Triggered triggered) {
            out.println(name + ": " + triggered.runs().size() + " runs");
        } else if (event instanceof BatchEvent.Finished finished
                && !TestRunStatus.PASSED.equals(finished.run().status())) {
            out.println(name + ": " + describe(finished.run()));
        } else if (event instanceof BatchEvent.TriggerFailed failed) {
            out.println(name + ": " + failed.error().getMessage());
        } else if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            out.println(name + ": " + unknown.error().getMessage());
        } else if (event instanceof BatchEvent.NotStarted missing) {
            out.println(name + ": no run of test " + missing.testId());
        } else if (event instanceof BatchEvent.Abandoned abandoned) {
            out.println(name + ": " + describe(abandoned.lastSeen()) + ", "
                    + abandoned.reason().getMessage());
        }
    }

    private static String describe(TestRun run) {
        StringBuilder text = new StringBuilder("test " + run.testId() + " " + run.status());
        run.detailStatus().stream()
                .filter(item -> !TestRunStatus.PASSED.equals(item.status()))
                .forEach(item ->
                        text.append(", ").append(item.name()).append(" ").append(item.status()));
        return text.toString();
    }

    private int conclude(GateDecision decision) {
        out.println(decision.outcome());
        print("candidate", decision.candidate());
        print("main version", decision.baseline());
        decision.reasons().forEach(reason -> out.println("  " + reason));
        decision.regressions().forEach(regression -> out.println("  broke test " + regression.testId()));
        return decision.isAccepted() ? PASSED : decision.missing().isEmpty() ? REFUSED : UNDECIDED;
    }

    private void print(String version, @Nullable RunTotals totals) {
        if (totals != null) {
            out.println("  " + version + ": " + counts(totals));
        }
    }

    private static String counts(RunTotals totals) {
        return totals.finished() + " of " + totals.runs() + " runs finished, " + totals.passed() + " passed";
    }

    /** Without a decision, nothing was changed; the message says what can be done. */
    private Mono<Integer> fail(TelnyxException error) {
        out.println("no decision: " + error.getMessage());
        return Mono.just(UNDECIDED);
    }
}
