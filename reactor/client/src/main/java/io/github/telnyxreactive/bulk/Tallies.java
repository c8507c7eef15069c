package io.github.telnyxreactive.bulk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts runs by suite, those of single tests, and all together. Not thread-safe. */
final class Tallies {

    private final Tally overall = new Tally();
    private final Map<String, Tally> suites = new LinkedHashMap<>();
    private final Tally tests = new Tally();

    /** Counts a change of an item. */
    void count(BatchItem item, Consumer<Tally> change) {
        change.accept(
                item.kind() == BatchItem.Kind.SUITE ? suites.computeIfAbsent(item.name(), name -> new Tally()) : tests);
        change.accept(overall);
    }

    Totals totals() {
        Map<String, RunTotals> bySuite = new LinkedHashMap<>();
        suites.forEach((name, tally) -> bySuite.put(name, tally.totals()));
        return new Totals(overall.totals(), bySuite, tests.totals());
    }
}
