package io.github.telnyxreactive.operator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A time by which the whole of a {@link Flux} has to be there, however often it emits in between. */
public final class Deadline {

    private Deadline() {}

    /**
     * Ends a source with an error unless it completes in time. The source is cancelled then.
     *
     * @param source what has to complete
     * @param limit how long it may take from the subscription on
     * @param timer times it
     * @param missed makes the error
     * @param <T> what the source emits
     * @return what the source emits, up to the deadline
     */
    public static <T> Flux<T> enforce(
            Flux<T> source, Duration limit, Scheduler timer, Supplier<? extends Throwable> missed) {
        return Flux.defer(() -> {
            AtomicBoolean complete = new AtomicBoolean();
            // The deadline is a completion that is turned into an error behind takeUntilOther, because an error of the
            // other publisher would not cancel the source.
            return source.doOnComplete(() -> complete.set(true))
                    .takeUntilOther(Mono.delay(limit, timer))
                    .concatWith(Mono.defer(() -> complete.get() ? Mono.empty() : Mono.error(missed.get())));
        });
    }
}
