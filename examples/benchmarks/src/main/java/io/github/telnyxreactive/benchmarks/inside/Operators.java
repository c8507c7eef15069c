package io.github.telnyxreactive.benchmarks.inside;

import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.operator.Mailbox;
import io.github.telnyxreactive.limit.JitteredRetry;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Measures the operators without a timer where nothing goes wrong: a source of one value is assembled and subscribed to, as
 * it is at each call, bare ({@link #mono}, {@link #flux}) and with one operator. The difference is the cost of the operator.
 */
public class Operators extends SingleValue {

    private static final double NEVER_EXHAUSTED = 1e9;

    private final RetryPolicy policy = RetryPolicy.defaults();
    private final PermitQueue unlimited = PermitQueue.rate(RateLimit.unlimited());
    private final PermitQueue limited = PermitQueue.rate(RateLimit.perSecond(NEVER_EXHAUSTED));
    private final PermitQueue learning = PermitQueue.rate(RateLimit.unlimited());
    private final RateLimitHeaders headers = new RateLimitHeaders(1_000_000_000L, 999_999_999L, Duration.ofSeconds(60));
    private final PermitQueue concurrency = PermitQueue.concurrency(64, failure -> true);
    private final Mailbox mailbox = new Mailbox(() -> {});
    private final Runnable task = () -> {};

    /**
     * A {@link JitteredRetry} created for the call, after a {@link Mono}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void retryMono(Blackhole blackhole) {
        Drain.all(Mono.just(value).retryWhen(JitteredRetry.of(policy)), blackhole);
    }

    /**
     * A {@link JitteredRetry} created for the call, after a {@link Flux}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void retryFlux(Blackhole blackhole) {
        Drain.all(Flux.just(value).retryWhen(JitteredRetry.of(policy)), blackhole);
    }

    /**
     * A {@link PermitQueue} without a limit, before a {@link Mono}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void rateUnlimitedMono(Blackhole blackhole) {
        Drain.all(unlimited.limit(Mono.just(value)), blackhole);
    }

    /**
     * A {@link PermitQueue} without a limit, before a {@link Flux}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void rateUnlimitedFlux(Blackhole blackhole) {
        Drain.all(unlimited.limit(Flux.just(value)), blackhole);
    }

    /**
     * A {@link PermitQueue} with a limit that is not exhausted, before a {@link Mono}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void rateLimitedMono(Blackhole blackhole) {
        Drain.all(limited.limit(Mono.just(value)), blackhole);
    }

    /**
     * A {@link PermitQueue} with a limit that is not exhausted, before a {@link Flux}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void rateLimitedFlux(Blackhole blackhole) {
        Drain.all(limited.limit(Flux.just(value)), blackhole);
    }

    /**
     * A {@link PermitQueue} that learns from every response of a service that states its limit, before a {@link Mono}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void rateLearningMono(Blackhole blackhole) {
        Drain.all(
                PermitQueue.limit(learning.acquire(), permit -> {
                    permit.learn(headers);
                    return Mono.just(value);
                }),
                blackhole);
    }

    /**
     * A {@link PermitQueue} with free permits, before a {@link Mono}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void concurrencyMono(Blackhole blackhole) {
        Drain.all(concurrency.limit(Mono.just(value)), blackhole);
    }

    /**
     * A {@link PermitQueue} with free permits, before a {@link Flux}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void concurrencyFlux(Blackhole blackhole) {
        Drain.all(concurrency.limit(Flux.just(value)), blackhole);
    }

    /**
     * The second queue of a {@link PermitQueue} with free permits, before a {@link Mono}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void concurrencyFirstMono(Blackhole blackhole) {
        Drain.all(PermitQueue.limit(concurrency.acquireFirst(), permit -> Mono.just(value)), blackhole);
    }

    /** One task of a {@link Mailbox}, on which both limiters are built. */
    @Benchmark
    public void mailbox() {
        mailbox.execute(task);
    }
}
