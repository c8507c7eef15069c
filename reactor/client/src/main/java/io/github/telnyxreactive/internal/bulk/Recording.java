package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.internal.runs.News;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What a batch records in its journal, and what it learns from it. Without a journal, nothing. */
final class Recording {

    /** A clock that was ahead by more than this makes the age of a key uncertain. */
    private static final Duration MAX_CLOCK_STEP = Duration.ofMinutes(10);

    private final BatchJournal.@Nullable Session session;
    private final JournalState state;
    private final @Nullable Scheduler scheduler;

    /**
     * Creates a recording.
     *
     * @param session the journal, {@code null} for none
     * @param state what it knows
     * @param scheduler where the batch goes on when the journal has answered, rather than on the thread that writes it;
     *     {@code null} without a journal
     */
    Recording(BatchJournal.@Nullable Session session, JournalState state, @Nullable Scheduler scheduler) {
        this.session = session;
        this.state = state;
        this.scheduler = scheduler;
    }

    static Recording none() {
        return new Recording(null, new JournalState(), null);
    }

    boolean isOn() {
        return session != null;
    }

    ItemHistory historyOf(ItemId item) {
        return state.of(item);
    }

    JournalState state() {
        return state;
    }

    /** Completes when the journal says that an item is about to be triggered. */
    Mono<Void> begin(ItemId item, @Nullable String testName, String key, int runs) {
        return session == null
                ? Mono.empty()
                : session.begin(new JournalEntry.Begun(item, testName, key, runs, OffsetDateTime.now(ZoneOffset.UTC)))
                        .publishOn(Objects.requireNonNull(scheduler));
    }

    /**
     * Returns how long an item may still be triggered with its key, zero or less if it may not any more, or if the age of the
     * key is not known because a clock was set back.
     */
    Duration leftToTrigger(ItemHistory history) {
        OffsetDateTime begunAt = history.begunAt();
        return begunAt == null ? BatchSubscription.MAX_TRIGGERING : leftOf(begunAt);
    }

    /** Returns for how long a key may still be used, like {@link #leftToTrigger}. */
    Duration leftOf(OffsetDateTime firstUse) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime latest = state.latest();
        if (latest != null && latest.isAfter(now.plus(MAX_CLOCK_STEP))) {
            return Duration.ZERO;
        }
        return Duration.between(now, firstUse.plus(BatchSubscription.MAX_TRIGGERING));
    }

    void news(ItemId item, News news, SuiteTests tests, boolean repeated) {
        if (session == null) {
            return;
        }
        if (news instanceof News.Started started) {
            record(new JournalEntry.Started(
                    item, started.runs().stream().map(RunState::of).toList(), tests.namesOf(started.runs()), repeated));
        } else if (news instanceof News.Ended ended) {
            record(new JournalEntry.Ended(item, RunState.of(ended.run()), tests.nameOf(ended.run())));
        } else if (news instanceof News.Lost lost) {
            record(new JournalEntry.Abandoned(item, lost.lastSeen().runId(), session.describe(lost.reason())));
        } else if (news instanceof News.NotStarted missing) {
            record(new JournalEntry.NotStarted(
                    item, new UnstartedTest(missing.testId(), tests.name(missing.testId()), null)));
        } else if (news instanceof News.Unidentified unidentified) {
            unknown(item, unidentified.error());
        }
    }

    void refused(ItemId item, Throwable reason) {
        if (session != null) {
            session.record(new JournalEntry.Refused(item, session.describe(reason)));
        }
    }

    void unknown(ItemId item, Throwable reason) {
        if (session != null) {
            session.record(new JournalEntry.Unknown(item, session.describe(reason)));
        }
    }

    void completed(ItemId item) {
        record(new JournalEntry.Completed(item));
    }

    private void record(JournalEntry entry) {
        if (session != null) {
            session.record(entry);
        }
    }

    /** Emits an error when nothing more can be recorded. */
    Mono<Void> failure() {
        return session == null ? Mono.never() : session.failure().publishOn(Objects.requireNonNull(scheduler));
    }
}
