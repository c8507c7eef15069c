package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.internal.page.PagePart;
import reactor.core.publisher.Flux;

/**
 * How far one subscription has come with a page, over all attempts at reading it: an attempt begins with the page's first
 * element, and those that were emitted before are passed over by their number.
 *
 * <p>Attempts follow one another, and so do their signals.
 *
 * @param <T> the type of the elements
 */
final class PageProgress<T> {

    private int emitted;

    Flux<PagePart<T>> continuedBy(Flux<PagePart<T>> attempt) {
        return Flux.defer(() -> {
            Position position = new Position();
            return attempt.filter(part -> part instanceof PagePart.End || position.isNew());
        });
    }

    /** Where one attempt stands. */
    private final class Position {

        private int read;

        boolean isNew() {
            if (read++ < emitted) {
                return false;
            }
            emitted = read;
            return true;
        }
    }
}
