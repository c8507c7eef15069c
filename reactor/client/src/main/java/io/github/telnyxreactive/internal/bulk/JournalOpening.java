package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.JournalAccount;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.operation.TestRunOperations;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Reads a journal, and makes sure that it is of the account in which the batch is going to run. */
final class JournalOpening {

    private final Exchange exchange;
    private final boolean isSameAccount;
    private final Use use;

    /** What a journal is opened for. */
    enum Use {

        /** To run its batch, or to go on with it. */
        RUN,

        /** To look at it. Nothing is recorded. */
        LOOK,

        /** To record what somebody decides. */
        DECIDE
    }

    /**
     * Prepares to open a journal.
     *
     * @param exchange executes the operations
     * @param isSameAccount whether the user says that another key is of the same account
     * @param use what the journal is opened for
     */
    JournalOpening(Exchange exchange, boolean isSameAccount, Use use) {
        this.exchange = exchange;
        this.isSameAccount = isSameAccount;
        this.use = use;
    }

    /** Emits what the journal of a batch knows, after it has accepted the account. The batch does not go on. */
    Mono<JournalState> read(BatchJournal.Session session) {
        return state(session)
                .flatMap(state -> state.isNew()
                        ? Mono.error(new JournalException(
                                JournalException.Reason.UNREADABLE, "the journal has no batch: name another one"))
                        : accept(session, state));
    }

    private static Mono<JournalState> state(BatchJournal.Session session) {
        return session.entries().collect(JournalState::new, JournalState::apply);
    }

    /** Emits what the journal knows, after it has accepted the account, and after it says that the batch goes on. */
    Mono<JournalState> open(BatchJournal.Session session) {
        return state(session)
                .flatMap(state -> state.isNew()
                        ? begin(session)
                        : accept(session, state)
                                .doOnNext(accepted ->
                                        session.record(new JournalEntry.Resumed(OffsetDateTime.now(ZoneOffset.UTC)))));
    }

    private Mono<JournalState> begin(BatchJournal.Session session) {
        return Mono.fromSupplier(() -> {
            JournalEntry first = new JournalEntry.Opened(
                    JournalEntry.VERSION,
                    exchange.newKey(),
                    OffsetDateTime.now(ZoneOffset.UTC),
                    account(exchange.salt()));
            session.record(first);
            JournalState state = new JournalState();
            state.apply(first);
            return state;
        });
    }

    private JournalAccount account(String salt) {
        return new JournalAccount(exchange.address(), salt, exchange.fingerprint(salt));
    }

    private Mono<JournalState> accept(BatchJournal.Session session, JournalState state) {
        JournalAccount known = state.account();
        JournalAccount present = account(known.salt());
        if (!known.address().equals(present.address())) {
            return Mono.error(new JournalException(
                    JournalException.Reason.OTHER_ACCOUNT,
                    "the batch was started at " + known.address() + ", and not at " + present.address()
                            + (use == Use.RUN
                                    ? ": nothing was triggered; resume it at the same address"
                                    : ": nothing was recorded; use the same address")));
        }
        if (known.fingerprint().equals(present.fingerprint())) {
            return Mono.just(state);
        }
        boolean isUnused = !state.hasBegun() && !state.hasPlan();
        return (isUnused || isSameAccount ? Mono.just(state) : prove(state)).doOnNext(accepted -> {
            if (use != Use.LOOK) {
                session.record(new JournalEntry.AccountAccepted(present));
            }
        });
    }

    /** Another key has to read a run of the batch. In another account, everything would run again. */
    private Mono<JournalState> prove(JournalState state) {
        RunState run = state.readableRun();
        if (run == null) {
            return Mono.error(anotherKey("there is no run yet that shows whether the account is the same"));
        }
        return exchange.execute(TestRunOperations.retrieve(Objects.requireNonNull(run.testId()), run.runId()))
                .map(read -> read.runId().equals(run.runId()))
                .onErrorResume(JournalOpening::isRefusal, refusal -> Mono.just(false))
                .flatMap(isSame -> isSame
                        ? Mono.just(state)
                        : Mono.error(anotherKey("it cannot read the run " + run.runId() + " of the batch")));
    }

    private JournalException anotherKey(String why) {
        return new JournalException(
                JournalException.Reason.OTHER_ACCOUNT,
                "the API key is not the one that the batch was started with, and " + why
                        + (use == Use.RUN
                                ? ": nothing was triggered, since everything would run again in another account; resume it"
                                : ": nothing was recorded, since another account has other runs; do it")
                        + " with a key of its account, or say that this one is");
    }

    /** Any other error says nothing about the account. */
    private static boolean isRefusal(Throwable error) {
        return error instanceof UnauthorizedException
                || error instanceof PermissionDeniedException
                || error instanceof NotFoundException;
    }
}
