package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.cli.internal.journal.Journal;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records changes, first in the journal and then in the state, so that the state is never ahead of the journal. Not
 * thread-safe.
 */
public final class Recorder {

    private final BatchState state;
    private final @Nullable Journal journal;

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
     * Records a change. The status of a run that has not ended is not written to the journal, since it is polled again
     * anyway.
     *
     * @param change what was done or has become known
     */
    public void record(BatchChange change) {
        if (journal != null && !(change instanceof BatchChange.RunMoved)) {
            journal.append(change);
        }
        state.apply(change);
    }

    /**
     * Records what is about to be done, and returns when that is safe on the disk.
     *
     * @param changes what is about to be done
     */
    public void recordForced(List<? extends BatchChange> changes) {
        if (journal != null) {
            journal.appendForced(changes);
        }
        changes.forEach(state::apply);
    }
}
