package io.github.telnyxreactive.internal.error;

import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.UnprocessableEntityException;

/** What the service answers if it does not do a request of this kind. */
public final class Refusals {

    private Refusals() {}

    /**
     * Returns whether the service refuses a list, or its filter, or answers with something else. What it contains may be readable nevertheless.
     *
     * @param error the error of the list
     * @return whether asking again is no use
     */
    public static boolean isRefusal(Throwable error) {
        return error instanceof BadRequestException
                || error instanceof UnprocessableEntityException
                || error instanceof NotFoundException
                || error instanceof PermissionDeniedException
                || (error instanceof DecodingException unread && unread.delivery() == Delivery.SETTLED);
    }
}
