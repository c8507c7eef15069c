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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads a journal, and makes sure that it is of the account in which the batch is going to run. */
final class JournalOpening {

    private final Exchange exchange;
    private final boolean isSameAccount;

    /**
     * Creates an opening.
     *
     * @param exchange executes the operations
     * @param isSameAccount whether the user says that another key is of the same account
     */
    JournalOpening(Exchange exchange, boolean isSameAccount) {
        this.exchange = exchange;
        this.isSameAccount = isSameAccount;
    }

    /** Emits what the journal knows, after it has accepted the account, and after it says that the batch goes on. */
    Mono<JournalState> open(BatchJournal.Session session) {
        return session.entries()
                .collect(JournalState::new, JournalState::apply)
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
            return Mono.error(new JournalException("the journal is of a batch at " + known.address() + ", and not at "
                    + present.address() + ": resume it with a client for that address"));
        }
        if (known.fingerprint().equals(present.fingerprint()) || !state.hasBegun()) {
            return Mono.just(state);
        }
        Mono<Boolean> isSame = isSameAccount ? Mono.just(true) : canRead(state.readableRun());
        return isSame.flatMap(same -> {
            if (!same) {
                return Mono.error(new JournalException(
                        "the journal is of a batch that was run with another API key, and this key cannot read its runs:"
                                + " in another account, everything would run again; use a key of that account, or say that it"
                                + " is the same"));
            }
            session.record(new JournalEntry.AccountAccepted(present));
            return Mono.just(state);
        });
    }

    private Mono<Boolean> canRead(@Nullable RunState run) {
        return run == null
                ? Mono.just(false)
                : exchange.execute(TestRunOperations.retrieve(Objects.requireNonNull(run.testId()), run.runId()))
                        .map(read -> read.runId().equals(run.runId()))
                        .onErrorResume(JournalOpening::isRefusal, refusal -> Mono.just(false));
    }

    /** Any other error says nothing about the account. */
    private static boolean isRefusal(Throwable error) {
        return error instanceof UnauthorizedException
                || error instanceof PermissionDeniedException
                || error instanceof NotFoundException;
    }
}
