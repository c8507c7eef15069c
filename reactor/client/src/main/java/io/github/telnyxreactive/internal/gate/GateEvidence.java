package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.Regression;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the results of the runs against both versions, and what is missing. Not thread-safe. */
final class GateEvidence {

    private final GateRequest request;
    private final Side candidate = new Side("the candidate");
    private final @Nullable Side baseline;

    GateEvidence(GateRequest request) {
        this.request = request;
        this.baseline = request.maxPassRateDrop() == null ? null : new Side("the main version");
    }

    void accept(BatchEvent event) {
        Side compared = baseline;
        boolean ofCandidate = request.candidateVersionId().equals(event.item().versionId());
        if (ofCandidate || compared == null) {
            candidate.accept(event);
        } else {
            compared.accept(event);
        }
    }

    RunTotals candidate() {
        return candidate.totals();
    }

    /** Returns the totals of the main version, {@code null} without a comparison. */
    @Nullable RunTotals baseline() {
        return baseline == null ? null : baseline.totals();
    }

    /** Returns the tests that pass on the main version but not on the candidate. */
    List<Regression> regressions() {
        Side compared = baseline;
        return compared == null
                ? List.of()
                : candidate.missed.values().stream()
                        .filter(missed -> compared.passes(missed.testId()))
                        .toList();
    }

    /** Returns what is missing for a judgement, as sentences. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (String suite : request.suites()) {
            candidate.addGaps(suite, baseline != null, gaps);
            if (baseline != null) {
                baseline.addGaps(suite, true, gaps);
            }
        }
        return gaps;
    }

    /** The runs against one version. */
    private static final class Side {

        private final String name;
        private final TotalsCollector totals = new TotalsCollector();
        private final Map<String, Integer> runs = new HashMap<>();
        private final Map<String, Throwable> triggerErrors = new HashMap<>();
        private final Map<String, Integer> abandonedRuns = new HashMap<>();
        private final Map<String, Throwable> reasons = new HashMap<>();
        private final Map<String, Integer> withoutTest = new HashMap<>();
        private final Set<String> passed = new HashSet<>();
        private final Map<String, Regression> missed = new LinkedHashMap<>();

        Side(String name) {
            this.name = name;
        }

        void accept(BatchEvent event) {
            totals.accept(event);
            String suite = event.item().name();
            if (event instanceof BatchEvent.Triggered triggered) {
                runs.merge(suite, triggered.runs().size(), Integer::sum);
            } else if (event instanceof BatchEvent.TriggerFailed failed) {
                triggerErrors.put(suite, failed.error());
            } else if (event instanceof BatchEvent.OutcomeUnknown unknown) {
                triggerErrors.put(suite, unknown.error());
            } else if (event instanceof BatchEvent.Abandoned abandoned) {
                abandonedRuns.merge(suite, 1, Integer::sum);
                reasons.putIfAbsent(suite, abandoned.reason());
            } else if (event instanceof BatchEvent.Finished finished) {
                ended(suite, finished.run());
            }
        }

        private void ended(String suite, TestRun run) {
            String testId = run.testId();
            if (testId == null) {
                withoutTest.merge(suite, 1, Integer::sum);
            } else if (TestRunStatus.PASSED.equals(run.status())) {
                passed.add(testId);
            } else {
                missed.put(
                        testId,
                        new Regression(
                                suite,
                                testId,
                                run.runId(),
                                Objects.requireNonNullElse(run.status(), RunState.UNKNOWN)));
            }
        }

        boolean passes(String testId) {
            return passed.contains(testId) && !missed.containsKey(testId);
        }

        RunTotals totals() {
            return totals.totals().overall();
        }

        void addGaps(String suite, boolean comparesTests, List<String> gaps) {
            String what = "suite " + suite + " against " + name;
            Throwable error = triggerErrors.get(suite);
            Integer triggered = runs.get(suite);
            if (error != null) {
                gaps.add(what + " could not be triggered: " + explain(error));
            } else if (triggered == null) {
                gaps.add(what + " was not triggered before the deadline of the batch");
            } else if (triggered == 0) {
                gaps.add(what + " has no runs");
            }
            Integer nameless = withoutTest.get(suite);
            if (nameless != null && comparesTests) {
                gaps.add("the service did not say of which test " + nameless + " of " + triggered + " runs of " + what
                        + " are");
            }
            Throwable reason = reasons.get(suite);
            if (reason != null) {
                gaps.add(abandonedRuns.get(suite) + " of " + triggered + " runs of " + what + " were not seen to end: "
                        + explain(reason));
            }
        }

        private static String explain(Throwable error) {
            String message = error instanceof TelnyxException ? error.getMessage() : null;
            return message == null ? error.toString() : message;
        }
    }
}
