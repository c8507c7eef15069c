package io.github.telnyxreactive.bulk.report;

import java.util.Iterator;

/** Compares sequences that may be read lazily. */
final class Elements {

    private Elements() {}

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
