package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events and the requests of batches. The totals are available at any time. A collector that is used for
 * several batches, or for several subscriptions to one, counts all of them together. Runs that were known before a
 * batch, from a journal for example, can be added with {@link #accept}.
 *
 * <p>Thread-safe. It keeps the ids of the runs that have not ended, and only counts the others; a {@link BatchProgress}
 * keeps the runs themselves.
 */
public final class TotalsCollector {

    private final Object lock = new Object();
    private final Tallies tallies = new Tallies();
    private final Map<String, TestRunStatus> open = new HashMap<>();

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final LongAdder retries = new LongAdder();
    private final LongAdder rejections = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();

    /** Creates a collector with all totals at zero. */
    public TotalsCollector() {}

    /**
     * Counts an event. A run that several items share, because they are equal and have the same key, counts once while
     * it is open.
     *
     * @param event the event
     */
    public void accept(BatchEvent event) {
        synchronized (lock) {
            count(event);
        }
    }

    private void count(BatchEvent event) {
        BatchItem item = event.item();
        if (event instanceof BatchEvent.Triggered triggered) {
            if (!triggered.isMore()) {
                tallies.count(item, Tally::triggered);
            }
            triggered.runs().forEach(run -> started(item, run));
        } else if (event instanceof BatchEvent.StatusChanged changed) {
            TestRun run = changed.run();
            moved(item, open.replace(run.runId(), RunState.status(run)), run);
        } else if (event instanceof BatchEvent.Finished finished) {
            TestRun run = finished.run();
            if (moved(item, open.remove(run.runId()), run)) {
                RunState ended = RunState.of(run);
                tallies.count(item, tally -> tally.ended(ended));
            }
        } else if (event instanceof BatchEvent.TriggerFailed) {
            tallies.count(item, Tally::triggerFailed);
        } else if (event instanceof BatchEvent.OutcomeUnknown) {
            tallies.count(item, Tally::outcomeUnknown);
        } else if (event instanceof BatchEvent.NotStarted) {
            tallies.count(item, Tally::notStarted);
        } else if (event instanceof BatchEvent.Abandoned abandoned
                && open.remove(abandoned.lastSeen().runId()) != null) {
            tallies.count(item, Tally::abandoned);
        }
    }

    private void started(BatchItem item, TestRun run) {
        if (open.putIfAbsent(run.runId(), RunState.status(run)) == null) {
            tallies.count(item, tally -> tally.moved(null, RunState.status(run)));
        }
    }

    private boolean moved(BatchItem item, @Nullable TestRunStatus from, TestRun run) {
        if (from == null) {
            return false;
        }
        tallies.count(item, tally -> tally.moved(from, RunState.status(run)));
        return true;
    }

    /**
     * Returns the totals of the runs up to now.
     *
     * @return an immutable snapshot
     */
    public Totals totals() {
        synchronized (lock) {
            return tallies.totals();
        }
    }

    /**
     * Returns the totals of the requests that the batches with this collector have sent up to now.
     *
     * @return an immutable snapshot
     */
    public RequestTotals requests() {
        Map<String, Long> byOperation = new TreeMap<>();
        requests.forEach((operation, count) -> byOperation.put(operation, count.sum()));
        return new RequestTotals(byOperation, retries.sum(), rejections.sum(), Duration.ofNanos(waitedNanos.sum()));
    }

    /**
     * Returns a listener that counts requests in this collector. A batch with this collector registers the listener
     * itself.
     *
     * @return the listener, which takes no lock
     */
    public CallListener callListener() {
        return new Calls();
    }

    /** Counts the requests. */
    private final class Calls implements CallListener {

        private static final int TOO_MANY_REQUESTS = 429;

        @Override
        public void onSend(String operation, int attempt, Duration waited) {
            requests.computeIfAbsent(operation, name -> new LongAdder()).increment();
            waitedNanos.add(waited.toNanos());
            if (attempt > 1) {
                retries.increment();
            }
        }

        @Override
        public void onResponse(String operation, int status) {
            if (status == TOO_MANY_REQUESTS) {
                rejections.increment();
            }
        }
    }
}
