package io.github.telnyxreactive.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.http.RateLimitHeaders;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final FailedCall CALL = FailedCall.none();

    @Test
    void unreachableServiceNamesTheReasonWithoutTheSystemCall() {
        TransportException failure = TransportException.notSent(
                CALL, "?", new ConnectException("connect(..) failed with error(-111): Connection refused"));

        assertThat(Explanation.of(failure))
                .isEqualTo("the service cannot be reached (Connection refused); check TELNYX_BASE_URL and the network");
    }

    @Test
    void untrustedCertificateNamesTheRootCause() {
        TransportException failure = TransportException.permanent(
                CALL, "?", "?", new IOException("handshake", new CertificateException("self-signed")));

        assertThat(Explanation.of(failure))
                .startsWith("the server's certificate is not trusted (self-signed)")
                .contains("-Djavax.net.ssl.trustStore=FILE");
    }

    @Test
    void deadlineNamesTheLastAttempt() {
        TransportException last = TransportException.notSent(CALL, "?", new ConnectException("Connection refused"));

        assertThat(Explanation.of(new DeadlineExceededException(CALL, Delivery.UNKNOWN, Duration.ofMinutes(1), last)))
                .isEqualTo("did not complete within the deadline; last attempt: " + Explanation.of(last));
    }

    @Test
    void deadlineOfPollingSaysWhatToAllow() {
        assertThat(Explanation.of(new PollingDeadlineException(Duration.ofMinutes(1), List.of())))
                .startsWith("the deadline has passed")
                .endsWith("allow more time with --deadline");
    }

    @Test
    void tooManyRequestsAreAMatterOfAnOption() {
        RateLimitException failure = new RateLimitException(
                FailedCall.of("assistants.tests.list", "GET /ai/assistants/tests", 5, false)
                        .withResponse(429, "r-1", null),
                ApiErrors.none(),
                new RateLimitHeaders(null, null, null));

        assertThat(Explanation.of(failure))
                .isEqualTo("assistants.tests.list (GET /ai/assistants/tests) failed: there were too many requests;"
                        + " status 429; request id r-1; attempts 5. Lower the rate with --rate.");
    }

    @Test
    void unexpectedErrorIsNamedInOneLine() {
        assertThat(Explanation.of(new IllegalStateException("two\nlines")))
                .isEqualTo("IllegalStateException: two lines");
        assertThat(Explanation.of(new CommandException("two\nlines"))).isEqualTo("two lines");
    }

    @Test
    void showsWhyAnItemWasRefusedAsItIs() {
        assertThat(Explanation.of(new ItemRefusedException("it was not triggered: too many runs")))
                .isEqualTo("it was not triggered: too many runs");
        assertThat(Explanation.of(new TriggerExpiredException("it was about to be triggered")))
                .isEqualTo("it was about to be triggered");
    }
}
