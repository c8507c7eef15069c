package io.github.telnyxreactive.polling;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Watched} is to many things, to the one thing that most pollings are about: it needs neither a key nor what it
 * has seen before. Looks follow one another, so it is used by one thread at a time; only the deadline reads it from another.
 *
 * @param <T> the type of the states
 */
final class LastSeen<T> {

    private final Predicate<? super T> isFinal;
    private long looks;
    private boolean done;
    private volatile @Nullable T open;

    /**
     * Begins with nothing seen.
     *
     * @param looks how many looks count as made
     */
    LastSeen(Predicate<? super T> isFinal, long looks) {
        this.isFinal = isFinal;
        this.looks = looks;
    }

    /** Takes note of a state, and tells whether it is final. */
    boolean isFinal(T state) {
        done = isFinal.test(state);
        if (!done) {
            open = state;
        }
        return done;
    }

    /** Counts a look, and returns how many came before it. */
    long nextLook() {
        return looks++;
    }

    boolean isDone() {
        return done;
    }

    /** What is not final, as last seen. */
    List<T> open() {
        T last = open;
        return last == null ? List.of() : List.of(last);
    }
}
