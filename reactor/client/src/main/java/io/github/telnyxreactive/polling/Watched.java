package io.github.telnyxreactive.polling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The state of polling many things: what was last seen of each. Polls follow one another, so one thread at a time uses
 * it; only the deadline reads it from another.
 *
 * @param <T> the type of the states
 */
final class Watched<T> {

    private final Function<? super T, ?> key;
    private final Function<? super T, ?> aspect;
    private final Predicate<? super T> isFinal;
    private @Nullable Map<Object, T> seen;
    private volatile List<T> open = List.of();
    private long polls;

    Watched(Function<? super T, ?> key, Function<? super T, ?> aspect, Predicate<? super T> isFinal) {
        this.key = key;
        this.aspect = aspect;
        this.isFinal = isFinal;
    }

    /**
     * Records states, removes those from the list that have not changed, and returns it. A final state does not change
     * any more.
     */
    List<T> update(List<T> states) {
        if (seen == null) {
            seen = new LinkedHashMap<>(states.size() * 4 / 3 + 1);
        }
        Map<Object, T> known = seen;
        states.removeIf(state -> !isChange(known, state));
        open = stillOpen(known);
        polls++;
        return states;
    }

    private boolean isChange(Map<Object, T> known, T state) {
        Object id = key.apply(state);
        T last = known.get(id);
        boolean change =
                last == null || (!isFinal.test(last) && !Objects.equals(aspect.apply(last), aspect.apply(state)));
        if (change) {
            known.put(id, state);
        }
        return change;
    }

    /** Returns a copy, as the deadline may read it while the next poll is recorded. */
    private List<T> stillOpen(Map<Object, T> known) {
        List<T> states = List.of();
        for (T state : known.values()) {
            if (!isFinal.test(state)) {
                if (states.isEmpty()) {
                    states = new ArrayList<>();
                }
                states.add(state);
            }
        }
        return states;
    }

    /** Returns how many times states were recorded, including those that were known at the start. */
    long polls() {
        return polls;
    }

    /** Returns whether something was recorded, and all of it is final. */
    boolean isDone() {
        return seen != null && !seen.isEmpty() && open.isEmpty();
    }

    /** Returns the states as last seen that are not final. */
    List<T> open() {
        return open;
    }
}
