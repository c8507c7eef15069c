package io.github.telnyxreactive.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A snapshot of the number of runs of a batch in each status.
 *
 * @param overall the totals of all runs
 * @param suites the totals of each suite, by its name, in the order in which the suites were first seen
 * @param tests the totals of all runs of single tests
 */
public record Totals(RunTotals overall, Map<String, RunTotals> suites, RunTotals tests) {

    /** Copies the map. */
    public Totals {
        suites = Collections.unmodifiableMap(new LinkedHashMap<>(suites));
    }
}
