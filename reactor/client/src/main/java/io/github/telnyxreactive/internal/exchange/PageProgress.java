package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.internal.page.PagePart;
import reactor.core.publisher.Flux;

/**
 * The number of elements of a page that one subscription has emitted, over all attempts to read it: each attempt begins
 * with the first element of the page, and skips those that were emitted before.
 *
 * <p>Attempts follow one another, and so do their signals.
 *
 * @param <T> the type of the elements
 */
final class PageProgress<T> {

    private int emitted;

    /** Makes each subscription to the attempt continue where the previous one ended. */
    Flux<PagePart<T>> resume(Flux<PagePart<T>> attempt) {
        return Flux.defer(() -> {
            Position position = new Position();
            return attempt.filter(part -> part instanceof PagePart.End || position.isNew());
        });
    }

    /** The position of one attempt. */
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
