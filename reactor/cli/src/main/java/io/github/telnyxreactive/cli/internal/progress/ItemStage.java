package io.github.telnyxreactive.cli.internal.progress;

/** How far the triggering of an item has come. */
public enum ItemStage {
    /** Not triggered for certain. */
    WAITING,
    /** About to be triggered, or triggered without an answer. */
    BEGUN,
    /** Its runs are known. */
    TRIGGERED,
    /** It could not be triggered. */
    FAILED,
    /** It may have been triggered, and it is too late to find out by triggering it again. */
    UNKNOWN
}
