package io.github.telnyxreactive.webflux.observation;

import io.github.telnyxreactive.call.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records metrics of calls, by operation: {@code telnyx.client.calls}, by outcome too, {@code telnyx.client.attempts},
 * {@code telnyx.client.retries}, and {@code telnyx.client.waits} for the time before attempts.
 */
@Component
final class MeteredCalls implements CallListener {

    private static final String OPERATION = "operation";

    private final MeterRegistry registry;

    MeteredCalls(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onSend(String operation, int attempt, Duration waited) {
        registry.counter("telnyx.client.attempts", OPERATION, operation).increment();
        if (attempt > 1) {
            registry.counter("telnyx.client.retries", OPERATION, operation).increment();
        }
        registry.timer("telnyx.client.waits", OPERATION, operation).record(waited);
    }

    @Override
    public void onTerminate(String operation, Duration took, @Nullable Throwable error) {
        // The library has few types of errors, so the number of meters stays small.
        calls(operation, error == null ? "success" : error.getClass().getSimpleName())
                .record(took);
    }

    @Override
    public void onCancel(String operation, Duration took) {
        calls(operation, "cancelled").record(took);
    }

    private Timer calls(String operation, String outcome) {
        return registry.timer("telnyx.client.calls", OPERATION, operation, "outcome", outcome);
    }
}
