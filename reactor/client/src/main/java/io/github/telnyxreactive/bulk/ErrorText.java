package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.error.TelnyxException;

/** Describes errors. */
final class ErrorText {

    private ErrorText() {}

    /** Returns the message of an error of this library, otherwise the class as well. */
    static String of(Throwable error) {
        boolean isOfLibrary = error instanceof TelnyxException
                || error instanceof ItemRefusedException
                || error instanceof TriggerExpiredException
                || error instanceof JournalException
                || error instanceof PossiblyDoubledException;
        String message = isOfLibrary ? error.getMessage() : null;
        return message == null ? error.toString() : message;
    }
}
