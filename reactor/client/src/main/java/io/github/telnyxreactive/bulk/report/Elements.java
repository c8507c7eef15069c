package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.text.Mask;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares and changes what a report has. Sequences may be read lazily. */
final class Elements {

    private Elements() {}

    /** Changes each element as it is read. */
    static <T> Iterator<T> map(Iterator<T> elements, UnaryOperator<T> change) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public T next() {
                return change.apply(elements.next());
            }
        };
    }

    /** Masks the phone numbers in a text that may be absent. */
    static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Mask.phoneNumbers(text);
    }

    /** Returns whether two sequences have equal elements in the same order. */
    static boolean areEqual(Iterable<?> left, Iterable<?> right) {
        Iterator<?> lefts = left.iterator();
        Iterator<?> rights = right.iterator();
        while (lefts.hasNext() && rights.hasNext()) {
            if (!lefts.next().equals(rights.next())) {
                return false;
            }
        }
        return lefts.hasNext() == rights.hasNext();
    }
}
