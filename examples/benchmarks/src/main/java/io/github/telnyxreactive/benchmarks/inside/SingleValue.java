package io.github.telnyxreactive.benchmarks.inside;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bare sources of one value, which the benchmarks of operators are compared with. */
public abstract class SingleValue extends AverageTime {

    /** The value. */
    final Object value = new Object();

    /**
     * The bare {@link Mono}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void mono(Blackhole blackhole) {
        Drain.all(Mono.just(value), blackhole);
    }

    /**
     * The bare {@link Flux}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void flux(Blackhole blackhole) {
        Drain.all(Flux.just(value), blackhole);
    }
}
