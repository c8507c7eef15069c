package io.github.telnyxreactive.cli.internal.state;

/** Why a batch has ended before all of its items were triggered. */
public enum StopReason {
    /** A run did not pass, and the batch was to stop then. */
    FAIL_FAST("not triggered, because of --fail-fast"),
    /** The user interrupted the batch. */
    INTERRUPTED("not triggered before the interruption"),
    /** The API key is not accepted any more. */
    KEY_REJECTED("not triggered, because the API key was rejected"),
    /** What is about to be triggered cannot be recorded. */
    JOURNAL_FAILED("not triggered, because the journal could not be written"),
    /** Something that nobody has foreseen. */
    ERROR("not triggered, because of an error"),
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
