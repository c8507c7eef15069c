package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.internal.policy.AdaptiveInterval;
import io.github.telnyxreactive.internal.policy.AdaptiveInterval.Seen;
import io.github.telnyxreactive.internal.policy.EndForecast;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When the items of a batch are polled: they share an interval, and what was learnt of how long runs take. Confined to tasks of
 * the mailbox of the batch.
 */
final class BatchPolls {

    private final PollingSchedule schedule;
    private final BatchCalls calls;
    private final AdaptiveInterval interval;
    private final EndForecast forecast = new EndForecast();
    private final PollQueue<ItemFollower> pending = new PollQueue<>();

    BatchPolls(PollingSchedule schedule, BatchCalls calls) {
        this.schedule = schedule;
        this.calls = calls;
        this.interval = new AdaptiveInterval(schedule);
    }

    /** Returns the timing of polls of runs that have started now, or whose age is not known. */
    PollTiming timing(boolean haveStarted) {
        return new PollTiming(haveStarted ? forecast : null, schedule.maxDelay(), calls.now());
    }

    /** Returns the delay before the next poll of an item. */
    Duration interval() {
        return interval.next(ThreadLocalRandom.current().nextDouble());
    }

    /** Records a poll of one of several items. */
    void polled(Seen seen, int items) {
        interval.polled(seen, items);
    }

    /** Queues the poll of an item whose interval has passed. */
    void request(ItemFollower follower, long lateFrom) {
        pending.add(follower, lateFrom);
    }

    /** Returns whether something may be started now, ahead of the polls that wait. */
    boolean mayStart() {
        return calls.isReady() && pending.mayStart(calls.now());
    }

    /** Something is started. */
    void starts() {
        pending.started();
    }

    /** Returns whether a poll waits that can be made now. */
    boolean hasNext() {
        return !pending.isEmpty() && calls.isReady();
    }

    /** Makes the poll that is or becomes late first. */
    void next() {
        pending.next().poll();
    }

    void clear() {
        pending.clear();
    }
}
