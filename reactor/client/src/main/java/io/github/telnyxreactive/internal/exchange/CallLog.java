package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.internal.error.ErrorResponses;
import io.github.telnyxreactive.internal.text.SingleLine;
import io.github.telnyxreactive.internal.time.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * The log of the calls, at DEBUG: SLF4J if it is on the class path. It contains names, numbers and ids only: no body, no
 * header with a secret, and no message of an error, which may quote a body.
 */
final class CallLog {

    private static final Logger LOG = Loggers.getLogger("io.github.telnyxreactive.calls");

    private CallLog() {}

    static void responded(String operation, int attempt, int status, Duration after, Headers headers) {
        if (LOG.isDebugEnabled()) {
            String requestId = ErrorResponses.requestId(headers);
            LOG.debug(
                    "{}: attempt {}, status {} after {}{}",
                    operation,
                    attempt,
                    status,
                    text(after),
                    requestId == null ? "" : ", request id " + SingleLine.of(requestId));
        }
    }

    static void failed(String operation, int attempt, Duration after, Throwable failure) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: attempt {} failed after {}: {}", operation, attempt, text(after), reason(failure));
        }
    }

    static void retries(String operation, Throwable failure, Duration wait) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: another attempt in {}, because of {}", operation, text(wait), reason(failure));
        }
    }

    static void pauses(String operation, Duration wait) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: status 429, no requests for {}", operation, text(wait));
        }
    }

    static void page(String operation, int number) {
        LOG.debug("{}: page {}", operation, number);
    }

    static void kept(String operation, String field) {
        LOG.warn(
                "{}: the field {} cannot be read as its type, and is kept as it came; said once",
                operation,
                SingleLine.of(field));
    }

    static void budgetIsEmpty() {
        LOG.warn("failed calls are not repeated for now, since the retry budget is empty: is the service available?");
    }

    private static String text(Duration duration) {
        return DurationText.of(duration.truncatedTo(ChronoUnit.MILLIS));
    }

    private static String reason(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        if (!(failure instanceof TelnyxException known)) {
            return name;
        }
        Integer status = known.status();
        @Nullable Throwable cause = known.getCause();
        return name
                + (status == null ? "" : ", status " + status)
                + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")")
                + (known.isOutcomeKnown() ? "" : ", outcome unknown");
    }
}
