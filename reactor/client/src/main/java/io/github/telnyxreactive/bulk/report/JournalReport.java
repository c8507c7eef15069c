package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.bulk.PassRequirement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a batch, read from its {@link io.github.telnyxreactive.bulk.FileJournal}, however the batch has ended.
 *
 * <pre>{@code
 * JournalReport journal = JournalReport.read(Path.of("batch.jsonl"));
 * BatchReport report = journal.report(!journal.isComplete(), "it was not triggered before the batch was interrupted");
 * JUnitReport.write(report, Path.of("report.xml"));
 * }</pre>
 *
 * <p>It is what the journal said when it was read: what is recorded later is not seen. It keeps 12 bytes for each item and 8
 * for each entry, which say where the file has what. Everything else is read again from the file whenever a report iterates over
 * its items, one item at a time.
 *
 * <p>What is not known is called unknown. An item that was about to be triggered, and of which nothing was recorded afterwards,
 * has the outcome {@link ItemOutcome#UNKNOWN}. A suite that was not completed has a problem if there may be runs that are not
 * known. What a resumed batch finds out anew replaces what was found out before: why something was not triggered, whether runs
 * exist, which tests have no run, and which runs were abandoned.
 *
 * <p>Names of tests are those that were recorded. The last status of a run that has not ended is the one in which it was first
 * seen, since others are not recorded.
 *
 * <p>Thread-safe. Reading blocks the calling thread.
 */
public final class JournalReport {

    private final Path path;
    private final JournalEntry.Opened opened;
    private final JournalEntry.@Nullable PlanComplete plan;
    private final Duration elapsed;
    private final boolean isOfGate;
    private final JournalIndex index;

    private JournalReport(Path path, JournalEntry.Opened opened, JournalScan scan) {
        this.path = path;
        this.opened = opened;
        this.plan = scan.plan();
        this.elapsed = scan.time().total();
        this.isOfGate = scan.isOfGate();
        this.index = scan.index();
    }

    /**
     * Reads a journal up to its end or an incomplete last line. This works also while a batch writes it.
     *
     * @param journal the path of the file
     * @return the reports of its batch
     * @throws IOException if the file cannot be read
     * @throws JournalException if it is empty or no journal, or of a version that this library does not know
     */
    public static JournalReport read(Path journal) throws IOException {
        JournalScan scan = new JournalScan();
        try (JournalReader reader = JournalReader.of(journal)) {
            scan.read(reader);
        }
        JournalEntry.Opened opened = scan.opened();
        if (opened == null) {
            throw new JournalException(
                    JournalException.Reason.UNREADABLE,
                    journal + " does not say which batch it is of: name another file, or run the batch first");
        }
        return new JournalReport(journal, opened, scan);
    }

    /**
     * Returns the name of the batch, the {@linkplain BatchReport#batchId() id} in its reports.
     *
     * @return the name
     */
    public String batch() {
        return opened.batch();
    }

    /**
     * Returns whether the batch is of a {@linkplain io.github.telnyxreactive.gate.ReleaseGate release gate}, which alone can go
     * on with it.
     *
     * @return whether its runs are those of a gate
     */
    public boolean isOfGate() {
        return isOfGate;
    }

    /**
     * Returns the account in which the batch runs, by the address of the service.
     *
     * @return the base URL of the service
     */
    public String address() {
        return opened.account().address();
    }

    /**
     * Returns when the batch was started.
     *
     * @return the time, by the clock of the computer that started it
     */
    public OffsetDateTime startedAt() {
        return opened.startedAt();
    }

    /**
     * Returns how long the batch was worked on: the sum of the times from the start or the resumption of the batch to its end
     * in good order, or, if the process was killed, to the last time at which something was about to be triggered.
     *
     * @return the sum, at least zero
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Returns whether the journal has the whole plan of the batch. Without it, only items that were begun or refused are known.
     *
     * @return whether there is a complete plan
     */
    public boolean hasPlan() {
        return plan != null;
    }

    /**
     * Returns the number of items: those of the plan, and others that were begun or refused.
     *
     * @return the number
     */
    public int items() {
        return index.items();
    }

    /**
     * Returns whether nothing is left to do: all runs of all items are known and have ended. This says nothing of items that
     * are in no plan and were neither begun nor refused.
     *
     * @return whether there are items, and each is completed
     */
    public boolean isComplete() {
        return index.isCompleted();
    }

    /**
     * Returns how many runs may be under way at the same time.
     *
     * @return the limit that was planned, {@code null} without a complete plan
     */
    public @Nullable Integer maxConcurrentRuns() {
        return plan == null ? null : plan.maxConcurrentRuns();
    }

    /**
     * Returns how many runs the batch may start in total.
     *
     * @return the limit that was planned, {@code null} without a limit or a complete plan
     */
    public @Nullable Integer maxRuns() {
        return plan == null ? null : plan.maxRuns();
    }

    /**
     * Returns what the batch has to reach.
     *
     * @return the requirement that was planned; without one or a complete plan, that every run passes
     */
    public PassRequirement requirement() {
        return plan == null ? PassRequirement.EVERY_RUN : plan.requirement();
    }

    /**
     * Creates a report with all items: those of the plan in its order, then others in the order in which they were begun or
     * refused.
     *
     * <p>Each iteration opens the file anew, and closes it after the last item or an error. If an iterator is abandoned, the
     * file is closed when the iterator is garbage collected. An iterator throws an {@link java.io.UncheckedIOException} if the
     * file cannot be read any more, or is no longer the same.
     *
     * @param interrupted whether the batch was interrupted
     * @param notBegun why an item was not triggered of which the journal says nothing, in one line
     * @return the report
     */
    public BatchReport report(boolean interrupted, String notBegun) {
        JournalItems items = new JournalItems(path, opened, index, Objects.requireNonNull(notBegun, "notBegun"));
        return BatchReport.builder(batch(), startedAt(), elapsed, items)
                .interrupted(interrupted)
                .requirement(requirement())
                .build();
    }
}
