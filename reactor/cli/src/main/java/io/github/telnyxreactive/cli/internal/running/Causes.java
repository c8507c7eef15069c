package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the errors of a batch by their descriptions, which are what its journal has of them. */
public final class Causes {

    /** How many errors are kept. */
    private static final int MAX = 100;

    private final Function<? super Throwable, String> description;
    private final Map<String, Throwable> causes = new HashMap<>();

    /**
     * Creates a collection without errors.
     *
     * @param description describes an error in one line
     */
    public Causes(Function<? super Throwable, String> description) {
        this.description = description;
    }

    /**
     * Takes an event.
     *
     * @param event the event
     */
    public synchronized void accept(BatchEvent event) {
        Throwable cause = cause(event);
        if (cause != null && causes.size() < MAX) {
            causes.putIfAbsent(description.apply(cause), cause);
        }
    }

    /**
     * Returns the errors so far.
     *
     * @return the errors by their descriptions
     */
    public synchronized Map<String, Throwable> byDescription() {
        return Map.copyOf(causes);
    }

    private static @Nullable Throwable cause(BatchEvent event) {
        if (event instanceof BatchEvent.TriggerFailed failed) {
            return failed.error();
        }
        if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            return unknown.error();
        }
        if (event instanceof BatchEvent.NotStarted missing) {
            return missing.error();
        }
        return event instanceof BatchEvent.Abandoned abandoned ? abandoned.reason() : null;
    }
}
