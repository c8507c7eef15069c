package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.cli.internal.journal.Journal;
import io.github.telnyxreactive.cli.internal.journal.JournalAccount;
import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.running.Recorder;
import io.github.telnyxreactive.cli.internal.running.RepetitionGuard;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch, new or resumed: its work, its progress, and its journal if it has one.
 *
 * @param header the work, and the time of the start
 * @param recorder records changes
 * @param journal the journal, {@code null} for none
 */
record Batch(
        JournalHeader header, Recorder recorder, @Nullable Journal journal) implements AutoCloseable {

    private static final int BYTES_OF_ID = 12;
    private static final int NAMES_OF_LINE = 1_000;

    /**
     * Begins a batch.
     *
     * @param work the work
     * @param account the account that it runs in
     * @param concurrency how many runs may be under way
     * @param maxRuns how many runs it and all its resumes may start, {@code null} for no limit
     * @param journalPath returns the path of the journal for the id of the batch, {@code null} for no journal
     * @param clock the clock
     */
    static Batch begin(
            Work work,
            JournalAccount account,
            int concurrency,
            @Nullable Integer maxRuns,
            Function<String, @Nullable Path> journalPath,
            InstantSource clock) {
        byte[] random = new byte[BYTES_OF_ID];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        JournalHeader header = JournalHeader.of(
                id, clock.instant().atOffset(ZoneOffset.UTC), account, concurrency, maxRuns, work.written());
        Path path = journalPath.apply(id);
        Journal journal = path == null ? null : Journal.create(path, header);
        Recorder recorder = new Recorder(new BatchState(header.batchItems()), journal);
        List<String> ids = List.copyOf(work.names().keySet());
        for (int from = 0; from < ids.size(); from += NAMES_OF_LINE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + NAMES_OF_LINE));
            recorder.record(new NamesRead(some.stream().collect(Collectors.toMap(name -> name, work.names()::get))));
        }
        return new Batch(header, recorder, journal);
    }

    /**
     * Resumes a batch.
     *
     * @param path its journal
     */
    static Batch resume(Path path) {
        Journal.Opened opened = Journal.open(path);
        BatchState state = new BatchState(opened.header().batchItems());
        opened.changes().forEach(state::apply);
        state.resume();
        return new Batch(opened.header(), new Recorder(state, opened.journal()), opened.journal());
    }

    BatchState state() {
        return recorder.state();
    }

    /** Returns whether there is nothing left to trigger or to follow. */
    boolean isComplete() {
        return state().totals().overall().unfinished() == 0
                && state().items().stream().allMatch(item -> item.stage() == ItemStage.TRIGGERED);
    }

    /**
     * Returns how many runs may still be started: as many fewer as exist, or may exist of an item that is not triggered
     * again. One that is triggered again is counted then.
     *
     * @param maxRuns how many runs the batch and all its resumes may start
     * @param clock the clock
     */
    int runsLeft(int maxRuns, InstantSource clock) {
        RepetitionGuard guard = new RepetitionGuard(state(), clock);
        long left = maxRuns;
        for (int index = 0; index < state().items().size(); index++) {
            ItemState item = state().items().get(index);
            ItemProgress progress = item.progress();
            int known = progress.runs().size();
            boolean mayHaveMore =
                    item.stage() == ItemStage.TRIGGERED ? progress.outcomeUnknown() : guard.refusal(item) != null;
            left -= mayHaveMore ? Math.max(known, header.items().get(index).expectedRuns()) : known;
        }
        return (int) Math.max(0, left);
    }

    /** Returns the time from the start to the orderly end or, if there was none, to now. */
    Duration elapsed(InstantSource clock) {
        OffsetDateTime end = Objects.requireNonNullElseGet(
                state().pausedAt(), () -> clock.instant().atOffset(ZoneOffset.UTC));
        return Duration.between(header.startedAt(), end);
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
