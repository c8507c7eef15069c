package io.github.telnyxreactive.polling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one polling has last seen of each thing. Looks follow one another, so it is used by one thread at a time; only
 * the deadline reads it from another, and takes what it finds.
 *
 * @param <T> the type of the states
 */
final class Watched<T> {

    private final Function<? super T, ?> key;
    private final Function<? super T, ?> aspect;
    private final Predicate<? super T> isFinal;
    private final Map<Object, T> seen = new LinkedHashMap<>();
    private volatile List<T> open = List.of();
    private volatile boolean started;
    private volatile long looks;

    Watched(Function<? super T, ?> key, Function<? super T, ?> aspect, Predicate<? super T> isFinal) {
        this.key = key;
        this.aspect = aspect;
        this.isFinal = isFinal;
    }

    /** Takes note of states, and returns those that are news. A state that was final stays as it was. */
    List<T> update(Collection<? extends T> states) {
        List<T> changes = new ArrayList<>();
        for (T state : states) {
            Object id = key.apply(state);
            T last = seen.get(id);
            boolean news =
                    last == null || (!isFinal.test(last) && !Objects.equals(aspect.apply(last), aspect.apply(state)));
            if (news) {
                seen.put(id, state);
                changes.add(state);
            }
        }
        open = seen.values().stream().filter(isFinal.negate()).toList();
        started = started || !seen.isEmpty();
        looks++;
        return changes;
    }

    /** How many times there was something to take note of, what is known at the start included. */
    long looks() {
        return looks;
    }

    /** Whether there is something, and all of it is final. */
    boolean isDone() {
        return started && open.isEmpty();
    }

    /** What is not final, as last seen. */
    List<T> open() {
        return open;
    }
}
