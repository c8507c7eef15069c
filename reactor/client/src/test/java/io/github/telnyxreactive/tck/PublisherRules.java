package io.github.telnyxreactive.tck;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/**
 * The rules of the Reactive Streams specification for publishers, which {@link PublisherRulesTest} runs. A subclass
 * creates the publisher.
 *
 * @param <T> the type of the elements
 */
abstract class PublisherRules<T> extends PublisherVerification<T> {

    /** For signals that have to come. A busy machine may take that long, and others never wait for it. */
    private static final long PATIENCE_MILLIS = 60_000;

    /** For signals that must not come, which costs this time in most of the tests. */
    private static final long QUIET_MILLIS = 10;

    private static final int COLLECTIONS = 500;

    private final TestEnvironment environment;

    PublisherRules() {
        this(new TestEnvironment(PATIENCE_MILLIS, QUIET_MILLIS, QUIET_MILLIS));
    }

    private PublisherRules(TestEnvironment environment) {
        super(environment, QUIET_MILLIS);
        this.environment = environment;
    }

    /** An error that no publisher under test emits by itself. */
    static IllegalStateException failure() {
        return new IllegalStateException("failed on purpose");
    }

    /** Requests by itself. The rules for a failed publisher do not, and what is lazy cannot fail before. */
    static <T> Flux<T> requesting(Publisher<T> lazy) {
        return Flux.from(lazy).onBackpressureBuffer();
    }

    /** The numbers from 0 on. */
    static Flux<Long> numbers(long count) {
        return Flux.generate(() -> 0L, (next, sink) -> {
            if (next == count) {
                sink.complete();
            } else {
                sink.next(next);
            }
            return next + 1;
        });
    }

    /** As in the TCK, which collects garbage once and a fixed time after the cancellation: too early on a busy machine. */
    @Override
    @Test
    public void required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
            throws Throwable {
        activePublisherTest(3, false, publisher -> {
            ReferenceQueue<Object> dropped = new ReferenceQueue<>();
            WeakReference<Object> subscriber = new WeakReference<>(cancelled(publisher), dropped);
            int collections = 0;
            do {
                System.gc();
                collections++;
            } while (dropped.remove(QUIET_MILLIS) == null && collections < COLLECTIONS);
            if (subscriber.get() != null) {
                environment.flop(publisher + " has kept a subscriber that has cancelled");
            }
            environment.verifyNoAsyncErrorsNoDelay();
        });
    }

    private Object cancelled(Publisher<T> publisher) throws InterruptedException {
        TestEnvironment.ManualSubscriber<T> subscriber = environment.newManualSubscriber(publisher);
        subscriber.request(1);
        subscriber.nextElement();
        subscriber.cancel();
        return subscriber;
    }
}
