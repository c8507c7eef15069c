package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.bulk.PlannedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the journal of a batch says, up to its last complete line. */
final class SavedBatch {

    private final String id;
    private final boolean isFinished;
    private final BatchContent content = new BatchContent();
    private final List<String> planned = new ArrayList<>();
    private Instant startedAt;
    private @Nullable Instant pausedAt;
    private @Nullable String problem;
    private boolean isPlanned;

    private SavedBatch(String id, boolean isFinished, Instant startedAt) {
        this.id = id;
        this.isFinished = isFinished;
        this.startedAt = startedAt;
    }

    /** Reads a journal. What cannot be read is a problem of this batch alone. Blocks. */
    static SavedBatch read(String id, Path journal, boolean isFinished) {
        SavedBatch saved = new SavedBatch(id, isFinished, modified(journal));
        try (JournalReader entries = JournalReader.of(journal)) {
            for (JournalEntry entry = entries.next(); entry != null; entry = entries.next()) {
                saved.apply(entry);
            }
            if (!saved.isPlanned) {
                saved.problem =
                        "It was interrupted while it was recorded, before anything was triggered: start it again.";
            }
        } catch (JournalException e) {
            saved.problem = ProblemText.of(e);
        } catch (IOException | RuntimeException e) {
            saved.problem = "Its journal cannot be read: " + e.getClass().getSimpleName();
        }
        return saved;
    }

    private static Instant modified(Path journal) {
        try {
            return Files.getLastModifiedTime(journal).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private void apply(JournalEntry entry) {
        content.accept(entry);
        if (entry instanceof JournalEntry.Opened opened) {
            startedAt = opened.startedAt().toInstant();
        } else if (entry instanceof JournalEntry.Planned some) {
            some.items().stream().map(PlannedItem::item).forEach(item -> planned.add(item.name()));
        } else if (entry instanceof JournalEntry.PlanComplete plan) {
            // What comes before is of plans that were never completed.
            planned.subList(0, planned.size() - plan.items()).clear();
            isPlanned = true;
        } else if (entry instanceof JournalEntry.Paused paused) {
            pausedAt = paused.at().toInstant();
        }
    }

    BatchHead head() {
        return new BatchHead(id, planned.stream().distinct().toList(), startedAt);
    }

    BatchContent content() {
        return content;
    }

    /** Returns why the batch cannot be resumed, {@code null} if the journal does not say so. */
    @Nullable String problem() {
        return problem;
    }

    /** Returns whether the batch has finished, so that nothing is left to resume. */
    boolean isFinished() {
        return isFinished;
    }

    /** Returns when the batch was last ended in good order. */
    Instant pausedAt() {
        return pausedAt == null ? startedAt : pausedAt;
    }
}
