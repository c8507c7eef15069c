package io.github.telnyxreactive.polling;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The state of polling a single thing, as {@link Watched} is for many: it needs neither a key nor earlier states. Polls
 * follow one another, so one thread at a time uses it; only the deadline reads it from another.
 *
 * @param <T> the type of the states
 */
final class LastSeen<T> {

    private final Predicate<? super T> isFinal;
    private long polls;
    private boolean done;
    private volatile @Nullable T open;

    /**
     * Creates the state before the first poll.
     *
     * @param isFinal returns whether a state is final
     * @param polls the number of polls that count as made
     */
    LastSeen(Predicate<? super T> isFinal, long polls) {
        this.isFinal = isFinal;
        this.polls = polls;
    }

    /** Records a state, and returns whether it is final. */
    boolean isFinal(T state) {
        done = isFinal.test(state);
        if (!done) {
            open = state;
        }
        return done;
    }

    /** Counts a poll, and returns how many preceded it. */
    long nextPoll() {
        return polls++;
    }

    boolean isDone() {
        return done;
    }

    /** Returns the state as last seen unless that is final. */
    List<T> open() {
        T last = open;
        return last == null ? List.of() : List.of(last);
    }
}
