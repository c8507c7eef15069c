package io.github.telnyxreactive.benchmarks.endtoend;

import java.util.Map;

/** What a worker does when it is told to. */
interface Measurement {

    /** Does enough of it for the compiler to be done. */
    void warmUp();

    /** Does one round of it. */
    Map<Figure, Double> measure();
}
