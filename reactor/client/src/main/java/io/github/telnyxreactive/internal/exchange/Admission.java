package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.operation.Endpoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides when the attempts of calls are made, before the client's own rate limit, and whether they are repeated. */
public interface Admission {

    /** Counts a call, before its first attempt. */
    void called();

    /**
     * Makes an attempt wait for its turn.
     *
     * @param endpoint what is called
     * @param attempt the attempt, the same for each subscription
     * @param <T> what it emits
     * @return the attempt, subscribed to when it may be made
     */
    <T> Mono<T> admit(Endpoint<?> endpoint, Mono<T> attempt);

    /**
     * Makes an attempt that is answered in parts wait for its turn.
     *
     * @param endpoint what is called
     * @param attempt the attempt, the same for each subscription
     * @param <T> what it emits
     * @return the attempt, subscribed to when it may be made
     */
    <T> Flux<T> admitMany(Endpoint<?> endpoint, Flux<T> attempt);

    /**
     * Asks for another attempt at a call that may be repeated. A request that was turned away because of the rate is
     * repeated without asking.
     *
     * @param attempts how many attempts were made, from 1
     * @return whether there may be another
     */
    boolean allowsRetry(int attempts);
}
