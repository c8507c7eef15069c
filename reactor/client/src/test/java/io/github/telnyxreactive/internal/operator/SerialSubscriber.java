package io.github.telnyxreactive.internal.operator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Takes some time for each signal, to detect concurrent signals and signals after termination. */
final class SerialSubscriber<T> implements CoreSubscriber<T> {

    private final List<T> values = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger violations = new AtomicInteger();
    private volatile Subscription subscription;

    List<T> values() {
        return values;
    }

    /** Returns {@code complete}, or the message of the error, for each termination. */
    List<String> ends() {
        return ends;
    }

    int violations() {
        return violations.get();
    }

    void cancel() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        signal(() -> {});
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T value) {
        signal(() -> values.add(value));
    }

    @Override
    public void onError(Throwable error) {
        signal(() -> ends.add(String.valueOf(error.getMessage())));
    }

    @Override
    public void onComplete() {
        signal(() -> ends.add("complete"));
    }

    private void signal(Runnable effect) {
        if (inside.getAndIncrement() != 0 || !ends.isEmpty()) {
            violations.incrementAndGet();
        }
        for (int i = 0; i < 20; i++) {
            Thread.onSpinWait();
        }
        effect.run();
        inside.decrementAndGet();
    }
}
