package io.github.telnyxreactive.polling;

import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.internal.operator.Cancellation;
import io.github.telnyxreactive.internal.operator.Deadline;
import io.github.telnyxreactive.internal.operator.DefaultScheduler;
import io.github.telnyxreactive.internal.time.DurationText;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Subscribes to a source repeatedly until the state that it emits is final. The client itself polls with it, but it
 * works on any {@link Mono} or {@link Flux}.
 *
 * <pre>{@code
 * mono.transformDeferred(poll -> Polling.create().until(poll, Job::isDone))
 * }</pre>
 *
 * <p>It ends in one of three ways: with the final state, with a {@link PollingDeadlineException} that carries the last
 * state seen, or with the error of the source. Waiting blocks no thread; cancelling ends the wait, or cancels the poll
 * in flight. Every poll sees the context of the subscriber. Immutable: one instance serves any number of subscriptions,
 * each of which counts its own polls and has its own deadline.
 */
public final class Polling {

    /** Longer durations may overflow in nanoseconds. */
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(36_500);

    /** The number of states that most polls find; the list grows if there are more. */
    private static final int FEW = 4;

    private final PollingSchedule schedule;
    private final Duration deadline;
    private final Scheduler scheduler;
    private final DoubleSupplier random;

    private Polling(PollingSchedule schedule, Duration deadline, Scheduler scheduler, DoubleSupplier random) {
        this.schedule = schedule;
        this.deadline = deadline;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * Creates a polling with {@link PollingSchedule#defaults()} and a deadline of 2 h.
     *
     * @return the polling
     */
    public static Polling create() {
        return create(PollingSchedule.defaults(), Duration.ofHours(2));
    }

    /**
     * Creates a polling.
     *
     * @param schedule the delays between polls
     * @param deadline how long polling may take from subscription on, more than zero, capped at 36,500 days
     * @return the polling
     */
    public static Polling create(PollingSchedule schedule, Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("the deadline must be more than zero: " + DurationText.of(deadline));
        }
        Duration bounded = deadline.compareTo(LONGEST_DEADLINE) > 0 ? LONGEST_DEADLINE : deadline;
        return new Polling(
                schedule,
                bounded,
                DefaultScheduler.INSTANCE,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Returns a copy with the given scheduler, which times the waits and the deadline, and subscribes to the next poll.
     * The default is {@link Schedulers#parallel()}.
     *
     * @param timer the scheduler
     * @return the copy
     */
    public Polling scheduler(Scheduler timer) {
        return new Polling(schedule, deadline, timer, random);
    }

    /**
     * Returns the scheduler that times the waits and the deadline.
     *
     * @return the scheduler
     */
    public Scheduler scheduler() {
        return scheduler;
    }

    /**
     * Returns a copy with the given random numbers for the jitter.
     *
     * @param numbers supplies random numbers, at least 0 and below 1
     * @return the copy
     */
    public Polling random(DoubleSupplier numbers) {
        return new Polling(schedule, deadline, scheduler, numbers);
    }

    /**
     * Polls until a state is final. The first poll is immediate.
     *
     * @param poll emits the current state; an empty source counts as a state that is not final
     * @param isFinal returns whether a state is final
     * @param <T> the type of the state
     * @return the final state
     */
    public <T> Mono<T> until(Mono<T> poll, Predicate<? super T> isFinal) {
        return Mono.defer(() -> until(new LastSeen<>(isFinal, 0), poll));
    }

    /**
     * Polls until a state is final. The first poll follows after a delay.
     *
     * @param known the state that is already known; if it is final, it is emitted without a poll
     * @param poll emits the current state; an empty source counts as a state that is not final
     * @param isFinal returns whether a state is final
     * @param <T> the type of the state
     * @return the final state
     */
    public <T> Mono<T> until(T known, Mono<T> poll, Predicate<? super T> isFinal) {
        Objects.requireNonNull(known, "known");
        return Mono.defer(() -> {
            LastSeen<T> seen = new LastSeen<>(isFinal, 1);
            return seen.isFinal(known) ? Mono.just(known) : until(seen, poll);
        });
    }

    private <T> Mono<T> until(LastSeen<T> seen, Mono<T> poll) {
        Cancellation cancellation = new Cancellation();
        // Not next(), which would cancel the poll that has found the final state.
        Mono<T> polls = cancellation
                .enforce(Mono.defer(() -> delayed(seen.nextPoll(), poll)))
                .filter(seen::isFinal)
                .repeat(() -> !seen.isDone())
                .singleOrEmpty();
        return Deadline.enforce(cancellation.observe(polls), deadline, scheduler, () -> deadlineExceeded(seen.open()));
    }

    /**
     * Polls many things together until all of them are final, and emits the changes: first the known states, then after
     * each poll every state that is new or differs from the last one seen of the same thing. Completes when everything
     * that was known or seen is final. Polls at most once ahead of demand.
     *
     * @param known the states that are already known; if there are none, the first poll is made immediately
     * @param poll emits the current states, of all things or of those it finds
     * @param key returns what identifies a thing, an id for example
     * @param aspect returns what distinguishes two states of a thing, a status for example
     * @param isFinal returns whether a state is final
     * @param <T> the type of the states
     * @return the changes, at least one for each thing
     */
    public <T> Flux<T> changes(
            Collection<? extends T> known,
            Flux<T> poll,
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
            Cancellation cancellation = new Cancellation();
            Flux<T> polls = cancellation
                    .enforce(Mono.defer(
                            () -> delayed(watched.polls(), poll.collect(() -> new ArrayList<T>(FEW), List::add))))
                    .flatMapIterable(watched::update)
                    .repeat(() -> !watched.isDone());
            Flux<T> changes = first.isEmpty() ? polls : polls.startWith(first);
            return Deadline.enforce(
                    cancellation.observe(changes), deadline, scheduler, () -> deadlineExceeded(watched.open()));
        });
    }

    /**
     * Polls repeatedly and emits everything that the polls emit, until there is nothing left to find out. Polls at most
     * once ahead of demand.
     *
     * @param isKnown whether something is known already, so that the first poll follows after a delay
     * @param poll emits what is to be emitted, possibly nothing
     * @param isDone returns whether there is nothing left to find out; it is called after each poll
     * @param open returns what is not final, as last seen; it is called at the deadline, on another thread
     * @param <T> the type of what is emitted
     * @return everything that the polls emit
     */
    public <T> Flux<T> untilDone(
            boolean isKnown, Mono<? extends List<T>> poll, BooleanSupplier isDone, Supplier<? extends List<?>> open) {
        return Flux.defer(() -> {
            AtomicLong polls = new AtomicLong(isKnown ? 1 : 0);
            Cancellation cancellation = new Cancellation();
            Mono<List<T>> next =
                    cancellation.enforce(Mono.defer(() -> delayed(polls.getAndIncrement(), poll.map(List::copyOf))));
            Flux<T> news = next.<T>flatMapIterable(list -> list).repeat(() -> !isDone.getAsBoolean());
            return Deadline.enforce(
                    cancellation.observe(news), deadline, scheduler, () -> deadlineExceeded(open.get()));
        });
    }

    private <T> Mono<T> delayed(long polls, Mono<T> poll) {
        return polls == 0
                ? poll
                : Mono.delay(schedule.delay(polls, random.getAsDouble()), scheduler)
                        .then(poll);
    }

    private PollingDeadlineException deadlineExceeded(List<?> open) {
        return new PollingDeadlineException(deadline, open);
    }
}
