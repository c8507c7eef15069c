package io.github.telnyxreactive.tck;

import static io.github.telnyxreactive.tck.OperatorRules.NEVER;
import static io.github.telnyxreactive.tck.OperatorRules.RETRY;

import io.github.telnyxreactive.internal.operator.Deadline;
import io.github.telnyxreactive.limit.JitteredRetry;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.polling.Polling;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The rules for operators around a {@link Mono}. */
abstract class MonoOperatorRules extends PublisherRules<Long> {

    /** Applies the operator under test. */
    abstract Mono<Long> operator(Mono<Long> source);

    @Override
    public final long maxElementsFromPublisher() {
        return 1;
    }

    @Override
    public final Publisher<Long> createPublisher(long elements) {
        return operator(numbers(elements).singleOrEmpty());
    }

    @Override
    public final Publisher<Long> createFailedPublisher() {
        return operator(Mono.error(failure()));
    }

    /** The rules for {@link PermitQueue#limit(Mono)}. */
    static final class Rate extends MonoOperatorRules {

        @Override
        Mono<Long> operator(Mono<Long> source) {
            return PermitQueue.rate(RateLimit.perSecond(1_000)).limit(source);
        }
    }

    /** The rules for {@link PermitQueue#limit(Mono)}. */
    static final class Concurrency extends MonoOperatorRules {

        @Override
        Mono<Long> operator(Mono<Long> source) {
            return open().limit(source);
        }

        /** A limiter that has seen enough successes to admit several subscribers at once. */
        static PermitQueue open() {
            PermitQueue limiter = PermitQueue.concurrency(100, error -> false);
            numbers(10).concatMap(number -> limiter.limit(Mono.just(number))).blockLast();
            return limiter;
        }
    }

    /** The rules for {@link JitteredRetry}. */
    static final class Retry extends MonoOperatorRules {

        @Override
        Mono<Long> operator(Mono<Long> source) {
            return OperatorRules.failingAtFirst(source.flux()).singleOrEmpty().retryWhen(RETRY);
        }
    }

    /** The rules for {@link Deadline}. */
    static final class Limited extends MonoOperatorRules {

        @Override
        Mono<Long> operator(Mono<Long> source) {
            return Deadline.enforce(source, NEVER, Schedulers.parallel(), TimeoutException::new);
        }
    }

    /** The rules for {@link Polling#until(Mono, java.util.function.Predicate)}, which never completes empty. */
    static final class Until extends MonoOperatorRules {

        @Override
        Mono<Long> operator(Mono<Long> source) {
            return Polling.create(PollingSchedule.fixed(Duration.ofNanos(1)), NEVER)
                    .until(source.defaultIfEmpty(0L), state -> true);
        }
    }
}
