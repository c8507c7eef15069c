package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.error.TelnyxException;

/** Describes errors to readers. The messages of the library contain no secrets; those of other errors might. */
final class ProblemText {

    private ProblemText() {}

    static String of(Throwable error) {
        boolean isOfLibrary = error instanceof TelnyxException
                || error instanceof ItemRefusedException
                || error instanceof TriggerExpiredException
                || error instanceof JournalException;
        String message = isOfLibrary ? error.getMessage() : null;
        return message == null ? "An error in this service; its log has the details." : message;
    }
}
