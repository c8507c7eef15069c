package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PossiblyDoubledException;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnprocessableEntityException;

/** Tells errors that may be gone the next time from those that come again until somebody corrects something. */
public final class Prospects {

    private Prospects() {}

    /**
     * Returns whether the same may succeed later without any other change.
     *
     * @param failure the error
     * @return false only if it is known to come again
     */
    public static boolean canGetBetter(Throwable failure) {
        if (failure instanceof DeadlineExceededException && failure.getCause() != null) {
            return canGetBetter(failure.getCause());
        }
        if (failure instanceof JournalException journal) {
            return journal.reason() == JournalException.Reason.UNWRITABLE
                    || journal.reason() == JournalException.Reason.IN_USE;
        }
        return !(failure instanceof BadRequestException
                || failure instanceof UnauthorizedException
                || failure instanceof PermissionDeniedException
                || failure instanceof NotFoundException
                || failure instanceof UnprocessableEntityException
                // Of an invalid request, for example.
                || failure instanceof IllegalArgumentException
                || failure instanceof CommandException
                || failure instanceof PossiblyDoubledException
                || failure instanceof TriggerExpiredException
                || failure instanceof TransportException transport && transport.isPermanent());
    }
}
