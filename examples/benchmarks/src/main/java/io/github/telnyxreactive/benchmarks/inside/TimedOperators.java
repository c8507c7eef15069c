package io.github.telnyxreactive.benchmarks.inside;

import io.github.telnyxreactive.internal.operator.Deadline;
import io.github.telnyxreactive.internal.operator.DemandDeadline;
import io.github.telnyxreactive.polling.Polling;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Measures what the operators with a timer cost where nothing goes wrong, as {@link Operators} does for the others. The
 * timer itself ({@link #timer}) and Reactor's own {@link #timeout} are beside them, to tell what is theirs and what belongs
 * to the scheduler.
 */
public class TimedOperators extends AverageTime {

    private static final Duration LIMIT = Duration.ofHours(2);

    /** What else is being timed. */
    @Param
    public Timers timers = Timers.NONE;

    private final Object value = new Object();
    private final List<Object> known = List.of(value);
    private final Scheduler scheduler = Schedulers.parallel();
    private final Polling polling = Polling.create();

    /** Lets each thread of the scheduler wait for something that comes before all that is measured. */
    @Setup
    public void waitForOthers() {
        int threads = timers == Timers.SOONER ? Schedulers.DEFAULT_POOL_SIZE : 0;
        for (int i = 0; i < threads; i++) {
            scheduler.schedule(() -> {}, 1, TimeUnit.HOURS);
        }
    }

    /**
     * The bare {@link Mono}.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void mono(Blackhole blackhole) {
        Drain.all(Mono.just(value), blackhole);
    }

    /**
     * The bare {@link Flux}.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void flux(Blackhole blackhole) {
        Drain.all(Flux.just(value), blackhole);
    }

    /** A timer that is set and given up at once, with nothing around it. */
    @Benchmark
    public void timer() {
        scheduler.schedule(() -> {}, LIMIT.toNanos(), TimeUnit.NANOSECONDS).dispose();
    }

    /**
     * What ends the calls that are answered as a whole: Reactor's own, behind a {@link Mono}.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void timeout(Blackhole blackhole) {
        Drain.all(Mono.just(value).timeout(LIMIT, Mono.error(TimedOperators::missed), scheduler), blackhole);
    }

    /**
     * A {@link Deadline} that is met, behind a {@link Flux}.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void deadline(Blackhole blackhole) {
        Drain.all(Deadline.enforce(Flux.just(value), LIMIT, scheduler, TimedOperators::missed), blackhole);
    }

    /**
     * A {@link DemandDeadline} that is met, behind a {@link Flux}.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void demandDeadline(Blackhole blackhole) {
        DemandDeadline deadline = new DemandDeadline(LIMIT, scheduler);
        Drain.all(deadline.enforce(Flux.just(value), TimedOperators::missed), blackhole);
    }

    /**
     * A {@link Polling} of what is final at the first look.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void polling(Blackhole blackhole) {
        Drain.all(polling.until(Mono.just(value), state -> true), blackhole);
    }

    /**
     * A {@link Polling} of what is known to be final, so that there is no look.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void pollingKnown(Blackhole blackhole) {
        Drain.all(polling.until(value, Mono.just(value), state -> true), blackhole);
    }

    /**
     * The changes of a {@link Polling} of one thing that is final at the first look.
     *
     * @param blackhole takes the value
     */
    @Benchmark
    public void pollingChanges(Blackhole blackhole) {
        Drain.all(
                polling.changes(List.of(), Flux.fromIterable(known), state -> "", state -> state, state -> true),
                blackhole);
    }

    private static IllegalStateException missed() {
        return new IllegalStateException("missed");
    }

    /** What else is being timed; it decides whether a timer that is set has to wake the thread of the scheduler. */
    public enum Timers {

        /** Nothing: whatever is set comes first, and wakes the thread, as in a client that makes one call at a time. */
        NONE,

        /** Something that comes before, as in a client that makes many calls at once. */
        SOONER
    }
}
