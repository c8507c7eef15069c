package io.github.telnyxreactive.cli.internal.state;

/** How far the triggering of an item has come. */
public enum ItemStage {
    /** Certainly not triggered. */
    WAITING,
    /** About to be triggered, or triggered without a response so far. */
    BEGUN,
    /** Its runs are known. */
    TRIGGERED,
    /** It could not be triggered. */
    FAILED,
    /** It may have been triggered, and it is too late to find out by triggering it again. */
    UNKNOWN
}
