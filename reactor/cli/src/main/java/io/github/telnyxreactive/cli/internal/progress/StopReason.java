package io.github.telnyxreactive.cli.internal.progress;

/** Why no more items are triggered though there are some left. */
public enum StopReason {
    /** A run did not pass, and the batch was to stop then. */
    FAIL_FAST("not triggered, because of --fail-fast"),
    /** The user wants to stop. */
    INTERRUPTED("not triggered before the interruption"),
    /** The time is up. */
    DEADLINE("not triggered before the deadline; allow more time with --deadline");

    private final String problem;

    StopReason(String problem) {
        this.problem = problem;
    }

    /**
     * Says what this means for an item that was left out.
     *
     * @return one line
     */
    public String problem() {
        return problem;
    }
}
