package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.time.Saturating;
import java.time.Duration;

/**
 * Tells when the next request may be made by what the service says of its own limit, so that the limit is kept instead of
 * run into. It is told the time, in nanoseconds from any origin.
 *
 * <p>The requests that were let through and not yet answered are counted against what remains, because the service may
 * not have counted them when it answered. Answers overtake each other, so the lowest remainder of a window is the newest,
 * and the earliest end the most exact. A window ends at its time, or when a request that was made after the lowest
 * remainder was known is told of a higher one; when the next one ends, the first answer to a request made in it tells.
 * Where the service says nothing, there is no limit.
 *
 * <p>Not safe for use by many threads.
 */
public final class ServerWindow {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final long longestWait;
    private long end;
    private long length;
    private long limit = UNLIMITED;
    private long remaining = UNLIMITED;
    private long unanswered;
    private long answered;
    private long sent;
    private boolean endGuessed = true;
    private long sentBeforeWindow = -1;
    private long sentBeforeLowest;
    private long pausedUntil;
    private boolean paused;

    /**
     * Creates a window that the service has said nothing of.
     *
     * @param longestWait the longest wait that is granted to the service
     */
    public ServerWindow(Duration longestWait) {
        this.longestWait = Saturating.nanos(longestWait);
    }

    /**
     * Tells how long to wait for the next request.
     *
     * @param now the time
     * @return the wait in nanoseconds, zero if it may be made now
     */
    public long waitNanos(long now) {
        return Math.max(pauseNanos(now), exhaustedNanos(now));
    }

    private long pauseNanos(long now) {
        if (!paused) {
            return 0;
        }
        long wait = pausedUntil - now;
        if (wait <= 0 || wait > longestWait) {
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
        if (wait <= 0 || wait > longestWait) {
            remaining = limit;
            end = now + Math.max(length, 1);
            endGuessed = true;
            sentBeforeWindow = sent;
            return 0;
        }
        return remaining - unanswered > 0 ? 0 : wait;
    }

    /**
     * Counts a request that is let through.
     *
     * @return its place in the order of all requests
     */
    public long sent() {
        unanswered++;
        return ++sent;
    }

    /** Counts a request that was let through and has ended, with or without an answer. */
    public void ended() {
        if (answered > 0) {
            answered--;
            return;
        }
        unanswered--;
        if (remaining != UNLIMITED) {
            remaining--;
        }
    }

    /**
     * Learns from an answer, before its request is counted as ended.
     *
     * @param headers what the answer says of the limit
     * @param order the place of the request in the order of all requests, 0 if it was not counted
     * @param now the time
     */
    public void learn(RateLimitHeaders headers, long order, long now) {
        Long reported = headers.remaining();
        Duration reset = headers.reset();
        if (reported == null || reset == null) {
            return;
        }
        if (order > 0) {
            unanswered--;
            answered++;
        }
        if (order <= sentBeforeWindow) {
            return;
        }
        long wait = Math.min(Saturating.nanos(reset), longestWait);
        boolean begun = order > sentBeforeLowest && reported > remaining;
        if (begun || reported <= remaining) {
            remaining = reported;
            sentBeforeLowest = sent;
        }
        end = begun || endGuessed ? now + wait : Math.min(end, now + wait);
        endGuessed = false;
        length = Math.max(length, wait);
        limit = headers.limit() == null ? Math.max(limit == UNLIMITED ? 0 : limit, reported + 1) : headers.limit();
    }

    /**
     * Lets nothing through for a while, because the service turned a request away.
     *
     * @param wait how long, capped at the longest wait
     * @param now the time
     */
    public void pause(Duration wait, long now) {
        long until = now + Math.min(Saturating.nanos(wait), longestWait);
        if (!paused || until > pausedUntil) {
            pausedUntil = until;
            paused = true;
        }
    }
}
