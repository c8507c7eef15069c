package io.github.telnyxreactive.gate;

/** What a {@link ReleaseGate} does with a version that passes. */
public sealed interface GateAction {

    /**
     * Returns the action that makes the version the main version.
     *
     * @return the action
     */
    static GateAction promote() {
        return new Promote();
    }

    /**
     * Returns the action that gives the version a share of the conversations.
     *
     * @param percentage the share in percent, above 0 and below 100
     * @return the action
     * @throws IllegalArgumentException if the percentage is out of range
     */
    static GateAction canary(double percentage) {
        return new Canary(percentage);
    }

    /**
     * Makes the version the main version, by {@code POST /ai/assistants/{assistant_id}/versions/{version_id}/promote}.
     */
    record Promote() implements GateAction {}

    /**
     * Gives the version a share of the conversations, by {@code POST} or
     * {@code PUT /ai/assistants/{assistant_id}/canary-deploys}.
     *
     * @param percentage the share in percent, above 0 and below 100
     */
    record Canary(double percentage) implements GateAction {

        /** Checks the share. */
        public Canary {
            if (!(percentage > 0 && percentage < 100)) {
                throw new IllegalArgumentException("percentage must be above 0 and below 100: " + percentage);
            }
        }
    }
}
