package io.github.telnyxreactive.cli.internal.listing;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands the elements of a list to their writer, who decides how fast they are read. */
public final class Listing {

    /** How many elements are read ahead of the writer. */
    private static final int PREFETCH = 32;

    private Listing() {}

    /**
     * Writes a list.
     *
     * @param items the elements
     * @param writer writes them; elements that came before an error are written too
     * @param scheduler where they are written, which blocks
     * @return completes when everything is written, or when nobody reads it any longer; or ends with the error of the list
     *     or of the writer. Cancelling it stops the reading.
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
