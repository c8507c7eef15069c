package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.json.UnreadableElementsException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Exception.HeaderListSizeException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.PrematureCloseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;

/** Translates the exceptions of Netty, Reactor Netty and Jackson into those of the client. */
final class Failures {

    private Failures() {}

    static TelnyxException of(
            Throwable failure, Attempt<?> attempt, Duration responseTimeout, Connections connections) {
        FailedCall call = attempt.failedCall();
        String description = connections.excerpt().of(describe(failure));
        if (failure instanceof TimeoutException || failure instanceof RateLimiterRejectedException) {
            return noConnection(failure, call, description, connections);
        }
        if (failure instanceof TelnyxException known) {
            return known;
        }
        if (attempt.isUnprocessed()) {
            return TransportException.notSent(
                    call, "the server has not processed the request (" + description + ")", failure);
        }
        return attempt.isSent()
                ? sent(failure, call, responseTimeout, description)
                : notSent(failure, call, description);
    }

    /**
     * Creates the exception for a successful response that cannot be read. It has no cause, which might quote the
     * response, and would keep the parser in memory.
     */
    static DecodingException unreadable(RuntimeException failure, FailedCall call, Excerpt excerpt) {
        String reason = excerpt.of(
                failure instanceof JacksonException json
                        ? json.getOriginalMessage()
                        : String.valueOf(failure.getMessage()));
        // A number out of range is one of them, but JSON.
        return failure instanceof StreamReadException && !(failure instanceof InputCoercionException)
                ? DecodingException.malformed(call, "the response is not JSON (" + reason + ")")
                : DecodingException.unexpected(call, "the response is not of the expected type (" + reason + ")");
    }

    /** Creates the exception for a list of which some elements cannot be read. */
    static DecodingException unreadable(UnreadableElementsException failure, FailedCall call, Excerpt excerpt) {
        int count = failure.elements().size();
        String which =
                count == 1 ? "an element of the list cannot be read" : count + " elements of the list cannot be read";
        return DecodingException.elements(
                call,
                which + " (" + excerpt.of(String.valueOf(failure.getMessage())) + ")",
                failure.value(),
                failure.elements());
    }

    private static TelnyxException notSent(Throwable failure, FailedCall call, String description) {
        if (causedBy(failure, CertificateException.class)
                || causedBy(failure, CertPathBuilderException.class)
                || causedBy(failure, SSLPeerUnverifiedException.class)) {
            return TransportException.permanent(
                    call,
                    "the server's certificate is not trusted (" + description + ")",
                    "Check the base URL, and which certificates the client trusts.",
                    failure);
        }
        if (causedBy(failure, NotSslRecordException.class)) {
            return TransportException.permanent(
                    call,
                    "the server does not speak TLS",
                    "Check whether the base URL should begin with http.",
                    failure);
        }
        return TransportException.notSent(call, reason(failure, description), failure);
    }

    private static TransportException noConnection(
            Throwable failure, FailedCall call, String description, Connections connections) {
        String reason = failure instanceof RateLimiterRejectedException rejection
                ? "no connection of the pool is free, and " + rejection.capacity() + " requests wait for one already"
                : "no connection of the pool became available in time (" + description + ")";
        int stalled = connections.stalled().get();
        if (stalled == 0) {
            return TransportException.notSent(
                    call, reason, "Make fewer calls at a time, or allow more connections (maxConnections).", failure);
        }
        return TransportException.notSent(
                call,
                reason + "; " + stalled + " of at most " + connections.maxConnections()
                        + " are held by lists of which nothing more is requested",
                "Allow more connections than there are such lists (maxConnections), or more of each list to be held "
                        + "unread (maxUnreadBytes).",
                failure);
    }

    private static String reason(Throwable failure, String description) {
        if (causedBy(failure, UnknownHostException.class)) {
            return "the host was not found (" + description + ")";
        }
        if (failure instanceof ConnectTimeoutException) {
            return "the connection attempt timed out (" + description + ")";
        }
        if (causedBy(failure, ConnectException.class)) {
            return "the connection was refused (" + description + ")";
        }
        return "no connection could be established (" + description + ")";
    }

    private static TelnyxException sent(
            Throwable failure, FailedCall call, Duration responseTimeout, String description) {
        if (failure instanceof ReadTimeoutException) {
            return new ResponseTimeoutException(call, responseTimeout, failure);
        }
        if (failure instanceof PrematureCloseException || failure instanceof PrematureChannelClosureException) {
            return TransportException.lost(call, "the connection was closed before the response was complete", failure);
        }
        if (failure instanceof InflationException) {
            return TransportException.lost(
                    call, "the response cannot be decompressed (" + failure.getMessage() + ")", failure);
        }
        if (isTooLongHead(failure)) {
            return TransportException.lost(
                    call,
                    "the head of a response is longer than maxHeaderSize(..) allows (" + description + ")",
                    failure);
        }
        if (failure instanceof DecoderException || failure instanceof IllegalArgumentException) {
            return TransportException.lost(call, "the response is not HTTP (" + description + ")", failure);
        }
        return TransportException.lost(call, "the connection was lost (" + description + ")", failure);
    }

    private static boolean isTooLongHead(Throwable failure) {
        return failure instanceof TooLongFrameException
                || failure instanceof HeaderListSizeException
                // Far too long a head is an error of the whole connection, which Netty tells by its text only.
                || failure instanceof Http2Exception
                        && String.valueOf(failure.getMessage()).startsWith("Header size exceeded");
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        @Nullable Throwable current = failure;
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (type.isInstance(current)) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
