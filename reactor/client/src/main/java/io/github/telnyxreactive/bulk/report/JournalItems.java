package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.bulk.PlannedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The items of a journal, each of which is read when it is requested.
 *
 * @param path the path of the file
 * @param opened the first entry of the file
 * @param index where the file has what
 * @param notBegun why an item was not triggered if nothing in the journal says so
 */
record JournalItems(Path path, JournalEntry.Opened opened, JournalIndex index, String notBegun)
        implements Iterable<ReportedItem> {

    @Override
    public Iterator<ReportedItem> iterator() {
        return new Reading();
    }

    /**
     * Reads the items with a reader of its own, which is closed after the last one or an error. If an iterator is abandoned, the
     * JDK closes the file of the reader when it is no longer reachable.
     */
    private final class Reading implements Iterator<ReportedItem> {

        private final JournalReader reader = JournalReader.of(path);
        private int next;
        private List<PlannedItem> planned = List.of();
        private long plannedAt = -1;

        @Override
        public boolean hasNext() {
            return next < index.items();
        }

        @Override
        public ReportedItem next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            boolean isRead = false;
            try {
                ReportedItem item = read(next);
                next++;
                isRead = true;
                return item;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JournalException e) {
                throw new UncheckedIOException(new IOException(e.getMessage(), e));
            } finally {
                if (!isRead || !hasNext()) {
                    close();
                }
            }
        }

        private void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private ReportedItem read(int number) throws IOException {
            if (number == 0 && !opened.equals(entry(0))) {
                throw changed();
            }
            PlannedItem plan = index.isPlanned(number) ? planned(number) : null;
            RecordedItem item = plan == null ? unplanned(number) : new RecordedItem(plan);
            boolean isNamed = plan != null && plan.item().kind() == BatchItem.Kind.TEST && plan.testName() != null;
            boolean isShort = isNamed && index.isOneEndedRun(number);
            long session = index.session(number);
            for (int entry = index.first(number); entry < index.end(number); entry++) {
                EntryKind kind = index.kind(entry);
                long position = index.position(entry);
                boolean isPresent = position >= session;
                if (kind == EntryKind.COMPLETED) {
                    item.completed();
                } else if (kind == EntryKind.BEGUN && isNamed) {
                    item.begunAsPlanned();
                } else if ((isPresent || !kind.isForgotten()) && !(isShort && kind == EntryKind.STARTED_ONE)) {
                    JournalEntry content = entry(position);
                    if (!item.isAbout(content)) {
                        throw changed();
                    }
                    item.apply(content, isPresent);
                }
            }
            return item.report(notBegun);
        }

        private PlannedItem planned(int number) throws IOException {
            long position = index.planPosition(number);
            if (position != plannedAt) {
                planned = entry(position) instanceof JournalEntry.Planned some ? some.items() : List.of();
                plannedAt = position;
            }
            if (index.planSlot(number) >= planned.size()) {
                throw changed();
            }
            return planned.get(index.planSlot(number));
        }

        private RecordedItem unplanned(int number) throws IOException {
            EntryKind.Subject subject = EntryKind.subject(entry(index.position(index.first(number))));
            if (subject == null) {
                throw changed();
            }
            return new RecordedItem(subject.item().whole());
        }

        private JournalEntry entry(long position) throws IOException {
            reader.seek(position);
            JournalEntry entry = reader.next();
            if (entry == null) {
                throw changed();
            }
            return entry;
        }

        private IOException changed() {
            return new IOException("the journal " + path + " is another one than before: read it again");
        }
    }
}
