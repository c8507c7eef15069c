package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.cli.internal.journal.Journal;
import io.github.telnyxreactive.cli.internal.journal.JournalException;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records changes, first in the journal and then in the state, so that the state is never ahead of the journal. Once the
 * journal could not be written, it is left as it is, since its end may be incomplete, and changes are recorded in the state
 * alone. Not thread-safe.
 */
public final class Recorder {

    private final BatchState state;
    private final @Nullable Journal journal;
    private @Nullable JournalException failure;

    /**
     * Creates a recorder.
     *
     * @param state the state
     * @param journal the journal, {@code null} for none
     */
    public Recorder(BatchState state, @Nullable Journal journal) {
        this.state = state;
        this.journal = journal;
    }

    /**
     * Returns the state.
     *
     * @return the state of the batch
     */
    public BatchState state() {
        return state;
    }

    /**
     * Returns why the journal could not be written.
     *
     * @return the first error, {@code null} if there was none
     */
    public @Nullable JournalException failure() {
        return failure;
    }

    /**
     * Records a change. The status of a run that has not ended is not written to the journal, since it is polled again
     * anyway.
     *
     * @param change what was done or has become known
     */
    public void record(BatchChange change) {
        if (!(change instanceof BatchChange.RunMoved)) {
            write(written -> written.append(change));
        }
        state.apply(change);
    }

    /**
     * Records what is about to be done, and returns when that is safe on the disk.
     *
     * @param changes what is about to be done
     * @return whether it may be done; if the journal could not be written, nothing was recorded
     */
    public boolean recordForced(List<? extends BatchChange> changes) {
        write(written -> written.appendForced(changes));
        if (failure == null) {
            changes.forEach(state::apply);
        }
        return failure == null;
    }

    private void write(Consumer<Journal> step) {
        if (journal == null || failure != null) {
            return;
        }
        try {
            step.accept(journal);
        } catch (JournalException e) {
            failure = e;
        }
    }
}
