package io.github.telnyxreactive.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notifies two listeners.
 *
 * @param first the listener that is notified first
 * @param second the listener that is notified second
 */
record CallListeners(CallListener first, CallListener second) implements CallListener {

    @Override
    public void onSend(String operation, int attempt, Duration waited) {
        first.onSend(operation, attempt, waited);
        second.onSend(operation, attempt, waited);
    }

    @Override
    public void onResponse(String operation, int status) {
        first.onResponse(operation, status);
        second.onResponse(operation, status);
    }

    @Override
    public void onKept(String operation, String field) {
        first.onKept(operation, field);
        second.onKept(operation, field);
    }

    @Override
    public void onTerminate(String operation, Duration elapsed, @Nullable Throwable error) {
        first.onTerminate(operation, elapsed, error);
        second.onTerminate(operation, elapsed, error);
    }

    @Override
    public void onCancel(String operation, Duration elapsed) {
        first.onCancel(operation, elapsed);
        second.onCancel(operation, elapsed);
    }
}
