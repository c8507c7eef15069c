package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;

class EventLoopTest {

    @Test
    void blockingCallOnAnEventLoopIsDetected() {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Thread> thread = new AtomicReference<>();
        try (Simulator simulator = Simulator.builder()
                .clock(() -> {
                    if (Thread.currentThread().getName().startsWith("simulator")) {
                        thread.set(Thread.currentThread());
                        try {
                            new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
                        } catch (BlockingOperationError | InterruptedException e) {
                            failure.set(e);
                        }
                    }
                    return Instant.EPOCH;
                })
                .start()) {
            new Caller(simulator).get(TESTS);
        }

        assertThat(thread.get()).isNotNull();
        assertThat(failure.get()).isInstanceOf(BlockingOperationError.class);
    }
}
