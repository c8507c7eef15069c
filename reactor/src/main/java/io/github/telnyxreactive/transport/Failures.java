package io.github.telnyxreactive.transport;

import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
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

/** Turns what Netty and Reactor Netty emit into the exceptions of the client. */
final class Failures {

    private Failures() {}

    static TelnyxException of(Throwable failure, Attempt attempt, Duration responseTimeout) {
        if (failure instanceof TelnyxException known) {
            return known;
        }
        FailedCall call = attempt.failedCall();
        return attempt.isSending() ? sent(failure, call, responseTimeout) : notSent(failure, call);
    }

    private static TelnyxException notSent(Throwable failure, FailedCall call) {
        if (causedBy(failure, CertificateException.class)
                || causedBy(failure, CertPathBuilderException.class)
                || causedBy(failure, SSLPeerUnverifiedException.class)) {
            return TransportException.lasting(
                    call,
                    "the server's certificate is not trusted (" + describe(failure) + ")",
                    "Check the base URL, and which certificates the client trusts.",
                    failure);
        }
        if (causedBy(failure, NotSslRecordException.class)) {
            return TransportException.lasting(
                    call,
                    "the server does not speak TLS",
                    "Check whether the base URL should begin with http.",
                    failure);
        }
        return TransportException.notSent(call, reason(failure), failure);
    }

    private static String reason(Throwable failure) {
        if (causedBy(failure, UnknownHostException.class)) {
            return "the host was not found (" + describe(failure) + ")";
        }
        if (failure instanceof ConnectTimeoutException) {
            return "connecting took too long (" + describe(failure) + ")";
        }
        if (causedBy(failure, ConnectException.class)) {
            return "the connection was refused (" + describe(failure) + ")";
        }
        if (failure instanceof TimeoutException) {
            return "no connection became free in time (" + describe(failure) + ")";
        }
        return "no connection could be made (" + describe(failure) + ")";
    }

    private static TelnyxException sent(Throwable failure, FailedCall call, Duration responseTimeout) {
        if (failure instanceof ReadTimeoutException) {
            return new ResponseTimeoutException(call, responseTimeout, failure);
        }
        if (failure instanceof PrematureCloseException || failure instanceof PrematureChannelClosureException) {
            return TransportException.lost(call, "the connection was closed before the answer was complete", failure);
        }
        if (failure instanceof DecoderException || failure instanceof IllegalArgumentException) {
            return TransportException.lost(call, "what came back is not HTTP (" + describe(failure) + ")", failure);
        }
        return TransportException.lost(call, "the connection was lost (" + describe(failure) + ")", failure);
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
