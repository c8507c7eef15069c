package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Withdrawn;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
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

    /** How long the service remembers an idempotency key. */
    static final Duration LIFE_OF_KEY = Duration.ofHours(24);

    private final Recorder recorder;
    private final InstantSource clock;
    private final Duration deadline;
    private final Scheduler thread;
    private final Queue<Integer> journaled = new ArrayDeque<>();
    private int next;
    private boolean stopped;

    /**
     * Creates a source.
     *
     * @param recorder journals the items
     * @param clock the clock
     * @param deadline how long triggering an item may take at most
     * @param thread the one thread that may block
     */
    WorkSource(Recorder recorder, InstantSource clock, Duration deadline, Scheduler thread) {
        this.recorder = recorder;
        this.clock = clock;
        this.deadline = deadline;
        this.thread = thread;
    }

    /** Returns the items that are to be triggered or followed, for one subscription. */
    Flux<BatchItem> items() {
        return Flux.generate(this::handOut).subscribeOn(thread);
    }

    /** Emits no more items. Must be called on the thread. */
    void stop(StopReason reason) {
        stopped = true;
        recorder.state().stop(reason);
    }

    /** Withdraws what was journaled and not emitted. Must be called when there is no subscriber any more. */
    void withdraw() {
        journaled.forEach(index -> recorder.record(new Withdrawn(index)));
        journaled.clear();
    }

    private void handOut(SynchronousSink<BatchItem> sink) {
        if (stopped) {
            sink.complete();
            return;
        }
        BatchState state = recorder.state();
        if (journaled.isEmpty()) {
            BatchItem known = nextKnownOrJournal(state);
            if (known != null) {
                sink.next(known);
                return;
            }
        }
        Integer index = journaled.poll();
        if (index == null) {
            sink.complete();
            return;
        }
        state.handOut(index);
        sink.next(state.items().get(index).item());
    }

    /** Either finds an item whose runs only need to be followed, or journals the next items. */
    private @Nullable BatchItem nextKnownOrJournal(BatchState state) {
        List<Begun> chunk = new ArrayList<>();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        while (next < state.items().size() && chunk.size() < CHUNK) {
            ItemState item = state.items().get(next);
            List<TestRun> unfinished = unfinished(item);
            if (item.stage() == ItemStage.TRIGGERED && !unfinished.isEmpty()) {
                if (!chunk.isEmpty()) {
                    break;
                }
                next++;
                return item.item().alreadyTriggered(unfinished);
            }
            if (item.stage() == ItemStage.WAITING || item.stage() == ItemStage.BEGUN) {
                begin(state, item, now, chunk);
            }
            next++;
        }
        if (!chunk.isEmpty()) {
            recorder.recordForced(chunk);
        }
        chunk.forEach(begun -> journaled.add(begun.item()));
        return null;
    }

    private static List<TestRun> unfinished(ItemState item) {
        return item.progress().runs().stream()
                .filter(run -> !run.hasEnded())
                .map(RunState::toTestRun)
                .toList();
    }

    private void begin(BatchState state, ItemState item, OffsetDateTime now, List<Begun> chunk) {
        OffsetDateTime before = item.begunAt();
        if (before != null && now.plus(deadline).isAfter(before.plus(LIFE_OF_KEY))) {
            state.doubt(
                    next,
                    "it was about to be triggered at " + before + "; it is not known whether it was, and to trigger it"
                            + " again now could run it twice: look at its runs at Telnyx, and if there are none of that"
                            + " time, run it in a new batch");
        } else {
            chunk.add(new Begun(next, now));
        }
    }
}
