package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** The events that wait for demand. Not thread-safe. */
final class EventQueue {

    private final Queue<BatchEvent> events = new ArrayDeque<>();
    private long requested;

    void request(long n) {
        requested = Operators.addCap(requested, n);
    }

    void add(BatchEvent event) {
        events.add(event);
    }

    int size() {
        return events.size();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Returns the next event if it was requested, otherwise {@code null}. */
    @Nullable BatchEvent next() {
        if (requested == 0 || events.isEmpty()) {
            return null;
        }
        if (requested != Long.MAX_VALUE) {
            requested--;
        }
        return events.remove();
    }

    void discard(Context context) {
        Operators.onDiscardQueueWithClear(events, context, null);
    }
}
