package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.page.Page;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One subscription to a list: requests a page, emits what it holds under demand, requests the next when all of it is
 * emitted and more is asked for.
 *
 * <p>Whatever happens is left to one thread at a time, in {@link #drain()}: the fields without synchronization belong to
 * it.
 *
 * @param <T> the type of the elements of a page
 * @param <R> what is emitted
 */
final class PagedSubscription<T, R> implements Subscription {

    private final PagedFlux.PageSource<T> source;
    private final Function<Page<T>, Iterator<R>> split;
    private final CoreSubscriber<? super R> actual;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile @Nullable PageSubscriber fetching;
    private volatile boolean cancelled;

    private Iterator<R> emitting = Collections.emptyIterator();
    private boolean last;
    private int number = 1;

    PagedSubscription(
            PagedFlux.PageSource<T> source, Function<Page<T>, Iterator<R>> split, CoreSubscriber<? super R> actual) {
        this.source = source;
        this.split = split;
        this.actual = actual;
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            requested.accumulateAndGet(n, Operators::addCap);
            drain();
        }
    }

    @Override
    public void cancel() {
        if (cancelled) {
            return;
        }
        cancelled = true;
        PageSubscriber current = fetching;
        if (current != null) {
            current.cancel();
        }
        drain();
    }

    private void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            advance();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void advance() {
        while (!cancelled) {
            PageSubscriber current = fetching;
            if (current != null) {
                if (!current.done) {
                    return;
                }
                fetching = null;
                take(current);
            }
            emit();
            if (cancelled || emitting.hasNext()) {
                break;
            }
            if (last) {
                cancelled = true;
                actual.onComplete();
            } else if (requested.get() == 0) {
                return;
            } else {
                fetch();
            }
        }
        if (cancelled) {
            Operators.onDiscardMultiple(emitting, true, actual.currentContext());
            emitting = Collections.emptyIterator();
        }
    }

    private void emit() {
        long demand = requested.get();
        long emitted = 0;
        while (emitted != demand && !cancelled && emitting.hasNext()) {
            actual.onNext(emitting.next());
            emitted++;
        }
        if (emitted != 0 && demand != Long.MAX_VALUE) {
            requested.addAndGet(-emitted);
        }
    }

    private void fetch() {
        // The page that is done with is let go before the next one comes.
        emitting = Collections.emptyIterator();
        PageSubscriber next = new PageSubscriber();
        fetching = next;
        try {
            source.fetch().apply(number).subscribe(next);
        } catch (Throwable e) {
            next.onError(Operators.onOperatorError(e, actual.currentContext()));
        }
        if (cancelled) {
            next.cancel();
        }
    }

    private void take(PageSubscriber fetched) {
        Page<T> page = fetched.page;
        Throwable error = fetched.error;
        if (error == null && page == null) {
            error = new IllegalStateException("the request for page " + number + " emitted no page");
        }
        if (error == null) {
            try {
                last = !source.hasNext().test(page, number);
                emitting = split.apply(page);
                number++;
                return;
            } catch (Throwable e) {
                error = Operators.onOperatorError(e, actual.currentContext());
            }
        }
        cancelled = true;
        actual.onError(error);
    }

    /** Receives one page. */
    private final class PageSubscriber extends Operators.DeferredSubscription implements CoreSubscriber<Page<T>> {

        private @Nullable Page<T> page;
        private @Nullable Throwable error;
        private volatile boolean done;

        PageSubscriber() {
            request(Long.MAX_VALUE);
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            set(subscription);
        }

        @Override
        public void onNext(Page<T> value) {
            page = value;
        }

        @Override
        public void onError(Throwable failure) {
            if (done) {
                Operators.onErrorDropped(failure, currentContext());
                return;
            }
            error = failure;
            finish();
        }

        @Override
        public void onComplete() {
            finish();
        }

        private void finish() {
            done = true;
            drain();
        }
    }
}
