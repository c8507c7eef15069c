package io.github.telnyxreactive.cli.internal.progress;

/**
 * How many runs there are in each phase.
 *
 * @param pending how many wait to be executed
 * @param running how many are being set up or under way
 * @param passed how many ended and met their rubric
 * @param failed how many ended and did not meet their rubric
 * @param error how many were broken off by an error
 */
public record RunCounts(int pending, int running, int passed, int failed, int error) {

    /** No runs at all. */
    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0);

    /**
     * Changes the number of one phase.
     *
     * @param phase which one
     * @param change by how much, which may be negative
     * @return counts that differ in this
     */
    public RunCounts change(RunPhase phase, int change) {
        return switch (phase) {
            case PENDING -> new RunCounts(pending + change, running, passed, failed, error);
            case RUNNING -> new RunCounts(pending, running + change, passed, failed, error);
            case PASSED -> new RunCounts(pending, running, passed + change, failed, error);
            case FAILED -> new RunCounts(pending, running, passed, failed + change, error);
            case ERROR -> new RunCounts(pending, running, passed, failed, error + change);
        };
    }

    /**
     * Adds the counts of other runs.
     *
     * @param other the counts of the others
     * @return the counts of all
     */
    public RunCounts plus(RunCounts other) {
        return new RunCounts(
                pending + other.pending,
                running + other.running,
                passed + other.passed,
                failed + other.failed,
                error + other.error);
    }

    /**
     * Takes the counts of some of these runs away.
     *
     * @param other the counts of some of them
     * @return the counts of the rest
     */
    public RunCounts minus(RunCounts other) {
        return new RunCounts(
                pending - other.pending,
                running - other.running,
                passed - other.passed,
                failed - other.failed,
                error - other.error);
    }

    /**
     * Counts all runs.
     *
     * @return how many there are
     */
    public int total() {
        return unfinished() + finished();
    }

    /**
     * Counts the runs that have ended.
     *
     * @return how many passed, failed or were broken off
     */
    public int finished() {
        return passed + failed + error;
    }

    /**
     * Counts the runs that have not ended.
     *
     * @return how many are pending or running
     */
    public int unfinished() {
        return pending + running;
    }
}
