package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes. It is determined when the run is created, so that the status of the run is a function of time.
 *
 * @param duration how long the run takes, or would take if it ended
 * @param isEndless whether the run never ends
 * @param waiting the status before the run starts
 * @param outcome the status at the end
 * @param revision the change of the outcome after the end, {@code null} for none
 */
record RunCourse(
        Duration duration,
        boolean isEndless,
        TestRunStatus waiting,
        TestRunStatus outcome,
        @Nullable Revision revision) {

    // A run is waiting for the first tenth of its duration, and starting until a quarter of it has elapsed.
    private static final int START = 10;
    private static final int CONVERSATION = 4;

    /** The phases of a run, in order. */
    enum Phase {
        WAITING,
        STARTING,
        RUNNING,
        ENDED,
        REVISED
    }

    /**
     * A change of the outcome.
     *
     * @param status the status from then on
     * @param after the time from the end of the run to the change
     */
    record Revision(TestRunStatus status, Duration after) {}

    /** Returns the course of a run that ends with an error as soon as it is created. */
    static RunCourse rejected() {
        return new RunCourse(Duration.ZERO, false, TestRunStatus.PENDING, TestRunStatus.ERROR, null);
    }

    /** Returns the phase at a time, in microseconds since the creation. */
    Phase phaseAt(long elapsed) {
        if (!isEndless && elapsed >= micros(Phase.ENDED)) {
            return revision != null && elapsed >= micros(Phase.REVISED) ? Phase.REVISED : Phase.ENDED;
        }
        if (elapsed >= micros(Phase.RUNNING)) {
            return Phase.RUNNING;
        }
        return elapsed >= micros(Phase.STARTING) ? Phase.STARTING : Phase.WAITING;
    }

    /** Returns when a phase begins, in microseconds since the creation. */
    long micros(Phase phase) {
        long whole = duration.toNanos() / 1000;
        return switch (phase) {
            case WAITING -> 0;
            case STARTING -> whole / START;
            case RUNNING -> whole / CONVERSATION;
            case ENDED -> whole;
            case REVISED -> whole + (revision == null ? 0 : revision.after.toNanos() / 1000);
        };
    }

    TestRunStatus statusIn(Phase phase) {
        return switch (phase) {
            case WAITING -> waiting;
            case STARTING -> TestRunStatus.STARTING;
            case RUNNING -> TestRunStatus.RUNNING;
            case ENDED -> outcome;
            case REVISED -> revision == null ? outcome : revision.status;
        };
    }
}
