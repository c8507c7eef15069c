package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens in batches, to be asked at any time. A collector that is given to several batches, or to several
 * subscriptions to one, counts all of them together. What was known before a batch, from a journal for example, can be
 * added with {@link #accept}.
 *
 * <p>Safe for use by many threads. It remembers the runs that have not ended, and for the others numbers only.
 */
public final class TotalsCollector {

    private final Object lock = new Object();
    private final Tally overall = new Tally();
    private final Map<String, Tally> suites = new LinkedHashMap<>();
    private final Tally tests = new Tally();
    private final Map<String, TestRunStatus> open = new HashMap<>();

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final LongAdder retries = new LongAdder();
    private final LongAdder rejections = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();

    /** Creates a collector that has counted nothing. */
    public TotalsCollector() {}

    /**
     * Counts an event. A run that several items have, because they are equal and share a key, counts once while it is open.
     *
     * @param event what has happened
     */
    public void accept(BatchEvent event) {
        synchronized (lock) {
            Tally own = event.item().kind() == BatchItem.Kind.SUITE
                    ? suites.computeIfAbsent(event.item().name(), name -> new Tally())
                    : tests;
            count(event, own);
        }
    }

    private void count(BatchEvent event, Tally own) {
        if (event instanceof BatchEvent.Triggered triggered) {
            own.triggered();
            overall.triggered();
            triggered.runs().forEach(run -> started(run, own));
        } else if (event instanceof BatchEvent.StatusChanged changed) {
            TestRun run = changed.run();
            moved(open.replace(run.runId(), run.status()), run, own);
        } else if (event instanceof BatchEvent.Finished finished) {
            TestRun run = finished.run();
            if (moved(open.remove(run.runId()), run, own)) {
                own.ended(run);
                overall.ended(run);
            }
        } else if (event instanceof BatchEvent.TriggerFailed) {
            own.triggerFailed();
            overall.triggerFailed();
        } else if (event instanceof BatchEvent.GaveUp gaveUp
                && open.remove(gaveUp.lastSeen().runId()) != null) {
            own.givenUp();
            overall.givenUp();
        }
    }

    private void started(TestRun run, Tally own) {
        if (open.putIfAbsent(run.runId(), run.status()) == null) {
            own.moved(null, run.status());
            overall.moved(null, run.status());
        }
    }

    private boolean moved(@Nullable TestRunStatus from, TestRun run, Tally own) {
        if (from == null) {
            return false;
        }
        own.moved(from, run.status());
        overall.moved(from, run.status());
        return true;
    }

    /**
     * Returns what was counted up to now.
     *
     * @return the totals, which do not change any more
     */
    public Totals totals() {
        synchronized (lock) {
            Map<String, RunTotals> bySuite = new LinkedHashMap<>();
            suites.forEach((name, tally) -> bySuite.put(name, tally.totals()));
            return new Totals(overall.totals(), bySuite, tests.totals(), traffic());
        }
    }

    private Traffic traffic() {
        Map<String, Long> byOperation = new TreeMap<>();
        requests.forEach((operation, count) -> byOperation.put(operation, count.sum()));
        return new Traffic(byOperation, retries.sum(), rejections.sum(), Duration.ofNanos(waitedNanos.sum()));
    }

    CallListener calls() {
        return new Calls();
    }

    /** Counts the requests, without a lock. */
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
