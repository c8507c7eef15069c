package io.github.telnyxreactive.internal.operator;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * The time of a scheduler as it passes: the time of most schedulers is the wall clock, which can be set back and
 * forward, and is replaced by {@link System#nanoTime()}. The time of any other scheduler, virtual time for example, is
 * kept from going back: it goes on from where it was. So it does when the scheduler changes.
 */
final class MonotonicTime {

    private volatile @Nullable Source source;

    /** Returns the time in nanoseconds from an arbitrary origin. */
    long nanos(Scheduler scheduler) {
        Source present = source;
        return present != null && present.scheduler == scheduler ? present.nanos() : change(scheduler);
    }

    private synchronized long change(Scheduler scheduler) {
        Source last = source;
        if (last == null || last.scheduler != scheduler) {
            last = new Source(scheduler, last == null ? 0 : last.nanos());
            source = last;
        }
        return last.nanos();
    }

    private static final class Source {

        private final Scheduler scheduler;
        private final boolean isWallClock;
        private final long offset;
        private long time;
        private long latest;

        Source(Scheduler scheduler, long now) {
            this.scheduler = scheduler;
            this.isWallClock = isWallClock(scheduler);
            this.latest = raw();
            this.offset = now - latest;
            this.time = now;
        }

        /** Virtual time is not the wall clock, even if it begins there. */
        private static boolean isWallClock(Scheduler scheduler) {
            long before = System.currentTimeMillis();
            long now = scheduler.now(TimeUnit.MILLISECONDS);
            return before <= now && now <= System.currentTimeMillis();
        }

        private long raw() {
            return isWallClock ? System.nanoTime() : scheduler.now(TimeUnit.NANOSECONDS);
        }

        long nanos() {
            return isWallClock ? raw() + offset : passed();
        }

        private synchronized long passed() {
            long now = raw();
            time += Math.max(0, now - latest);
            latest = now;
            return time;
        }
    }
}
