package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.RunLimitException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch has taken from its work and not triggered yet: suites whose tests are read, and what waits for room, first come
 * first served. Confined to tasks of the mailbox of the batch.
 */
final class Intake {

    /** Enough to keep a batch busy; what was taken has an event even if the batch ends before it was triggered. */
    private static final int MAX_PREPARING = 8;

    private final BatchSubscription batch;
    private final BatchOptions options;
    private final BatchBudget budget;
    private final Set<SuitePreparation> preparing = new LinkedHashSet<>();
    private final Queue<Room> waiting = new ArrayDeque<>();
    private int resumed;

    Intake(BatchSubscription batch, BatchOptions options, BatchBudget budget) {
        this.batch = batch;
        this.options = options;
        this.budget = budget;
    }

    /** Counts the runs of earlier processes, and the items that the work begins with because of them. */
    void resume(JournalState state) {
        budget.startedBefore(state.runs());
        budget.move(0, state.underWay());
        resumed = state.unfinished().size();
    }

    /**
     * Returns whether another item may be taken. A suite counts as one run while its tests are read. What an earlier process
     * has begun needs no room, since it counts as being under way already.
     */
    boolean hasRoomForAnother(int queuedEvents) {
        if (options.readTests() && !batch.polls().mayStart()) {
            return false;
        }
        if (resumed > 0) {
            return preparing.size() < MAX_PREPARING && queuedEvents < options.eventBuffer();
        }
        return waiting.isEmpty()
                && preparing.size() < MAX_PREPARING
                && budget.canTrigger(queuedEvents + preparing.size())
                && (budget.hasRoomFor(preparing.size() + 1) || budget.capacity() == 0);
    }

    void take(BatchItem item) {
        resumed -= resumed > 0 ? 1 : 0;
        if (item.runs() == null && item.kind() == BatchItem.Kind.SUITE && options.readTests()) {
            SuitePreparation preparation = new SuitePreparation(item, batch, this);
            preparing.add(preparation);
            batch.polls().starts();
            preparation.start();
            return;
        }
        SuiteTests tests = SuiteTests.unread(item);
        ItemReport report = batch.reportOf(item, tests);
        ItemFollower follower = new ItemFollower(item, ItemId.of(item), tests, batch, report);
        if (follower.isStarted()) {
            batch.follow(follower);
        } else {
            await(follower, 1);
        }
    }

    void prepared(SuitePreparation preparation) {
        preparing.remove(preparation);
    }

    /** Queues what is to be triggered, or refuses it if the batch may not start so many runs. */
    void await(Room room, int runs) {
        if (budget.reserve(runs)) {
            waiting.add(room);
        } else {
            room.refuse(new RunLimitException("it was not triggered: its " + runs + (runs == 1 ? " run" : " runs")
                    + " would be more than the " + options.maxRuns() + " that the batch may start in total (maxRuns)"));
        }
    }

    /**
     * Triggers what has room.
     *
     * @param queuedEvents the number of events that wait for the subscriber
     * @param refusal why nothing is triggered any more, {@code null} if it is
     */
    void grantRoom(int queuedEvents, @Nullable Throwable refusal) {
        boolean isOpen = true;
        while (isOpen && !waiting.isEmpty()) {
            Room next = waiting.element();
            Throwable reason = refusal == null ? excess(next) : refusal;
            if (reason != null) {
                waiting.remove();
                next.refuse(reason);
            } else if (budget.canTrigger(queuedEvents)
                    && budget.hasRoomFor(next.runs())
                    && batch.polls().mayStart()) {
                batch.polls().starts();
                if (!next.grant()) {
                    waiting.remove();
                }
            } else {
                isOpen = false;
            }
        }
    }

    /** Returns why something can never be started, {@code null} if it can. */
    private @Nullable Throwable excess(Room next) {
        int capacity = budget.capacity();
        return next.runs() <= capacity
                ? null
                : new ItemRefusedException(
                        "it was not triggered: " + (options.maxConcurrentRuns() - capacity) + " of the "
                                + options.maxConcurrentRuns()
                                + " runs that may be under way at the same time (maxConcurrentRuns)"
                                + " are taken by runs that were not seen to end; look at those runs, and run it again");
    }

    boolean isEmpty() {
        return preparing.isEmpty() && waiting.isEmpty();
    }

    /** Ends the items whose tests are still read. */
    void refusePreparing(Throwable reason) {
        List.copyOf(preparing).forEach(preparation -> preparation.refuse(reason));
    }

    /** Stops at once, without events. Nothing is under way of what waits for room. */
    void cancel() {
        preparing.forEach(SuitePreparation::cancel);
        preparing.clear();
        waiting.clear();
    }
}
