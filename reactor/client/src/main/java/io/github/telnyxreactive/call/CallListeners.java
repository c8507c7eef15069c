package io.github.telnyxreactive.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells two listeners.
 *
 * @param first is told first
 * @param second is told second
 */
record CallListeners(CallListener first, CallListener second) implements CallListener {

    @Override
    public void sending(String operation, int attempt, Duration waited) {
        first.sending(operation, attempt, waited);
        second.sending(operation, attempt, waited);
    }

    @Override
    public void answered(String operation, int status) {
        first.answered(operation, status);
        second.answered(operation, status);
    }

    @Override
    public void ended(String operation, Duration took, @Nullable Throwable error) {
        first.ended(operation, took, error);
        second.ended(operation, took, error);
    }

    @Override
    public void cancelled(String operation, Duration took) {
        first.cancelled(operation, took);
        second.cancelled(operation, took);
    }
}
