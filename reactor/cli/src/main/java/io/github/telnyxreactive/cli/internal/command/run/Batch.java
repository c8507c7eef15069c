package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.journal.Journal;
import io.github.telnyxreactive.cli.internal.journal.JournalAccount;
import io.github.telnyxreactive.cli.internal.journal.JournalHeader;
import io.github.telnyxreactive.cli.internal.running.Recorder;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
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
     * @param maxRuns how many runs it and all its resumes may start, {@code null} for no limit
     * @param journalPath returns the path of the journal for the id of the batch, {@code null} for no journal
     * @param clock the clock
     */
    static Batch begin(
            Work work,
            JournalAccount account,
            @Nullable Integer maxRuns,
            Function<String, @Nullable Path> journalPath,
            InstantSource clock) {
        byte[] random = new byte[BYTES_OF_ID];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        JournalHeader header =
                JournalHeader.of(id, clock.instant().atOffset(ZoneOffset.UTC), account, maxRuns, work.items());
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
     * Returns how many runs may still be started. An item of which it is not known whether it was triggered, and that is not
     * going to be triggered again, counts as one run.
     *
     * @param maxRuns how many runs the batch and all its resumes may start
     */
    int runsLeft(int maxRuns) {
        long unknown = state().items().stream()
                .filter(item -> item.stage() == ItemStage.UNKNOWN || item.isTriggeredEarlier())
                .count();
        return (int) Math.max(0, maxRuns - state().totals().overall().runs() - unknown);
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
