package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.Totals;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The totals of a batch at one moment.
 *
 * @param overall all runs together
 * @param suites the runs of each suite, by its name
 */
record TotalsView(RunTotalsView overall, Map<String, RunTotalsView> suites) {

    static TotalsView of(Totals totals) {
        Map<String, RunTotalsView> suites = new LinkedHashMap<>();
        totals.suites().forEach((name, runs) -> suites.put(name, RunTotalsView.of(runs)));
        return new TotalsView(RunTotalsView.of(totals.overall()), suites);
    }
}
