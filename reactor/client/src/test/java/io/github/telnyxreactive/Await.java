package io.github.telnyxreactive;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;

/** Waits for other threads, with no time limit. */
public final class Await {

    private Await() {}

    /** Returns as soon as the condition holds. */
    public static void until(BooleanSupplier condition) {
        if (!condition.getAsBoolean()) {
            Flux.interval(Duration.ofMillis(1))
                    .onBackpressureDrop()
                    .filter(tick -> condition.getAsBoolean())
                    .blockFirst();
        }
    }
}
