package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Withdrawn;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/**
 * Emits the items of a batch under demand, each after the journal says that it is about to be triggered. The journal is
 * forced to the disk for many items at a time, since that takes longer than all the rest; an item that was journaled and
 * then not triggered does no harm. All state is confined to the given thread.
 */
final class WorkSource {

    /** How many items are journaled together. */
    static final int CHUNK = 64;

    private final Recorder recorder;
    private final InstantSource clock;
    private final Scheduler thread;
    private final RepetitionGuard guard;
    private final Queue<Integer> journaled = new ArrayDeque<>();
    private final List<Integer> repeated = new ArrayList<>();
    private int nextToFollow;
    private int nextToTrigger;
    private boolean followOnly;
    private boolean stopped;

    /**
     * Creates a source.
     *
     * @param recorder journals the items
     * @param clock the clock
     * @param thread the one thread that may block
     */
    WorkSource(Recorder recorder, InstantSource clock, Scheduler thread) {
        this.recorder = recorder;
        this.clock = clock;
        this.thread = thread;
        this.guard = new RepetitionGuard(recorder.state(), clock);
    }

    /**
     * Returns the items that are to be triggered or followed. It can be subscribed to again after {@link #restart()}. What
     * only needs to be followed comes first, since it counts towards the limit on runs under way.
     */
    Flux<BatchItem> items() {
        return Flux.generate(this::handOut).subscribeOn(thread);
    }

    /** Emits no more items. Must be called on the thread. */
    void stop(StopReason reason) {
        stopped = true;
        recorder.state().stop(reason);
    }

    /** Triggers nothing more, but still emits what only needs to be followed. Must be called on the thread. */
    void stopTriggering(StopReason reason) {
        followOnly = true;
        recorder.state().stop(reason);
    }

    /** Withdraws what was journaled and not emitted. Must be called when there is no subscriber any more. */
    void withdraw() {
        journaled.forEach(index -> recorder.record(new Withdrawn(index)));
        journaled.clear();
    }

    /**
     * Records that items in flight may not be triggered any more, since their first attempt is too long ago. Must be called
     * on the thread.
     *
     * @return whether there are any, so that the requests in flight have to be cancelled
     */
    boolean expire() {
        List<ItemState> items = recorder.state().items();
        List<Integer> expired = repeated.stream()
                .filter(index -> items.get(index).isInFlight() && guard.isExpired(items.get(index)))
                .toList();
        expired.forEach(index -> recorder.state().doubt(index, guard.tooLate(items.get(index))));
        return !expired.isEmpty();
    }

    /** Prepares for another subscription. Must be called on the thread, when there is no subscriber any more. */
    void restart() {
        withdraw();
        repeated.clear();
        recorder.state().cancelInFlight();
        nextToFollow = 0;
        nextToTrigger = 0;
    }

    private void handOut(SynchronousSink<BatchItem> sink) {
        BatchItem known = stopped ? null : nextToFollow();
        if (known != null) {
            sink.next(known);
            return;
        }
        if (journaled.isEmpty() && !stopped && !followOnly) {
            journal();
        }
        Integer index = stopped || followOnly ? null : journaled.poll();
        if (index == null) {
            sink.complete();
            return;
        }
        recorder.state().handOut(index);
        sink.next(recorder.state().items().get(index).item());
    }

    private @Nullable BatchItem nextToFollow() {
        List<ItemState> items = recorder.state().items();
        while (nextToFollow < items.size()) {
            ItemState item = items.get(nextToFollow);
            nextToFollow++;
            List<TestRun> unfinished = unfinished(item);
            if (item.stage() == ItemStage.TRIGGERED && !unfinished.isEmpty()) {
                return item.item().alreadyTriggered(unfinished);
            }
        }
        return null;
    }

    private static List<TestRun> unfinished(ItemState item) {
        return item.progress().runs().stream()
                .filter(run -> !run.hasEnded())
                .map(RunState::toTestRun)
                .toList();
    }

    /** Journals the next items that are to be triggered. */
    private void journal() {
        List<Begun> chunk = new ArrayList<>();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int size = recorder.state().items().size();
        while (nextToTrigger < size && chunk.size() < CHUNK) {
            if (mayTrigger(nextToTrigger)) {
                chunk.add(new Begun(nextToTrigger, now));
            }
            nextToTrigger++;
        }
        if (chunk.isEmpty()) {
            return;
        }
        if (recorder.recordForced(chunk)) {
            chunk.forEach(begun -> journaled.add(begun.item()));
        } else {
            stopTriggering(StopReason.JOURNAL_FAILED);
        }
    }

    private boolean mayTrigger(int index) {
        ItemState item = recorder.state().items().get(index);
        if (item.stage() != ItemStage.WAITING && item.stage() != ItemStage.BEGUN) {
            return false;
        }
        String refusal = guard.refusal(item);
        if (refusal != null) {
            recorder.state().doubt(index, refusal);
            return false;
        }
        if (item.begunAt() != null) {
            repeated.add(index);
        }
        return true;
    }
}
