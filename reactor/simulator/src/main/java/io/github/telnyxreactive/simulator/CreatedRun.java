package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.store.StoredRun;
import io.github.telnyxreactive.simulator.internal.store.Trigger;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A run that the simulator has created, and all that there is to know about it: what a client should find out. The end
 * of a run is known from its creation on. Created by the simulator only.
 *
 * @param runId the id of the run
 * @param testId the id of the test
 * @param suite the suite of the test when the run was created, {@code null} for none
 * @param requestedVersion the id of the assistant version that the request specified, {@code null} for none
 * @param suiteRunId the id that is common to all runs of a triggered suite, {@code null} if a single test was triggered
 * @param idempotencyKey the idempotency key of the request, {@code null} for none
 * @param origin why the run was created
 * @param createdAt when the run was created, by the simulator's clock
 * @param endsAt when the run ends or has ended, by the simulator's clock; {@code null} if it never ends
 * @param outcome the status with which the run ends, {@code null} if it never ends
 * @param finalStatus the status that changes no more; the same as the outcome, unless it is
 *     {@linkplain UnkindnessBuilder#changingOutcomes(double, java.time.Duration) changed} after the end
 */
public record CreatedRun(
        String runId,
        String testId,
        @Nullable String suite,
        @Nullable String requestedVersion,
        @Nullable String suiteRunId,
        @Nullable String idempotencyKey,
        Origin origin,
        Instant createdAt,
        @Nullable Instant endsAt,
        @Nullable TestRunStatus outcome,
        @Nullable TestRunStatus finalStatus) {

    /** Why a run was created. */
    public enum Origin {
        /** A request triggered it. */
        REQUEST,

        /** The service created it beside the run that was requested; see {@link UnkindnessBuilder#extraRuns(double)}. */
        EXTRA,

        /**
         * A request triggered it that repeats an earlier one, with the same idempotency key, which succeeded. The
         * service had forgotten the key: after 24 hours, or as set by
         * {@link UnkindnessBuilder#forgottenKeys(java.time.Duration)}. So the runs of the earlier request exist twice.
         */
        FORGOTTEN_KEY
    }

    private static CreatedRun of(StoredRun run) {
        Trigger trigger = run.trigger();
        return new CreatedRun(
                run.runId(),
                run.testId(),
                run.suite(),
                trigger.requestedVersion(),
                trigger.suiteRunId(),
                trigger.idempotencyKey(),
                originOf(run),
                run.createdAt(),
                run.endsAt(),
                run.outcome(),
                run.lastStatus());
    }

    private static Origin originOf(StoredRun run) {
        if (run.trigger().repeated()) {
            return Origin.FORGOTTEN_KEY;
        }
        return run.isExtra() ? Origin.EXTRA : Origin.REQUEST;
    }

    /** Returns a list whose elements are generated when they are read. */
    static List<CreatedRun> listOf(List<StoredRun> runs) {
        return new Runs(runs);
    }

    private static final class Runs extends AbstractList<CreatedRun> implements RandomAccess {

        private final List<StoredRun> runs;

        Runs(List<StoredRun> runs) {
            this.runs = runs;
        }

        @Override
        public CreatedRun get(int index) {
            return of(runs.get(index));
        }

        @Override
        public int size() {
            return runs.size();
        }
    }
}
