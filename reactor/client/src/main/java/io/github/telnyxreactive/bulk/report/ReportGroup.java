package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.UniqueNames;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A suite as build servers show it: a suite of the batch, or all single tests together.
 *
 * @param name the name, which is unique in the report. It has the version only if there are several in the report, so that the
 *     next version is shown as the same suite
 * @param isSameVersion whether everything in the report ran against the same version
 * @param items the items, at least one
 */
record ReportGroup(String name, boolean isSameVersion, Iterable<ReportedItem> items) {

    private static final String SINGLE_TESTS = "Single tests";

    /** Returns the groups of a report: the suites in order, then the single tests, which are read again for it. */
    static Iterable<ReportGroup> of(BatchReport report, ReportVersions versions) {
        return () -> new Groups(report.items(), versions.isSame());
    }

    /** Returns what tells an item apart from others in the report with the same name; empty if nothing does. */
    String variant(ReportedItem item) {
        return variant(item, isSameVersion);
    }

    private static String variant(ReportedItem item, boolean isSameVersion) {
        return isSameVersion ? item.repeatVariant() : item.variant();
    }

    private static final class Groups implements Iterator<ReportGroup> {

        private final Iterable<ReportedItem> all;
        private final Iterator<ReportedItem> items;
        private final boolean isSameVersion;
        private final UniqueNames names = new UniqueNames();
        private boolean hasTests;
        private @Nullable ReportGroup next;

        Groups(Iterable<ReportedItem> all, boolean isSameVersion) {
            this.all = all;
            this.isSameVersion = isSameVersion;
            this.items = all.iterator();
        }

        @Override
        public boolean hasNext() {
            while (next == null && items.hasNext()) {
                ReportedItem item = items.next();
                if (item.isSuite()) {
                    next = new ReportGroup(
                            names.next(item.displayName() + variant(item, isSameVersion)),
                            isSameVersion,
                            List.of(item));
                } else {
                    hasTests = true;
                }
            }
            if (next == null && hasTests) {
                hasTests = false;
                next = new ReportGroup(names.next(SINGLE_TESTS), isSameVersion, tests());
            }
            return next != null;
        }

        private Iterable<ReportedItem> tests() {
            Predicate<ReportedItem> isTest = item -> !item.isSuite();
            return () -> stream(all).filter(isTest).iterator();
        }

        private static Stream<ReportedItem> stream(Iterable<ReportedItem> items) {
            return StreamSupport.stream(items.spliterator(), false);
        }

        @Override
        public ReportGroup next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ReportGroup group = next;
            next = null;
            return group;
        }
    }
}
