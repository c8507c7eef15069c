package io.github.telnyxreactive.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has become of the runs of a batch at one moment.
 *
 * @param overall all runs together
 * @param suites the runs of each suite, by its name, in the order in which the suites first occurred
 * @param tests the runs of single tests together
 */
public record Totals(RunTotals overall, Map<String, RunTotals> suites, RunTotals tests) {

    /** Copies the map. */
    public Totals {
        suites = Collections.unmodifiableMap(new LinkedHashMap<>(suites));
    }
}
