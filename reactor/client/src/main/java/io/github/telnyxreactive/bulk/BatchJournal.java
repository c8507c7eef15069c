package io.github.telnyxreactive.bulk;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps what a batch does, so that the batch can be resumed however it ended: what is about to be triggered is durable before
 * it is sent, and outcomes follow as they come. A {@link TestBatch} that runs with a journal uses it; {@link FileJournal} keeps
 * it in a file. An implementation may serve many processes: {@link Session#begin} is where a process claims an item.
 *
 * <p>Nothing happens before subscription. Errors are of type {@link JournalException}.
 */
public interface BatchJournal {

    /**
     * Opens the journal for one writer.
     *
     * @return the session; an error if somebody else has it open, or if it cannot be read
     */
    Mono<Session> open();

    /**
     * Opens the journal for one writer, if there is one already, to look at it or to decide about it. By default like
     * {@link #open}, for a journal that creates nothing before an entry is recorded.
     *
     * @return the session; an error if there is no journal, and otherwise like {@link #open}
     */
    default Mono<Session> openExisting() {
        return open();
    }

    /** The journal while it is open. */
    interface Session {

        /**
         * Reads what was recorded before the journal was opened.
         *
         * @return the entries in their order, none for a new batch; can be subscribed to several times
         */
        Flux<JournalEntry> entries();

        /**
         * Records that an item is about to be triggered, and claims it.
         *
         * @param entry the entry
         * @return completes when the entry is durable: it survives a crash of the process and of the machine
         */
        Mono<Void> begin(JournalEntry.Begun entry);

        /**
         * Records an entry. Entries become durable in the order in which this is called, and before the entry of a later
         * {@link #begin} does. Does not block.
         *
         * @param entry the entry
         */
        void record(JournalEntry entry);

        /**
         * Describes an error in one line, for an entry.
         *
         * @param error why something was not triggered, is not known, or is no longer followed
         * @return the message of an error of this library, otherwise the class as well
         */
        default String describe(Throwable error) {
            return ErrorText.of(error);
        }

        /**
         * Returns a signal that the journal cannot be written any more.
         *
         * @return never completes; an error when writing has failed
         */
        Mono<Void> failure();

        /**
         * Makes everything durable that was recorded, and closes the journal.
         *
         * @return completes when it is closed
         */
        Mono<Void> close();
    }
}
