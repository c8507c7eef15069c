package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.journal.JournalAccount;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Checks that a batch is resumed in the account in which it was started. In another one, everything would run again, since
 * its idempotency keys are not known there.
 */
final class AccountCheck {

    private static final String ADVICE =
            "resume it with the key of the account that started it, or add --same-account if TELNYX_API_KEY is of that"
                    + " account";

    private AccountCheck() {}

    /** A run that the journal names. */
    private record KnownRun(String testId, String runId) {}

    /**
     * Checks the account. A key other than the one of the journal is accepted if it can read a run that the journal names, or
     * if the user says that it is of the same account.
     *
     * @param batch the batch
     * @param service the service with which to resume it
     * @param sameAccount whether the user says that the key is of the same account
     * @return completes if the batch may be resumed, or else emits an error that says why not
     */
    static Mono<Void> check(Batch batch, Service service, boolean sameAccount) {
        JournalAccount account = batch.header().account();
        if (account != null && !account.baseUrl().equals(service.baseUrl())) {
            return Mono.error(
                    new CommandException("the batch was started at " + account.baseUrl() + ", and TELNYX_BASE_URL"
                            + " is " + service.baseUrl() + ": nothing was triggered; resume it at the same address"));
        }
        if (sameAccount || account != null && service.hasKeyOf(account)) {
            return Mono.empty();
        }
        String why = account == null
                ? "the journal was written by an earlier version, which did not record the account"
                : "the API key is not the one that the batch was started with";
        KnownRun known = knownRun(batch);
        if (known == null) {
            return Mono.error(
                    new CommandException(why + ", and there is no run yet that shows whether the account is the"
                            + " same: nothing was triggered; " + ADVICE));
        }
        return service.client()
                .ai()
                .assistants()
                .tests()
                .runs()
                .retrieve(known.testId(), known.runId())
                .onErrorMap(
                        error -> error instanceof NotFoundException || error instanceof PermissionDeniedException,
                        error -> new CommandException(
                                why + ", and it cannot read the run " + known.runId()
                                        + " of the batch: nothing was triggered; " + ADVICE,
                                error))
                .then();
    }

    private static @Nullable KnownRun knownRun(Batch batch) {
        for (ItemState item : batch.state().items()) {
            for (RunState run : item.progress().runs()) {
                String testId = item.item().kind() == BatchItem.Kind.TEST ? item.name() : run.testId();
                if (testId != null) {
                    return new KnownRun(testId, run.runId());
                }
            }
        }
        return null;
    }
}
