package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.cli.internal.journal.JournalException;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnauthorizedException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in one line what went wrong and what the user can do, in the terms of the command line. */
public final class Explanation {

    /** What Netty's native transport puts before the reason. */
    private static final Pattern SYSTEM_CALL = Pattern.compile("^\\w+\\(\\.\\.\\) failed with error\\(-?\\d+\\): ");

    private Explanation() {}

    /** Explains why something could not be done. */
    public static String of(Throwable failure) {
        return Text.oneLine(text(failure));
    }

    private static String text(Throwable failure) {
        if (failure instanceof UnauthorizedException) {
            return "the API key was not accepted (status 401); set TELNYX_API_KEY to a valid key of your account";
        }
        if (failure instanceof PermissionDeniedException) {
            return "the API key does not permit this (status 403); use the key of a user who may run tests";
        }
        if (failure instanceof NotFoundException) {
            return "there is no such suite, test, assistant or version (status 404); check the names and ids, and that "
                    + "the key belongs to the account that has them";
        }
        if (failure instanceof PollingDeadlineException) {
            return "the deadline has passed; what was started goes on, but is not followed any longer: allow more time "
                    + "with --deadline, or go on with --resume";
        }
        if (failure instanceof DeadlineExceededException && failure.getCause() instanceof TelnyxException last) {
            return "it could not be done within the deadline; the last attempt: " + text(last);
        }
        if (failure instanceof TransportException transport && transport.delivery() == Delivery.NOT_SENT) {
            return unsent(transport);
        }
        return other(failure);
    }

    private static String unsent(TransportException failure) {
        if (isCausedBy(failure, CertificateException.class) || isCausedBy(failure, CertPathBuilderException.class)) {
            return "the server's certificate is not trusted (" + rootReason(failure)
                    + "); check TELNYX_BASE_URL, or name a trust store that has the certificate: java -Djavax.net.ssl.trustStore=FILE -jar ...";
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
                || failure instanceof JournalException;
        return known ? message : failure.getClass().getSimpleName() + ": " + message;
    }
}
