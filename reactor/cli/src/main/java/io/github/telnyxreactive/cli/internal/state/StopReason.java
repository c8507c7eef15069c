package io.github.telnyxreactive.cli.internal.state;

/** Why no more items are triggered although some are left. */
public enum StopReason {
    /** A run did not pass, and the batch was to stop then. */
    FAIL_FAST("not triggered, because of --fail-fast"),
    /** The user interrupted the batch. */
    INTERRUPTED("not triggered before the interruption"),
    /** The API key is not accepted any more. */
    KEY_REJECTED("not triggered, because the API key was rejected"),
    /** What is about to be triggered cannot be recorded. */
    JOURNAL_FAILED("not triggered, because the journal could not be written"),
    /** All runs that the batch may start were started. */
    MAX_RUNS("not triggered, because of --max-runs"),
    /** The deadline has passed. */
    DEADLINE("not triggered before the deadline; allow more time with --deadline");

    private final String problem;

    StopReason(String problem) {
        this.problem = problem;
    }

    /**
     * Returns what this means for an item that was left out.
     *
     * @return one line
     */
    public String problem() {
        return problem;
    }
}
