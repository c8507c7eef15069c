package io.github.telnyxreactive.bulk;

/** How a batch is stopped before it has run all of its work. */
public enum StopSignal {

    /** Nothing more is triggered. What was triggered is followed to its end. */
    TRIGGER_NO_MORE,

    /**
     * Nothing more is triggered, and the batch completes as soon as the triggers in flight were answered. Runs under way
     * continue at the service without further events; with a journal, they can be followed later.
     */
    LEAVE,

    /**
     * The batch completes at once. Triggers in flight are aborted, so that it is not known whether they have started anything;
     * with a journal, resuming the batch finds out.
     */
    LEAVE_AT_ONCE
}
