package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.error.ApiException;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnauthorizedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a response could not be had or read. The description has no text of the service, which might be personal.
 *
 * @param kind the kind of the failure
 * @param status the HTTP status, {@code null} if there was no response
 * @param codes the codes of the errors in the response
 * @param isSent whether the request may have been sent
 * @param error the error itself
 */
record Failure(Kind kind, @Nullable Integer status, List<String> codes, boolean isSent, Throwable error) {

    private static final String CODE = "\\d{5}";

    /** What has gone wrong. */
    enum Kind {
        KEY_REJECTED("the key is not accepted"),
        NO_PERMISSION("the key has no permission"),
        NOT_FOUND("not found"),
        STATUS("an error"),
        UNREADABLE("the body is empty or not JSON"),
        DNS("the host is not known"),
        REFUSED("the connection was refused"),
        CERTIFICATE("the certificate is not trusted"),
        TLS("no secure connection"),
        TIMEOUT("no response in time"),
        CLOSED("the connection was closed before the end of the response"),
        OTHER("an unexpected error");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns what has gone wrong, in a few words. */
        String words() {
            return words;
        }
    }

    static Failure of(Throwable error) {
        Integer status = error instanceof TelnyxException known ? known.status() : null;
        List<String> codes = error instanceof ApiException api
                ? api.errors().stream()
                        .map(one -> String.valueOf(one.code()))
                        .filter(code -> code.matches(CODE))
                        .distinct()
                        .toList()
                : List.of();
        boolean isSent = !(error instanceof TelnyxException known) || known.delivery() != Delivery.NOT_SENT;
        return new Failure(kind(error), status, codes, isSent, error);
    }

    private static Kind kind(Throwable error) {
        if (error instanceof UnauthorizedException) {
            return Kind.KEY_REJECTED;
        }
        if (error instanceof PermissionDeniedException) {
            return Kind.NO_PERMISSION;
        }
        if (error instanceof NotFoundException) {
            return Kind.NOT_FOUND;
        }
        if (error instanceof ApiException) {
            return Kind.STATUS;
        }
        if (error instanceof DecodingException) {
            return Kind.UNREADABLE;
        }
        if (error instanceof DeadlineExceededException && error.getCause() != null) {
            return kind(error.getCause());
        }
        return connection(error);
    }

    private static Kind connection(Throwable error) {
        if (isCausedBy(error, CertificateException.class) || isCausedBy(error, CertPathBuilderException.class)) {
            return Kind.CERTIFICATE;
        }
        if (isCausedBy(error, SSLException.class)) {
            return Kind.TLS;
        }
        if (isCausedBy(error, UnknownHostException.class)) {
            return Kind.DNS;
        }
        if (error instanceof ResponseTimeoutException
                || error instanceof DeadlineExceededException
                || isTimeout(error)) {
            return Kind.TIMEOUT;
        }
        if (isCausedBy(error, ConnectException.class)) {
            return Kind.REFUSED;
        }
        return error instanceof TransportException ? Kind.CLOSED : Kind.OTHER;
    }

    /** The exception of Netty for a connection that takes too long is a kind of one that was refused. */
    private static boolean isTimeout(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("Timeout")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCausedBy(Throwable error, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what has gone wrong, in a few words. */
    String description() {
        String more = codes.isEmpty() ? "" : ", code " + codes.stream().collect(Collectors.joining(", "));
        return status == null ? kind.words : kind.words + " (status " + status + more + ")";
    }
}
