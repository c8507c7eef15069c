package io.github.telnyxreactive.benchmarks.inside;

import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Requests everything and keeps nothing, at the least cost that a subscriber can have. */
final class Drain implements CoreSubscriber<Object> {

    private final Blackhole blackhole;
    private boolean complete;

    private Drain(Blackhole blackhole) {
        this.blackhole = blackhole;
    }

    /** Consumes all that a source emits on this thread. A source that fails or completes later is an error, not a fast result. */
    static void all(Publisher<?> source, Blackhole blackhole) {
        Drain drain = new Drain(blackhole);
        source.subscribe(drain);
        if (!drain.complete) {
            throw new IllegalStateException("the source has not completed");
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object value) {
        blackhole.consume(value);
    }

    @Override
    public void onError(Throwable error) {
        throw new IllegalStateException(error);
    }

    @Override
    public void onComplete() {
        complete = true;
    }
}
