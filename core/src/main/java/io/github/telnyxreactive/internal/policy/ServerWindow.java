package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.time.Saturating;
import java.time.Duration;

/**
 * Keeps requests within the rate limit that the service reports, before the service rejects any. Times are passed in,
 * in nanoseconds from an arbitrary origin.
 *
 * <p>Requests that were permitted and have no response yet count against the remaining ones, because the service may
 * not have counted them when it responded. Responses overtake each other, so the lowest remainder of a window is the
 * most recent one, and the earliest end is the most precise one. A window ends at its time, or when a request that was
 * sent after the lowest remainder was known receives a higher one. The end of the next window is known from the first
 * response to a request that was sent in it. If the service reports nothing, there is no limit.
 *
 * <p>Not safe for concurrent use.
 */
final class ServerWindow {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final long maxWait;
    private long end;
    private long length;
    private long limit = UNLIMITED;
    private long remaining = UNLIMITED;
    private long withoutReport;
    private long reported;
    private long sent;
    private boolean endGuessed = true;
    private long sentBeforeWindow = -1;
    private long sentBeforeLowest;
    private long pausedUntil;
    private boolean paused;

    /**
     * Creates a window about which nothing is known yet.
     *
     * @param maxWait the maximum delay that the service can request
     */
    ServerWindow(Duration maxWait) {
        this.maxWait = Saturating.nanos(maxWait);
    }

    /**
     * Returns the delay before the next request.
     *
     * @param now the current time
     * @return the delay in nanoseconds, zero if the request is permitted now
     */
    long waitNanos(long now) {
        return Math.max(pauseNanos(now), exhaustedNanos(now));
    }

    private long pauseNanos(long now) {
        if (!paused) {
            return 0;
        }
        long wait = pausedUntil - now;
        if (wait <= 0 || wait > maxWait) {
            paused = false;
            return 0;
        }
        return wait;
    }

    private long exhaustedNanos(long now) {
        if (remaining == UNLIMITED) {
            return 0;
        }
        long wait = end - now;
        if (wait <= 0 || wait > maxWait) {
            remaining = limit;
            end = now + Math.max(length, 1);
            endGuessed = true;
            sentBeforeWindow = sent;
            return 0;
        }
        return remaining - withoutReport > 0 ? 0 : wait;
    }

    /**
     * Counts a request that is permitted.
     *
     * @param order its position in the order of all requests
     */
    void sent(long order) {
        withoutReport++;
        sent = order;
    }

    /** Counts a request that was permitted and has ended, with or without a response. */
    void ended() {
        if (reported > 0) {
            reported--;
            return;
        }
        withoutReport--;
        if (remaining != UNLIMITED) {
            remaining--;
        }
    }

    /**
     * Evaluates a response, before its request is counted as ended.
     *
     * @param headers the rate limit that the response reports
     * @param order the position of the request in the order of all requests
     * @param now the current time
     */
    void learn(RateLimitHeaders headers, long order, long now) {
        Long left = headers.remaining();
        Duration reset = headers.reset();
        if (left == null || reset == null) {
            return;
        }
        withoutReport--;
        reported++;
        if (order <= sentBeforeWindow) {
            return;
        }
        long wait = Math.min(Saturating.nanos(reset), maxWait);
        boolean begun = order > sentBeforeLowest && left > remaining;
        if (begun || left <= remaining) {
            remaining = left;
            sentBeforeLowest = sent;
        }
        end = begun || endGuessed ? now + wait : Math.min(end, now + wait);
        endGuessed = false;
        length = Math.max(length, wait);
        limit = headers.limit() == null ? Math.max(limit == UNLIMITED ? 0 : limit, left + 1) : headers.limit();
    }

    /**
     * Permits nothing for a while, because the service has rejected a request.
     *
     * @param wait the requested delay, which is capped at the maximum
     * @param now the current time
     */
    void pause(Duration wait, long now) {
        long until = now + Math.min(Saturating.nanos(wait), maxWait);
        if (!paused || until > pausedUntil) {
            pausedUntil = until;
            paused = true;
        }
    }
}
