package io.github.telnyxreactive.bulk.report;

import java.io.IOException;

/** Thrown if what was read is not a report that this version of the library can read. The message says what to do. */
public final class ReportFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    ReportFormatException(String message) {
        super(message);
    }

    ReportFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
