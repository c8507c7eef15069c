package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Withdrawn;
import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemStage;
import io.github.telnyxreactive.cli.internal.progress.RunState;
import io.github.telnyxreactive.cli.internal.progress.StopReason;
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
 * Hands out the items of a batch, one for each request, after it was written down that they are about to be triggered.
 * That is forced to the disk for many at a time, since it takes longer than all the rest: an item that was written down and
 * then not triggered does no harm. All state is touched by the one thread that it is given.
 */
final class WorkSource {

    /** How many items are written down together. */
    static final int CHUNK = 64;

    /** How long the service knows an idempotency key. */
    static final Duration LIFE_OF_KEY = Duration.ofHours(24);

    private final Recorder recorder;
    private final InstantSource clock;
    private final Duration deadline;
    private final Scheduler thread;
    private final Queue<Integer> written = new ArrayDeque<>();
    private int next;
    private boolean stopped;

    /**
     * Creates a source.
     *
     * @param recorder writes down
     * @param clock tells the time
     * @param deadline how long triggering an item may take at the most
     * @param thread the one thread that may block
     */
    WorkSource(Recorder recorder, InstantSource clock, Duration deadline, Scheduler thread) {
        this.recorder = recorder;
        this.clock = clock;
        this.deadline = deadline;
        this.thread = thread;
    }

    /** The items that are to be triggered or followed, for one subscription. */
    Flux<BatchItem> items() {
        return Flux.generate(this::handOut).subscribeOn(thread);
    }

    /** Hands out no more items. To be called on the thread. */
    void stop(StopReason reason) {
        stopped = true;
        recorder.progress().stop(reason);
    }

    /** Takes back what was written down and not handed out. To be called when nobody asks for items any more. */
    void withdraw() {
        written.forEach(index -> recorder.record(new Withdrawn(index)));
        written.clear();
    }

    private void handOut(SynchronousSink<BatchItem> sink) {
        if (stopped) {
            sink.complete();
            return;
        }
        BatchProgress progress = recorder.progress();
        if (written.isEmpty()) {
            BatchItem known = nextKnownOrWrite(progress);
            if (known != null) {
                sink.next(known);
                return;
            }
        }
        Integer index = written.poll();
        if (index == null) {
            sink.complete();
            return;
        }
        progress.handOut(index);
        sink.next(progress.items().get(index).item());
    }

    /** Either finds runs that are only to be followed, or writes the next items down. */
    private @Nullable BatchItem nextKnownOrWrite(BatchProgress progress) {
        List<Begun> chunk = new ArrayList<>();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        while (next < progress.items().size() && chunk.size() < CHUNK) {
            ItemProgress item = progress.items().get(next);
            List<RunState> open = item.openRuns();
            if (item.stage() == ItemStage.TRIGGERED && !open.isEmpty()) {
                if (!chunk.isEmpty()) {
                    break;
                }
                next++;
                return item.item()
                        .alreadyTriggered(open.stream().map(RunState::toTestRun).toList());
            }
            if (item.stage() == ItemStage.WAITING || item.stage() == ItemStage.BEGUN) {
                begin(progress, item, now, chunk);
            }
            next++;
        }
        if (!chunk.isEmpty()) {
            recorder.recordForced(chunk);
        }
        chunk.forEach(begun -> written.add(begun.item()));
        return null;
    }

    private void begin(BatchProgress progress, ItemProgress item, OffsetDateTime now, List<Begun> chunk) {
        OffsetDateTime before = item.begunAt();
        if (before != null && now.plus(deadline).isAfter(before.plus(LIFE_OF_KEY))) {
            progress.doubt(
                    next,
                    "it was to be triggered at " + before + " and it is not known whether it was, and by now triggering"
                            + " it again could run it twice: look at its runs at Telnyx, and if there are none of that"
                            + " time, run it in a new batch");
        } else {
            chunk.add(new Begun(next, now));
        }
    }
}
