package io.github.telnyxreactive.cli.internal.running;

import io.github.telnyxreactive.cli.internal.journal.Journal;
import io.github.telnyxreactive.cli.internal.progress.BatchChange;
import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of what is done and learnt, first in the journal and then in the state, so that the state never knows more
 * than the journal. To be used by one thread at a time.
 */
public final class Recorder {

    private final BatchProgress progress;
    private final @Nullable Journal journal;

    /**
     * Creates a recorder.
     *
     * @param progress the state
     * @param journal the journal, {@code null} for none
     */
    public Recorder(BatchProgress progress, @Nullable Journal journal) {
        this.progress = progress;
        this.journal = journal;
    }

    /**
     * Returns the state.
     *
     * @return what is known
     */
    public BatchProgress progress() {
        return progress;
    }

    /**
     * Takes note of a change. Where runs stand that have not ended is not written down, since it is asked for again anyway.
     *
     * @param change what was done or learnt
     */
    public void record(BatchChange change) {
        if (journal != null && !(change instanceof BatchChange.RunMoved)) {
            journal.append(change);
        }
        progress.apply(change);
    }

    /**
     * Takes note of what is about to be done, and returns when that is safe on the disk.
     *
     * @param changes what is about to be done
     */
    public void recordForced(List<? extends BatchChange> changes) {
        if (journal != null) {
            journal.appendForced(changes);
        }
        changes.forEach(progress::apply);
    }
}
