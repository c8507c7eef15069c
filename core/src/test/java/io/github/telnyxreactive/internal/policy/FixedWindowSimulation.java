package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/**
 * A client that keeps as many requests in flight as permitted, against a service that counts them in fixed windows.
 * Time is a number, and all randomness comes from the seed, so that every simulation is reproducible.
 */
final class FixedWindowSimulation {

    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;

    /** A time of day, as returned by system clocks. */
    private static final long ORIGIN = 1_700_000_000L * SECOND;

    private final Random random;
    private final ServerWindow window = new ServerWindow(Duration.ofSeconds(60));
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final long phase;
    private long windowLength = SECOND;
    private int limit = 100;
    private long shortestLatency = 5 * MILLISECOND;
    private long longestLatency = 60 * MILLISECOND;
    private int concurrency = 50;
    private LongUnaryOperator reset = LongUnaryOperator.identity();
    private boolean retryAfter429 = true;
    private double lost;
    private int others;

    private long now = ORIGIN;
    private long numbers;
    private long requests;
    private int waiting;
    private long nextWake = Long.MAX_VALUE;
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
        shortestLatency = shortest.toNanos();
        longestLatency = longest.toNanos();
        return this;
    }

    FixedWindowSimulation concurrency(int requests) {
        concurrency = requests;
        return this;
    }

    /** Sets how the service rounds the time until the end of the window; argument and result are in nanoseconds. */
    FixedWindowSimulation reset(LongUnaryOperator rounding) {
        reset = rounding;
        return this;
    }

    /** Sets the fraction of responses that are lost. */
    FixedWindowSimulation lost(double fraction) {
        lost = fraction;
        return this;
    }

    /** Sets the number of requests by other clients, spread evenly over each window. */
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
            next.action.run();
            grant();
        }
        double windows = (double) duration.toNanos() / windowLength;
        return new Result(accepted, rejected, accepted / (windows * limit), mostInFlight);
    }

    private void grant() {
        while (waiting > 0) {
            long wait = window.waitNanos(now);
            if (wait > 0) {
                wakeAt(now + wait);
                return;
            }
            waiting--;
            inFlight++;
            mostInFlight = Math.max(mostInFlight, inFlight);
            long order = ++requests;
            window.sent(order);
            after(latency(), () -> arrive(order));
        }
    }

    /** The request reaches the service, which counts it and responds immediately. */
    private void arrive(long order) {
        long sinceStart = now - ORIGIN + phase;
        long current = sinceStart / windowLength;
        if (current != countedWindow) {
            countedWindow = current;
            counted = 0;
        }
        long othersCounted = others * (sinceStart % windowLength) / windowLength;
        boolean permitted = counted + othersCounted < limit;
        if (permitted) {
            counted++;
            accepted++;
        } else {
            rejected++;
        }
        Duration left = Duration.ofNanos(reset.applyAsLong((current + 1) * windowLength - sinceStart));
        RateLimitHeaders headers =
                new RateLimitHeaders((long) limit, Math.max(0, limit - counted - othersCounted), left);
        after(latency(), () -> receive(permitted, headers, order));
    }

    private void receive(boolean permitted, RateLimitHeaders headers, long order) {
        inFlight--;
        if (random.nextDouble() < lost) {
            window.ended();
            waiting++;
            return;
        }
        window.learn(headers, order, now);
        if (!permitted && retryAfter429) {
            window.pause(headers.reset(), now);
        }
        window.ended();
        waiting++;
    }

    private long latency() {
        return shortestLatency + (long) (random.nextDouble() * (longestLatency - shortestLatency));
    }

    private void after(long wait, Runnable action) {
        events.add(new Event(now + wait, numbers++, action));
    }

    private void wakeAt(long time) {
        if (nextWake <= now || time < nextWake) {
            nextWake = time;
            events.add(new Event(time, numbers++, () -> {}));
        }
    }

    private record Event(long at, long number, Runnable action) {}

    /**
     * The outcome of a simulation.
     *
     * @param accepted the number of requests that the service accepted
     * @param rejected the number of requests that the service rejected
     * @param throughput the fraction of the limit that was used
     * @param mostInFlight the highest number of requests in flight
     */
    record Result(int accepted, int rejected, double throughput, int mostInFlight) {

        double rejectedShare() {
            return (double) rejected / (accepted + rejected);
        }
    }
}
