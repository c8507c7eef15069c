package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.limit.Permit;
import io.github.telnyxreactive.operation.Endpoint;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides when the attempts of calls are made, ahead of the rate limit of the client, and whether they are retried. */
public interface Admission {

    /** Called once for each call, before its first attempt. */
    void onCall();

    /**
     * Delays an attempt until it is admitted and has a permit of the client.
     *
     * @param endpoint the endpoint that is called
     * @param permits emits a permit of the client
     * @param attempt creates the attempt, given the permit
     * @param <T> the type of the response
     * @return the attempt, subscribed to when it is admitted and has its permit
     */
    <T> Mono<T> admit(Endpoint<?> endpoint, Mono<Permit> permits, Function<Permit, Mono<T>> attempt);

    /**
     * Delays an attempt whose response is emitted in parts until it is admitted and has a permit of the client.
     *
     * @param endpoint the endpoint that is called
     * @param permits emits a permit of the client
     * @param attempt creates the attempt, given the permit
     * @param <T> the type of the parts
     * @return the attempt, subscribed to when it is admitted and has its permit
     */
    <T> Flux<T> admitMany(Endpoint<?> endpoint, Mono<Permit> permits, Function<Permit, Flux<T>> attempt);

    /**
     * Decides whether a call that is retryable is retried. It is not consulted for requests that were rejected because
     * of the rate.
     *
     * @param attempts the number of attempts so far, from 1
     * @return whether another attempt may be made
     */
    boolean allowsRetry(int attempts);
}
