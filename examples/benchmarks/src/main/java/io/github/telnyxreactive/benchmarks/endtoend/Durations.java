package io.github.telnyxreactive.benchmarks.endtoend;

import java.util.Arrays;
import java.util.List;

/** The durations of calls. */
final class Durations {

    private static final double P50 = 0.50;
    private static final double P99 = 0.99;

    private final long[] nanos;

    Durations(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    static Durations ofAll(List<Durations> parts) {
        return new Durations(
                parts.stream().flatMapToLong(part -> Arrays.stream(part.nanos)).toArray());
    }

    double p50Micros() {
        return micros(P50);
    }

    double p99Micros() {
        return micros(P99);
    }

    private double micros(double part) {
        return nanos[(int) (nanos.length * part)] / 1e3;
    }
}
