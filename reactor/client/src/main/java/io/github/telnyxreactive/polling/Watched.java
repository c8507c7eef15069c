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
 * What one polling has last seen of each thing. Looks follow one another, so it is used by one thread at a time; only
 * the deadline reads it from another, and takes what it finds.
 *
 * @param <T> the type of the states
 */
final class Watched<T> {

    private final Function<? super T, ?> key;
    private final Function<? super T, ?> aspect;
    private final Predicate<? super T> isFinal;
    private @Nullable Map<Object, T> seen;
    private volatile List<T> open = List.of();
    private long looks;

    Watched(Function<? super T, ?> key, Function<? super T, ?> aspect, Predicate<? super T> isFinal) {
        this.key = key;
        this.aspect = aspect;
        this.isFinal = isFinal;
    }

    /** Takes note of states, and leaves those in the list that are news. A state that was final stays as it was. */
    List<T> update(List<T> states) {
        if (seen == null) {
            seen = new LinkedHashMap<>(states.size() * 4 / 3 + 1);
        }
        Map<Object, T> known = seen;
        states.removeIf(state -> !isNews(known, state));
        open = stillOpen(known);
        looks++;
        return states;
    }

    private boolean isNews(Map<Object, T> known, T state) {
        Object id = key.apply(state);
        T last = known.get(id);
        boolean news =
                last == null || (!isFinal.test(last) && !Objects.equals(aspect.apply(last), aspect.apply(state)));
        if (news) {
            known.put(id, state);
        }
        return news;
    }

    /** A copy, as the deadline may read it while the next look is taken note of. */
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

    /** How many times there was something to take note of, what is known at the start included. */
    long looks() {
        return looks;
    }

    /** Whether there is something, and all of it is final. */
    boolean isDone() {
        return seen != null && !seen.isEmpty() && open.isEmpty();
    }

    /** What is not final, as last seen. */
    List<T> open() {
        return open;
    }
}
