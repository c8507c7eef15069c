package io.github.telnyxreactive.bulk.report;

import java.util.Locale;

/** Whether an item of a batch was triggered. */
public enum ItemOutcome {

    /** The item was triggered: the service has said so. */
    TRIGGERED,

    /** The item was certainly not triggered, and none of its runs exist. */
    NOT_TRIGGERED,

    /** It is not known whether the item was triggered. Runs that nobody has seen may exist. */
    UNKNOWN;

    /** Returns the name for files that programs read. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
