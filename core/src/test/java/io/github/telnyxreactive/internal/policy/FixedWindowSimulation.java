package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/**
 * A client that keeps so many requests in flight as it may, against a service that counts them in fixed windows. Time is
 * a number, and every draw comes from the seed: the same simulation always takes the same course.
 */
final class FixedWindowSimulation {

    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;

    /** The time of day, as clocks of the system give it. */
    private static final long ORIGIN = 1_700_000_000L * SECOND;

    private final Random random;
    private final ServerWindow window = new ServerWindow(Duration.ofSeconds(60));
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final long phase;
    private long windowLength = SECOND;
    private int limit = 100;
    private long shortestWay = 5 * MILLISECOND;
    private long longestWay = 60 * MILLISECOND;
    private int concurrency = 50;
    private LongUnaryOperator reset = LongUnaryOperator.identity();
    private boolean retryAfter429 = true;
    private double lost;
    private int others;

    private long now = ORIGIN;
    private long numbers;
    private int waiting;
    private long alarm = Long.MAX_VALUE;
    private long countedWindow = Long.MIN_VALUE;
    private int counted;
    private int accepted;
    private int rejected;
    private int mostInFlight;
    private int inFlight;

    FixedWindowSimulation(long seed, double phase) {
        this.random = new Random(seed);
        this.phase = (long) (phase * SECOND);
    }

    FixedWindowSimulation window(Duration length, int requests) {
        windowLength = length.toNanos();
        limit = requests;
        return this;
    }

    FixedWindowSimulation oneWay(Duration shortest, Duration longest) {
        shortestWay = shortest.toNanos();
        longestWay = longest.toNanos();
        return this;
    }

    FixedWindowSimulation concurrency(int requests) {
        concurrency = requests;
        return this;
    }

    /** How the service gives the time until the end of the window, both in nanoseconds. */
    FixedWindowSimulation reset(LongUnaryOperator rounding) {
        reset = rounding;
        return this;
    }

    /** Some answers get lost. */
    FixedWindowSimulation lost(double part) {
        lost = part;
        return this;
    }

    /** Others use part of the limit, evenly over the window. */
    FixedWindowSimulation others(int requestsPerWindow) {
        others = requestsPerWindow;
        return this;
    }

    FixedWindowSimulation withoutPauses() {
        retryAfter429 = false;
        return this;
    }

    Result run(Duration duration) {
        long end = ORIGIN + duration.toNanos();
        waiting = concurrency;
        grant();
        for (Event next = events.poll(); next != null && next.at < end; next = events.poll()) {
            now = next.at;
            next.what.run();
            grant();
        }
        double windows = (double) duration.toNanos() / windowLength;
        return new Result(accepted, rejected, accepted / (windows * limit), mostInFlight);
    }

    private void grant() {
        while (waiting > 0) {
            long wait = window.waitNanos(now);
            if (wait > 0) {
                alarmAt(now + wait);
                return;
            }
            waiting--;
            inFlight++;
            mostInFlight = Math.max(mostInFlight, inFlight);
            long order = window.sent();
            after(way(), () -> arrive(order));
        }
    }

    /** The request reaches the service, which counts it and answers at once. */
    private void arrive(long order) {
        long sinceStart = now - ORIGIN + phase;
        long current = sinceStart / windowLength;
        if (current != countedWindow) {
            countedWindow = current;
            counted = 0;
        }
        long othersCounted = others * (sinceStart % windowLength) / windowLength;
        boolean taken = counted + othersCounted < limit;
        if (taken) {
            counted++;
            accepted++;
        } else {
            rejected++;
        }
        Duration left = Duration.ofNanos(reset.applyAsLong((current + 1) * windowLength - sinceStart));
        RateLimitHeaders headers =
                new RateLimitHeaders((long) limit, Math.max(0, limit - counted - othersCounted), left);
        after(way(), () -> answered(taken, headers, order));
    }

    private void answered(boolean taken, RateLimitHeaders headers, long order) {
        inFlight--;
        if (random.nextDouble() < lost) {
            window.ended();
            waiting++;
            return;
        }
        window.learn(headers, order, now);
        if (!taken && retryAfter429) {
            window.pause(headers.reset(), now);
        }
        window.ended();
        waiting++;
    }

    private long way() {
        return shortestWay + (long) (random.nextDouble() * (longestWay - shortestWay));
    }

    private void after(long wait, Runnable what) {
        events.add(new Event(now + wait, numbers++, what));
    }

    private void alarmAt(long time) {
        if (alarm <= now || time < alarm) {
            alarm = time;
            events.add(new Event(time, numbers++, () -> {}));
        }
    }

    private record Event(long at, long number, Runnable what) {}

    /**
     * What came of it.
     *
     * @param accepted how many requests the service carried out
     * @param rejected how many it turned away
     * @param throughput the part of the limit that was used
     * @param mostInFlight the most requests under way at once
     */
    record Result(int accepted, int rejected, double throughput, int mostInFlight) {

        double rejectedShare() {
            return (double) rejected / (accepted + rejected);
        }
    }
}
