package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.internal.page.PagePart;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * One subscription to a list: requests a page, emits its elements under demand, and requests the next page when all of
 * them have been emitted and there is demand for more. One part more than the demand is requested of a page, so that
 * its end is recognized as soon as it arrives.
 *
 * <p>A composition of operators would lose that: {@code concatMap} without prefetch subscribes to the next page as soon
 * as the previous one completes, whether or not there is demand for more, and requests no more of a page than its
 * subscriber does, so that the end of a list would go unnoticed until more than its elements is requested.
 *
 * <p>All signals are handled by one thread at a time, in {@link #drain()}, to which the fields without synchronization
 * belong.
 *
 * @param <T> the type of the elements
 * @param <R> what is emitted for each of them
 */
final class PagedSubscription<T, R> implements Subscription, Scannable {

    private static final int QUEUE_SIZE = 32;

    private final IntFunction<? extends Publisher<PagePart<T>>> source;
    private final PageRules rules;
    private final Emission<T, R> emission;
    private final @Nullable Consumer<? super DecodingException> onUnreadable;
    private final CoreSubscriber<? super R> actual;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile boolean cancelled;
    private volatile boolean terminated;
    private volatile @Nullable PageSubscriber reading;

    private Iterator<T> whole = Collections.emptyIterator();
    private boolean emitsWhole;
    private boolean last;
    private int number;
    private int index;
    private int length;
    private int skipped;
    private final PageNumbers numbers = new PageNumbers();
    private @Nullable Object firstOfPage;
    private @Nullable Object firstUnreadable;
    private boolean hasBegun;

    PagedSubscription(
            IntFunction<? extends Publisher<PagePart<T>>> source,
            PageRules rules,
            PageCursor start,
            Emission<T, R> emission,
            @Nullable Consumer<? super DecodingException> onUnreadable,
            CoreSubscriber<? super R> actual) {
        this.source = source;
        this.rules = rules;
        this.number = start.page();
        this.skipped = start.index();
        this.emission = emission;
        this.onUnreadable = onUnreadable;
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
        PageSubscriber current = reading;
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
        while (!cancelled && step()) {
            // Continue until a step has to wait for a signal.
        }
        if (cancelled) {
            discard();
        }
    }

    /** Takes the next step, and returns whether there may be more to do. */
    private boolean step() {
        if (emitsWhole) {
            return emitWhole();
        }
        PageSubscriber page = reading;
        if (page != null) {
            return read(page);
        }
        if (last) {
            terminated = true;
            cancelled = true;
            actual.onComplete();
            return false;
        }
        if (requested.get() == 0) {
            return false;
        }
        begin();
        return true;
    }

    private boolean emitWhole() {
        while (whole.hasNext()) {
            if (cancelled || (skipped == 0 && requested.get() == 0)) {
                return false;
            }
            take(whole.next());
        }
        emitsWhole = false;
        whole = Collections.emptyIterator();
        return turnPage();
    }

    private boolean read(PageSubscriber page) {
        PagePart<T> part = page.parts.peek();
        if (part == null) {
            return page.done ? broken(page) : page.requestUpTo(Operators.addCap(requested.get(), 1));
        }
        if (part instanceof PagePart.Element<T> element) {
            if (skipped == 0 && requested.get() == 0) {
                return false;
            }
            page.parts.poll();
            page.taken++;
            take(element.value());
            return true;
        }
        page.parts.poll();
        if (part instanceof PagePart.Unreadable<T> unreadable) {
            page.taken++;
            return skip(unreadable.error());
        }
        reading = null;
        if (part instanceof PagePart.Whole<T> all) {
            whole = all.elements().iterator();
            emitsWhole = true;
            return judge(all.end());
        }
        return judge((PagePart.End<T>) part) && turnPage();
    }

    private void take(T element) {
        if (!hasBegun && !begins(element)) {
            return;
        }
        index++;
        if (skipped > 0) {
            skipped--;
            return;
        }
        if (requested.get() != Long.MAX_VALUE) {
            requested.decrementAndGet();
        }
        actual.onNext(emission.of(element, number, index));
    }

    /** Records the first element of a page, and fails if the page is the one before once more. */
    private boolean begins(Object element) {
        Throwable repetition = rules.repetition(firstOfPage, element, number);
        if (repetition != null) {
            return fail(repetition);
        }
        firstOfPage = element;
        hasBegun = true;
        return true;
    }

    /** Passes an element that cannot be read to the handler, whatever the demand, or fails if there is none. */
    private boolean skip(RuntimeException error) {
        if (onUnreadable == null || !(error instanceof DecodingException unreadable)) {
            return fail(error);
        }
        if (firstUnreadable == null) {
            firstUnreadable = unreadable.unreadable();
        }
        index++;
        if (skipped > 0) {
            skipped--;
            return true;
        }
        try {
            onUnreadable.accept(unreadable);
            return true;
        } catch (Throwable e) {
            return fail(Operators.onOperatorError(e, actual.currentContext()));
        }
    }

    /** Decides whether another page follows. For a whole page, this precedes the emission of its elements. */
    private boolean judge(PagePart.End<T> end) {
        try {
            length = end.length();
            String contradiction = numbers.contradiction(end.meta(), number);
            if (contradiction != null) {
                return fail(rules.contradiction().apply(contradiction));
            }
            last = !rules.hasNext(end, number);
            return true;
        } catch (Throwable e) {
            return fail(Operators.onOperatorError(e, actual.currentContext()));
        }
    }

    private boolean turnPage() {
        // Those that cannot be read have no identity, so they are compared only if there are no others.
        if (!hasBegun && firstUnreadable != null && !begins(firstUnreadable)) {
            return false;
        }
        hasBegun = false;
        firstUnreadable = null;
        number++;
        if (length < 2) {
            // A single element is legitimately repeated if another one is added before it.
            firstOfPage = null;
        }
        index = 0;
        skipped = 0;
        return true;
    }

    private boolean broken(PageSubscriber page) {
        // A part may have arrived between the check for parts and the check for the end.
        if (!page.parts.isEmpty()) {
            return true;
        }
        Throwable error = page.error;
        return fail(error == null ? rules.noPage(number) : error);
    }

    private boolean fail(Throwable error) {
        terminated = true;
        cancelled = true;
        PageSubscriber page = reading;
        if (page != null) {
            page.cancel();
        }
        actual.onError(error);
        return false;
    }

    private void begin() {
        PageSubscriber next = new PageSubscriber();
        reading = next;
        next.requestUpTo(Operators.addCap(requested.get(), 1));
        try {
            source.apply(number).subscribe(next);
        } catch (Throwable e) {
            next.onError(Operators.onOperatorError(e, actual.currentContext()));
        }
        if (cancelled) {
            next.cancel();
        }
    }

    private void discard() {
        Context context = actual.currentContext();
        Operators.onDiscardMultiple(whole, true, context);
        whole = Collections.emptyIterator();
        PageSubscriber page = reading;
        if (page == null) {
            return;
        }
        for (PagePart<T> part = page.parts.poll(); part != null; part = page.parts.poll()) {
            if (part instanceof PagePart.Element<T> element) {
                Operators.onDiscard(element.value(), context);
            } else if (part instanceof PagePart.Whole<T> all) {
                Operators.onDiscardMultiple(all.elements(), context);
            }
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.PARENT) {
            return reading;
        }
        if (key == Attr.ACTUAL) {
            return actual;
        }
        if (key == Attr.CANCELLED) {
            return cancelled && !terminated;
        }
        if (key == Attr.TERMINATED) {
            return terminated;
        }
        if (key == Attr.REQUESTED_FROM_DOWNSTREAM) {
            return requested.get();
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
    }

    /**
     * Maps an element to what is emitted for it.
     *
     * @param <T> the type of the element
     * @param <R> the type of what is emitted
     */
    @FunctionalInterface
    interface Emission<T, R> {

        /**
         * Returns what to emit.
         *
         * @param element the element
         * @param page the number of its page
         * @param index its number within the page, from 1
         */
        R of(T element, int page, int index);
    }

    /** Receives the parts of one page. */
    private final class PageSubscriber extends Operators.DeferredSubscription implements CoreSubscriber<PagePart<T>> {

        private final Queue<PagePart<T>> parts =
                Queues.<PagePart<T>>unbounded(QUEUE_SIZE).get();
        private @Nullable Throwable error;
        private volatile boolean done;
        private long requestedParts;
        private long taken;

        /**
         * Requests the given number of parts beyond those taken. Always returns {@code false}: there is nothing to do
         * until they arrive.
         */
        boolean requestUpTo(long demand) {
            long missing = Operators.addCap(taken, demand) - requestedParts;
            if (missing > 0) {
                requestedParts += missing;
                request(missing);
            }
            return false;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Object scanUnsafe(Attr key) {
            if (key == Attr.ACTUAL) {
                return PagedSubscription.this;
            }
            if (key == Attr.TERMINATED) {
                return done;
            }
            return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
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
        public void onNext(PagePart<T> part) {
            parts.offer(part);
            drain();
        }

        @Override
        public void onError(Throwable failure) {
            if (done) {
                Operators.onErrorDropped(failure, currentContext());
                return;
            }
            error = failure;
            done = true;
            drain();
        }

        @Override
        public void onComplete() {
            done = true;
            drain();
        }
    }
}
