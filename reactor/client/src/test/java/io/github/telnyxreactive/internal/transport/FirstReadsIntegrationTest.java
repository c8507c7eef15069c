package io.github.telnyxreactive.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.json.TelnyxJson;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Two event loops may read responses of new types at the same time. */
class FirstReadsIntegrationTest {

    private static final CountDownLatch EXAMINING = new CountDownLatch(1);
    private static final CountDownLatch EXAMINED = new CountDownLatch(1);

    /** A type that Jackson examines until the test says so. */
    @JsonDeserialize(using = LongExamined.class)
    private record Examined() {}

    private record Other(int number) {}

    private static final class LongExamined extends StdDeserializer<Examined> {

        LongExamined() throws InterruptedException {
            super(Examined.class);
            EXAMINING.countDown();
            EXAMINED.await();
        }

        @Override
        public Examined deserialize(JsonParser parser, DeserializationContext context) {
            return new Examined();
        }
    }

    @Test
    void aThreadThatMustNotBlockMayWaitForAnotherThatExaminesATypeOfJson() throws InterruptedException {
        Thread first = new Thread(() -> TelnyxJson.read("{}", Examined.class), "first");
        first.start();
        EXAMINING.await();
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Mono<Other> read = Mono.fromSupplier(() -> {
                    waiting.set(Thread.currentThread());
                    return TelnyxJson.read("{\"number\":1}", Other.class);
                })
                .subscribeOn(Schedulers.parallel())
                .cache();
        read.subscribe(other -> {}, error -> {});
        Await.until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);
        EXAMINED.countDown();

        assertThat(read.block()).isEqualTo(new Other(1));
        first.join();
    }
}
