package io.github.telnyxreactive.benchmarks.endtoend;

import java.util.Map;

/** The work of a worker. */
interface Measurement {

    /** Does enough work for the JIT compiler to finish. */
    void warmUp();

    /** Measures one round. */
    Map<Metric, Double> measure();
}
