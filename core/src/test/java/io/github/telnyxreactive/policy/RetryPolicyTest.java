package io.github.telnyxreactive.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.http.TestHeaders;
import io.github.telnyxreactive.internal.error.ErrorResponses;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.operation.TestOperations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private static final FailedCall CALL =
            FailedCall.of(TestOperations.RETRIEVE.name(), TestOperations.RETRIEVE.route(), 1, false);
    private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    static Stream<Arguments> failures() {
        Exception cause = new IOException("reset");
        String inProgress = "{\"errors\":[{\"code\":\"10036\"}]}";
        return Stream.of(
                Arguments.of(TransportException.notSent(CALL, "refused", cause), true, true),
                Arguments.of(response(429, ""), true, true),
                Arguments.of(response(503, "", "Retry-After", "1"), true, false),
                Arguments.of(TransportException.lost(CALL, "reset", cause), true, false),
                Arguments.of(new ResponseTimeoutException(CALL, Duration.ofSeconds(1), cause), true, false),
                Arguments.of(DecodingException.malformed(CALL, "cut off"), true, false),
                Arguments.of(response(408, ""), true, false),
                Arguments.of(response(409, inProgress), true, false),
                Arguments.of(response(500, ""), true, false),
                Arguments.of(response(502, ""), true, false),
                Arguments.of(response(503, ""), true, false),
                Arguments.of(response(504, ""), true, false),
                Arguments.of(response(301, ""), false, false),
                Arguments.of(response(400, "", "Retry-After", "1"), false, false),
                Arguments.of(response(401, ""), false, false),
                Arguments.of(response(403, ""), false, false),
                Arguments.of(response(404, ""), false, false),
                Arguments.of(response(409, ""), false, false),
                Arguments.of(response(422, inProgress), false, false),
                Arguments.of(response(501, ""), false, false),
                Arguments.of(DecodingException.unexpected(CALL, "no object"), false, false),
                Arguments.of(TransportException.permanent(CALL, "not trusted", "Trust it.", cause), false, false),
                Arguments.of(new RateLimiterRejectedException(CALL, 1), false, false),
                Arguments.of(
                        new DeadlineExceededException(CALL, Delivery.SETTLED, Duration.ofSeconds(1), null),
                        false,
                        false),
                Arguments.of(cause, false, false),
                Arguments.of(new TimeoutException(), false, false),
                Arguments.of(new CancellationException(), false, false),
                Arguments.of(new IllegalStateException(response(429, "")), false, false),
                Arguments.of(new OutOfMemoryError(), false, false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void retriesOnlyWhereARetryIsHarmlessAndMayHelp(Throwable failure, boolean repeatable, boolean notRepeatable) {
        for (Safety safety : Safety.values()) {
            assertThat(RetryPolicy.isRetryable(failure, safety))
                    .as("%s after %s", safety, failure)
                    .isEqualTo(safety == Safety.NOT_IDEMPOTENT ? notRepeatable : repeatable);
        }
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void tableCoversEveryDelivery(Delivery delivery) {
        assertThat(failures().map(row -> row.get()[0]))
                .anyMatch(failure -> failure instanceof TelnyxException exception && exception.delivery() == delivery);
    }

    @ParameterizedTest
    @EnumSource(Safety.class)
    void retriesAnUnsentRequestDespiteAnEarlierUnknownOutcome(Safety safety) {
        FailedCall second = FailedCall.of(TestOperations.RETRIEVE.name(), TestOperations.RETRIEVE.route(), 2, true);

        assertThat(RetryPolicy.isRetryable(TransportException.notSent(second, "refused", new IOException()), safety))
                .isTrue();
    }

    @Test
    void usesTheBackoffAloneWithoutARetryAfterHeader() {
        RetryPolicy policy = RetryPolicy.defaults();

        assertThat(policy.delay(1, response(500, ""), 0.5)).isEqualTo(Duration.ofMillis(250));
        assertThat(policy.delay(3, new IOException(), 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.delay(Long.MAX_VALUE, new IOException(), 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(policy.delay(1, response(429, ""), 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.999})
    void addsTheBackoffToTheRequestedWait(double random) {
        Duration backoff = RetryPolicy.defaults().delay(2, new IOException(), random);

        for (Throwable failure : new Throwable[] {
            response(429, "", "Retry-After", "7"),
            response(429, "", "x-ratelimit-reset", "7"),
            response(503, "", "Retry-After-Ms", "7000"),
            response(500, "", "Retry-After", "7")
        }) {
            assertThat(RetryPolicy.defaults().delay(2, failure, random)).isEqualTo(backoff.plusSeconds(7));
        }
    }

    @Test
    void capsTheRequestedWait() {
        RetryPolicy policy = RetryPolicy.defaults().withMaxServerWait(Duration.ofSeconds(5));

        assertThat(policy.delay(1, response(429, "", "Retry-After", "4"), 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.delay(1, response(429, "", "Retry-After", "5"), 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delay(1, response(429, "", "Retry-After", "6"), 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delay(1, response(429, "", "Retry-After", "999999999999"), 0.5))
                .isEqualTo(Duration.ofMillis(5250));
        assertThat(policy.withMaxServerWait(Duration.ZERO).delay(1, response(429, "", "Retry-After", "6"), 0))
                .isZero();
    }

    @Test
    void sumOfHugeWaitsSaturates() {
        RetryPolicy policy = new RetryPolicy(3, new Backoff(ENDLESS, ENDLESS), ENDLESS);
        Throwable failure = response(429, "", "Retry-After", "999999999999");

        assertThat(policy.delay(1, failure, 0)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(policy.delay(2, failure, 0.9)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Test
    void defaultsAreAsDocumented() {
        assertThat(RetryPolicy.defaults())
                .isEqualTo(new RetryPolicy(
                        5, new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20)), Duration.ofSeconds(60)));
        assertThat(Stream.of(1, 2, 3, 4).map(RetryPolicy.defaults().backoff()::ceiling))
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(RetryPolicy.never().maxAttempts()).isEqualTo(1);
    }

    @Test
    void withMethodsReturnACopyWithOneChange() {
        RetryPolicy policy = RetryPolicy.defaults();
        Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));

        assertThat(policy.withMaxAttempts(9)).isEqualTo(new RetryPolicy(9, policy.backoff(), policy.maxServerWait()));
        assertThat(policy.withBackoff(backoff)).isEqualTo(new RetryPolicy(5, backoff, policy.maxServerWait()));
        assertThat(policy.withMaxServerWait(Duration.ofSeconds(1)))
                .isEqualTo(new RetryPolicy(5, policy.backoff(), Duration.ofSeconds(1)));
        assertThat(policy).isEqualTo(RetryPolicy.defaults());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void rejectsFewerThanOneAttempt(int attempts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().withMaxAttempts(attempts))
                .withMessage("a call must have at least 1 attempt, not " + attempts);
    }

    @Test
    void rejectsANegativeMaximumServerWait() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.defaults().withMaxServerWait(Duration.ofNanos(-1)))
                .withMessage("the maximum delay that the service can request must not be negative: -0.000001 ms");
    }

    private static Throwable response(int status, String body, String... headers) {
        return ErrorResponses.toException(
                CALL,
                status,
                TestHeaders.of(headers),
                body.getBytes(StandardCharsets.UTF_8),
                new Excerpt(""),
                Instant.parse("2026-02-03T04:05:06Z"));
    }
}
