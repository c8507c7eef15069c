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
 * Measures the operators with a timer where nothing goes wrong, as {@link Operators} does for the others. The timer itself
 * ({@link #timer}) and Reactor's own {@link #timeout} are measured too, to separate the cost of the operators from that of
 * the scheduler.
 */
public class TimedOperators extends SingleValue {

    private static final Duration LIMIT = Duration.ofHours(2);

    /** The other timers of the scheduler. */
    @Param
    public Timers timers = Timers.NONE;

    private final List<Object> known = List.of(value);
    private final Scheduler scheduler = Schedulers.parallel();
    private final Polling polling = Polling.create();

    /** Schedules a task on each thread of the scheduler that is due before every timer that is measured. */
    @Setup
    public void waitForOthers() {
        int threads = timers == Timers.SOONER ? Schedulers.DEFAULT_POOL_SIZE : 0;
        for (int i = 0; i < threads; i++) {
            scheduler.schedule(() -> {}, 1, TimeUnit.HOURS);
        }
    }

    /** A timer that is scheduled and cancelled at once, with nothing around it. */
    @Benchmark
    public void timer() {
        scheduler.schedule(() -> {}, LIMIT.toNanos(), TimeUnit.NANOSECONDS).dispose();
    }

    /**
     * Reactor's own timeout after a {@link Mono}, for comparison.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void timeout(Blackhole blackhole) {
        Drain.all(Mono.just(value).timeout(LIMIT, Mono.error(TimedOperators::missed), scheduler), blackhole);
    }

    /**
     * A {@link Deadline} that is met, after a {@link Flux}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void deadline(Blackhole blackhole) {
        Drain.all(Deadline.enforce(Flux.just(value), LIMIT, scheduler, TimedOperators::missed), blackhole);
    }

    /**
     * A {@link DemandDeadline} that is met, after a {@link Flux}.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void demandDeadline(Blackhole blackhole) {
        DemandDeadline deadline = new DemandDeadline(LIMIT, scheduler);
        Drain.all(deadline.enforce(Flux.just(value), TimedOperators::missed), blackhole);
    }

    /**
     * A {@link Polling} whose first poll returns a final state.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void polling(Blackhole blackhole) {
        Drain.all(polling.until(Mono.just(value), state -> true), blackhole);
    }

    /**
     * A {@link Polling} of a state that is known to be final, without any poll.
     *
     * @param blackhole consumes the value
     */
    @Benchmark
    public void pollingKnown(Blackhole blackhole) {
        Drain.all(polling.until(value, Mono.just(value), state -> true), blackhole);
    }

    /**
     * The changes of a {@link Polling} whose first poll returns a final state.
     *
     * @param blackhole consumes the value
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

    /** The other timers of the scheduler. They decide whether a new timer has to wake the thread of the scheduler. */
    public enum Timers {

        /** None: every timer is the next one due and wakes the thread, as in a client that makes one call at a time. */
        NONE,

        /** One that is due sooner, as in a client that makes many calls at once. */
        SOONER
    }
}
