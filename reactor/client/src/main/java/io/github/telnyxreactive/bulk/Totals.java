package io.github.telnyxreactive.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a batch up to a moment, as a value.
 *
 * @param overall all runs together
 * @param suites the runs of each suite, by its name, in the order in which the suites were first heard of
 * @param tests the runs of single tests together
 * @param traffic the requests
 */
public record Totals(RunTotals overall, Map<String, RunTotals> suites, RunTotals tests, Traffic traffic) {

    /** Copies what could change. */
    public Totals {
        suites = Collections.unmodifiableMap(new LinkedHashMap<>(suites));
    }
}
