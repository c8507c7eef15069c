package io.github.telnyxreactive.internal.json;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is created when it is used for the first time. Readers are: creating one examines all types below its
 * own, and most clients use a few of them.
 *
 * @param <T> the type of the value
 */
public final class FirstUse<T> {

    private final Supplier<T> create;
    private volatile @Nullable T value;

    /**
     * Creates a value that does not exist yet.
     *
     * @param create creates the value; several threads that are the first may each call it
     */
    public FirstUse(Supplier<T> create) {
        this.create = create;
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public T get() {
        T known = value;
        if (known == null) {
            known = create.get();
            value = known;
        }
        return known;
    }
}
