package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A journal in memory: what an earlier process has recorded, and what this one does. */
final class FakeJournal implements BatchJournal.Session {

    /** When the earlier process has begun everything that it has begun. */
    final OffsetDateTime begunAt;

    /** What this process has recorded. */
    final List<JournalEntry> recorded = new ArrayList<>();

    /** Answers to what is about to be triggered. */
    Supplier<Mono<Void>> onBegin = Mono::empty;

    private final JournalState before = new JournalState();

    FakeJournal() {
        this(Duration.ofHours(1));
    }

    /** A journal of an earlier process that has begun everything so long ago. */
    FakeJournal(Duration age) {
        begunAt = OffsetDateTime.now(ZoneOffset.UTC).minus(age);
    }

    Recording recording() {
        return new Recording(this, before, Schedulers.immediate());
    }

    static ItemId suite(String name) {
        return ItemId.of(BatchItem.suite(name));
    }

    static ItemId single(String testId) {
        return ItemId.of(BatchItem.test(testId));
    }

    /** The earlier process was about to trigger something, and nothing more is known. */
    FakeJournal begun(ItemId item, int runs) {
        before.apply(new JournalEntry.Begun(item, null, "earlier key", runs, begunAt));
        return this;
    }

    /** The earlier process has triggered something, and these are its runs. */
    FakeJournal started(ItemId item, TestRunStatus status, String... runs) {
        begun(item, runs.length);
        before.apply(new JournalEntry.Started(
                item,
                Stream.of(runs).map(run -> RunState.of(Runs.run(run, status))).toList(),
                Map.of(),
                false));
        return this;
    }

    /** The earlier process has said something else. */
    FakeJournal said(JournalEntry entry) {
        before.apply(entry);
        return this;
    }

    <E extends JournalEntry> List<E> recorded(Class<E> type) {
        return recorded.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public Flux<JournalEntry> entries() {
        return Flux.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Void> begin(JournalEntry.Begun entry) {
        return Mono.defer(() -> {
            recorded.add(entry);
            return onBegin.get();
        });
    }

    @Override
    public void record(JournalEntry entry) {
        recorded.add(entry);
    }

    @Override
    public Mono<Void> failure() {
        return Mono.never();
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }
}
