package io.github.telnyxreactive.polling;

import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.internal.operator.Deadline;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Subscribes to a source again and again until what it emits is final: the client's own polling, for use on any
 * {@link Mono} or {@link Flux}.
 *
 * <pre>{@code
 * mono.transformDeferred(look -> Polling.create().until(look, Job::isDone))
 * }</pre>
 *
 * <p>It ends in one of three ways: with what is final, with a {@link PollingDeadlineException} that carries what was last
 * seen, or with the error of the source. Waiting costs no thread; cancelling ends the wait, or the look that is under way.
 * The subscriber's context is there at every look. Immutable: one instance serves any number of subscriptions, each of
 * which counts its own looks and has its own deadline.
 */
public final class Polling {

    /** Beyond it, nanoseconds may overflow. */
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(36_500);

    /** How many states most looks find; room for more is made as they come. */
    private static final int FEW = 4;

    private final PollingSchedule schedule;
    private final Duration deadline;
    private final @Nullable Scheduler scheduler;
    private final DoubleSupplier random;

    private Polling(PollingSchedule schedule, Duration deadline, @Nullable Scheduler scheduler, DoubleSupplier random) {
        this.schedule = schedule;
        this.deadline = deadline;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * Creates a polling on the schedule of {@link PollingSchedule#defaults()} with a deadline of two hours.
     *
     * @return the polling
     */
    public static Polling create() {
        return create(PollingSchedule.defaults(), Duration.ofHours(2));
    }

    /**
     * Creates a polling.
     *
     * @param schedule the waits between two looks
     * @param deadline how long it may take from the subscription on, more than zero; a hundred years at the most
     * @return the polling
     */
    public static Polling create(PollingSchedule schedule, Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("the deadline must be more than zero: " + deadline);
        }
        Duration bounded = deadline.compareTo(LONGEST_DEADLINE) > 0 ? LONGEST_DEADLINE : deadline;
        return new Polling(
                schedule, bounded, null, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Chooses where the waits and the deadline are timed.
     *
     * @param timer a scheduler; {@link Schedulers#parallel()} if none is chosen
     * @return a polling that differs in this
     */
    public Polling scheduler(Scheduler timer) {
        return new Polling(schedule, deadline, timer, random);
    }

    /**
     * Chooses where the jitter comes from.
     *
     * @param numbers random numbers, at least 0 and below 1
     * @return a polling that differs in this
     */
    public Polling random(DoubleSupplier numbers) {
        return new Polling(schedule, deadline, scheduler, numbers);
    }

    /**
     * Looks at one thing until it is final, the first time at once.
     *
     * @param look reads the present state; if it emits nothing, that counts as not final
     * @param isFinal tells whether a state is final
     * @param <T> the type of the state
     * @return the final state
     */
    public <T> Mono<T> until(Mono<T> look, Predicate<? super T> isFinal) {
        return Mono.defer(() -> until(new LastSeen<>(isFinal, 0), look));
    }

    /**
     * Looks at one thing until it is final, the first time after a wait.
     *
     * @param known the state that is known already; if it is final, it is emitted without a look
     * @param look reads the present state; if it emits nothing, that counts as not final
     * @param isFinal tells whether a state is final
     * @param <T> the type of the state
     * @return the final state
     */
    public <T> Mono<T> until(T known, Mono<T> look, Predicate<? super T> isFinal) {
        Objects.requireNonNull(known, "known");
        return Mono.defer(() -> {
            LastSeen<T> seen = new LastSeen<>(isFinal, 1);
            return seen.isFinal(known) ? Mono.just(known) : until(seen, look);
        });
    }

    private <T> Mono<T> until(LastSeen<T> seen, Mono<T> look) {
        // Not next(), which would cancel the look that has found what is final.
        Mono<T> looks = Mono.defer(() -> after(seen.nextLook(), look))
                .filter(seen::isFinal)
                .repeat(() -> !seen.isDone())
                .singleOrEmpty();
        return Deadline.enforce(looks, deadline, timer(), () -> missed(seen.open()));
    }

    /**
     * Looks at many things together until all of them are final, and emits what has changed: first what is known, then
     * after each look every state that is new or differs from the last one seen of the same thing. It completes when
     * everything that is known or was seen is final. At most one look is made ahead of what has been taken.
     *
     * @param known the states that are known already; if there are none, the first look is made at once
     * @param look reads the present states, of all things or of those it finds
     * @param key what the states of one thing have in common, an id for example
     * @param aspect what makes two states differ, a status for example
     * @param isFinal tells whether a state is final
     * @param <T> the type of the states
     * @return the changes, at least one for each thing
     */
    public <T> Flux<T> changes(
            Collection<? extends T> known,
            Flux<T> look,
            Function<? super T, ?> key,
            Function<? super T, ?> aspect,
            Predicate<? super T> isFinal) {
        List<T> initial = List.copyOf(known);
        return Flux.defer(() -> {
            Watched<T> watched = new Watched<>(key, aspect, isFinal);
            List<T> first = initial.isEmpty() ? initial : watched.update(new ArrayList<>(initial));
            if (watched.isDone()) {
                return Flux.fromIterable(first);
            }
            Flux<T> looks = Mono.defer(
                            () -> after(watched.looks(), look.collect(() -> new ArrayList<T>(FEW), List::add)))
                    .flatMapIterable(watched::update)
                    .repeat(() -> !watched.isDone());
            Flux<T> changes = first.isEmpty() ? looks : looks.startWith(first);
            return Deadline.enforce(changes, deadline, timer(), () -> missed(watched.open()));
        });
    }

    private <T> Mono<T> after(long looks, Mono<T> look) {
        return looks == 0
                ? look
                : Mono.delay(schedule.delay(looks, random.getAsDouble()), timer())
                        .then(look);
    }

    private PollingDeadlineException missed(List<?> open) {
        return new PollingDeadlineException(deadline, open);
    }

    private Scheduler timer() {
        return scheduler == null ? Schedulers.parallel() : scheduler;
    }
}
