package io.github.telnyxreactive.json;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a field is treated whose value cannot be read as its type: a date that is none, a number where an object was due.
 */
public final class Reading {

    private static final Reading LENIENT = new Reading(false, null);
    private static final Reading STRICT = new Reading(true, null);

    private final boolean isStrict;
    private final @Nullable Consumer<String> onKept;

    private Reading(boolean isStrict, @Nullable Consumer<String> onKept) {
        this.isStrict = isStrict;
        this.onKept = onKept;
    }

    /**
     * Returns the default: such a field is absent, and its value is kept among the unknown fields, as it came.
     *
     * @return how to read
     */
    public static Reading lenient() {
        return LENIENT;
    }

    /**
     * Returns the default, and reports the fields.
     *
     * @param onKept receives the path of each field, {@code tools[].webhook.timeout_ms} for example; called while the
     *     response is read, so it must neither block nor throw
     * @return how to read
     */
    public static Reading lenient(Consumer<String> onKept) {
        return new Reading(false, Objects.requireNonNull(onKept, "onKept"));
    }

    /**
     * Returns a reading that fails. It is meant for tests that check what the service sends.
     *
     * @return how to read
     */
    public static Reading strict() {
        return STRICT;
    }

    /**
     * Returns whether such a field is an error.
     *
     * @return whether it is
     */
    public boolean isStrict() {
        return isStrict;
    }

    /**
     * Reports a field that was kept as it came.
     *
     * @param path the path of the field
     */
    public void kept(String path) {
        if (onKept != null) {
            onKept.accept(path);
        }
    }
}
