package io.github.telnyxreactive.limit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Named subscriptions through a limiter, whose sources terminate when the test says so. */
final class LimitedCalls {

    private final PermitQueue limiter;
    private final Map<String, TestPublisher<Integer>> active = new LinkedHashMap<>();
    private final List<String> admitted = new ArrayList<>();

    LimitedCalls(PermitQueue limiter) {
        this.limiter = limiter;
    }

    TestSubscriber<Integer> call(String name) {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        limiter.limit(source(name)).subscribe(subscriber);
        return subscriber;
    }

    TestSubscriber<Integer> callFirst(String name) {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        PermitQueue.limit(limiter.acquireFirst(), permit -> source(name)).subscribe(subscriber);
        return subscriber;
    }

    private Mono<Integer> source(String name) {
        return Mono.defer(() -> {
            TestPublisher<Integer> source = TestPublisher.create();
            active.put(name, source);
            admitted.add(name);
            return Mono.fromDirect(source).doOnCancel(() -> active.remove(name));
        });
    }

    void succeed(String name) {
        end(name).emit(1);
    }

    void fail(String name, Throwable error) {
        end(name).error(error);
    }

    private TestPublisher<Integer> end(String name) {
        return Objects.requireNonNull(active.remove(name), name);
    }

    /** Emits a value without completing. */
    void emit(String name) {
        Objects.requireNonNull(active.get(name), name).next(1);
    }

    /** Returns the calls that have started and not terminated. */
    List<String> active() {
        return List.copyOf(active.keySet());
    }

    /** Returns all calls that have started, in order. */
    List<String> admitted() {
        return List.copyOf(admitted);
    }
}
