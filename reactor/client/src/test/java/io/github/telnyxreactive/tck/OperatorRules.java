package io.github.telnyxreactive.tck;

import io.github.telnyxreactive.internal.operator.Deadline;
import io.github.telnyxreactive.internal.operator.DemandDeadline;
import io.github.telnyxreactive.limit.JitteredRetry;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.polling.Polling;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The rules for operators around a {@link Flux}. */
abstract class OperatorRules extends PublisherRules<Long> {

    static final Duration NEVER = Duration.ofHours(1);

    static final JitteredRetry RETRY = JitteredRetry.of(
                    RetryPolicy.defaults().withBackoff(new Backoff(Duration.ofNanos(1), Duration.ofNanos(2))))
            .filter(error -> error instanceof IOException);

    /** Applies the operator under test. */
    abstract Flux<Long> operator(Flux<Long> source);

    @Override
    public final Publisher<Long> createPublisher(long elements) {
        return operator(numbers(elements));
    }

    @Override
    public final Publisher<Long> createFailedPublisher() {
        return operator(Flux.error(failure()));
    }

    /** A source that fails for every other subscriber, from the first on. */
    static <T> Flux<T> failingAtFirst(Flux<T> source) {
        AtomicLong subscriptions = new AtomicLong();
        return Flux.defer(
                () -> subscriptions.getAndIncrement() % 2 == 0 ? Flux.error(new IOException("for now")) : source);
    }

    /** The rules for {@link PermitQueue#limit(Flux)}. */
    static final class Rate extends OperatorRules {

        @Override
        Flux<Long> operator(Flux<Long> source) {
            return PermitQueue.rate(RateLimit.perSecond(1_000)).limit(source);
        }
    }

    /** The rules for {@link PermitQueue#limit(Flux)}. */
    static final class Concurrency extends OperatorRules {

        @Override
        Flux<Long> operator(Flux<Long> source) {
            return MonoOperatorRules.Concurrency.open().limit(source);
        }
    }

    /** The rules for {@link JitteredRetry}. */
    static final class Retry extends OperatorRules {

        @Override
        Flux<Long> operator(Flux<Long> source) {
            return failingAtFirst(source).retryWhen(RETRY);
        }
    }

    /** The rules for {@link Deadline}. */
    static final class Limited extends OperatorRules {

        @Override
        Flux<Long> operator(Flux<Long> source) {
            return Deadline.enforce(source, NEVER, Schedulers.parallel(), TimeoutException::new);
        }
    }

    /** The rules for {@link DemandDeadline}, which has one subscriber. */
    static final class LimitedUnderDemand extends OperatorRules {

        @Override
        Flux<Long> operator(Flux<Long> source) {
            return Flux.defer(
                    () -> new DemandDeadline(NEVER, Schedulers.parallel()).enforce(source, TimeoutException::new));
        }
    }

    /** The rules for {@link Polling#changes}: each poll finds a change. */
    static final class Changes extends PublisherRules<Long> {

        private static final Polling POLLING = Polling.create(PollingSchedule.fixed(Duration.ofNanos(1)), NEVER);

        @Override
        public long maxElementsFromPublisher() {
            return Integer.MAX_VALUE;
        }

        @Override
        public Publisher<Long> createPublisher(long elements) {
            return changes(numbers(1), Math.max(elements, 1) - 1);
        }

        @Override
        public Publisher<Long> createFailedPublisher() {
            return changes(Flux.error(failure()), 0);
        }

        private static Flux<Long> changes(Flux<Long> states, long last) {
            return Flux.defer(() -> {
                AtomicLong polls = new AtomicLong();
                Flux<Long> poll = states.map(state -> polls.getAndIncrement());
                return POLLING.changes(List.of(), poll, state -> "job", state -> state, state -> state == last);
            });
        }
    }
}
