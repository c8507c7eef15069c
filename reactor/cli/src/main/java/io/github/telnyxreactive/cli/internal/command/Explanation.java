package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PossiblyDoubledException;
import io.github.telnyxreactive.bulk.ResolutionException;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnauthorizedException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains errors in one line, in terms of the command line, with what the user can do. */
public final class Explanation {

    /** The prefix that Netty's native transport puts before the reason. */
    private static final Pattern SYSTEM_CALL = Pattern.compile("^\\w+\\(\\.\\.\\) failed with error\\(-?\\d+\\): ");

    /** The limiter of the client is an option here, and the number of attempts is none. */
    private static final Pattern RATE_ADVICE = Pattern.compile("Lower the rate of the client's limiter[^.]*\\.");

    private Explanation() {}

    /**
     * Explains an error.
     *
     * @param failure the error
     * @return one line
     */
    public static String of(Throwable failure) {
        return Text.oneLine(text(failure));
    }

    private static String text(Throwable failure) {
        if (failure instanceof JournalException journal && journal.reason() == JournalException.Reason.OTHER_ACCOUNT) {
            return journal.getMessage() + " (--same-account)";
        }
        if (failure instanceof UnauthorizedException) {
            return "the API key was rejected (status 401); set TELNYX_API_KEY to a valid key of your account";
        }
        if (failure instanceof PermissionDeniedException) {
            return "the API key has no permission for this (status 403); use the key of a user who may run tests";
        }
        if (failure instanceof NotFoundException) {
            return "no such suite, test, assistant or version (status 404); check the names and ids, and that the API key "
                    + "belongs to the same account";
        }
        if (failure instanceof PollingDeadlineException) {
            return "the deadline has passed; runs that were started continue, but are no longer followed: allow more time "
                    + "with --deadline";
        }
        if (failure instanceof DeadlineExceededException && failure.getCause() instanceof TelnyxException last) {
            return "did not complete within the deadline; last attempt: " + text(last);
        }
        if (failure instanceof TransportException transport && transport.delivery() == Delivery.NOT_SENT) {
            return unsent(transport);
        }
        String other = other(failure);
        return failure instanceof RateLimitException
                ? RATE_ADVICE.matcher(other).replaceFirst("Lower the rate with --rate.")
                : other;
    }

    private static String unsent(TransportException failure) {
        if (isCausedBy(failure, CertificateException.class) || isCausedBy(failure, CertPathBuilderException.class)) {
            return "the server's certificate is not trusted (" + rootReason(failure)
                    + "); check TELNYX_BASE_URL, or specify a trust store that contains the certificate: "
                    + "java -Djavax.net.ssl.trustStore=FILE -jar ...";
        }
        if (failure.isPermanent()) {
            return other(failure);
        }
        return "the service cannot be reached (" + reason(Objects.requireNonNullElse(failure.getCause(), failure))
                + "); check TELNYX_BASE_URL and the network";
    }

    private static String rootReason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return reason(root);
    }

    private static String reason(Throwable failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return SYSTEM_CALL.matcher(message).replaceFirst("").strip();
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String other(Throwable failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        boolean known = failure instanceof TelnyxException
                || failure instanceof CommandException
                || failure instanceof JournalException
                || failure instanceof ItemRefusedException
                || failure instanceof TriggerExpiredException
                || failure instanceof PossiblyDoubledException
                || failure instanceof ResolutionException;
        return known ? message : failure.getClass().getSimpleName() + ": " + message;
    }
}
