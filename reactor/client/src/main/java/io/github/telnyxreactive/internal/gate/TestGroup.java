package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchItem;
import org.jspecify.annotations.Nullable;

/**
 * The tests that a gate runs together: those of a suite, or the single ones.
 *
 * @param suite the name of the suite, {@code null} for the single tests
 */
record TestGroup(@Nullable String suite) {

    static final TestGroup SINGLE = new TestGroup(null);

    static TestGroup of(BatchItem item) {
        return item.kind() == BatchItem.Kind.SUITE ? new TestGroup(item.name()) : SINGLE;
    }

    /** Returns the words for one of its tests, which is given by its id, or by its name and id. */
    String test(String test) {
        return "test " + of(test);
    }

    /** Returns one of its tests with the name of the suite. */
    String of(String test) {
        return suite == null ? test : test + " of suite " + suite;
    }

    /** Returns the words for all of its tests. */
    @Override
    public String toString() {
        return suite == null ? "the single tests" : "suite " + suite;
    }
}
