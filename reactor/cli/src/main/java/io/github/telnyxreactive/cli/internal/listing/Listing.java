package io.github.telnyxreactive.cli.internal.listing;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Passes the elements of a list to a writer, which determines how fast they are read. */
public final class Listing {

    /** How many elements to read ahead of the writer. */
    private static final int PREFETCH = 32;

    private Listing() {}

    /**
     * Writes a list.
     *
     * @param items the elements
     * @param writer writes them, including those before an error
     * @param scheduler runs the writer, which may block
     * @return completes when everything is written or the reader of the output has closed it, else emits the error of the
     *     list or of the writer. Cancelling it cancels the list.
     */
    public static Mono<Void> write(Publisher<?> items, ItemWriter writer, Scheduler scheduler) {
        return Flux.from(items)
                .publishOn(scheduler, PREFETCH)
                .doOnTerminate(writer::end)
                .doOnNext(writer::write)
                .then()
                .onErrorComplete(ReaderGoneException.class);
    }
}
