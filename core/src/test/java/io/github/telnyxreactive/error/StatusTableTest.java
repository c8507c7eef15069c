package io.github.telnyxreactive.error;

import static io.github.telnyxreactive.error.FailedResponses.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception each status maps to, and whether its outcome is known. */
class StatusTableTest {

    private static final String ERRORS = json("{'errors':[{'code':'10011','title':'A title','detail':'A detail'}]}");
    private static final String DETAIL = json("{'detail':[{'loc':['body','name'],'msg':'too short','type':'value'}]}");
    private static final String HTML = "<html>\r\n<body>Bad gateway</body>\r\n</html>";

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(301, "", UnexpectedStatusCodeException.class, Delivery.SETTLED, "base URL"),
                Arguments.of(307, HTML, UnexpectedStatusCodeException.class, Delivery.SETTLED, "base URL"),
                Arguments.of(400, ERRORS, BadRequestException.class, Delivery.SETTLED, "Correct the request"),
                Arguments.of(401, ERRORS, UnauthorizedException.class, Delivery.SETTLED, "TELNYX_API_KEY"),
                Arguments.of(403, ERRORS, PermissionDeniedException.class, Delivery.SETTLED, "account"),
                Arguments.of(404, ERRORS, NotFoundException.class, Delivery.SETTLED, "ids and names"),
                Arguments.of(405, ERRORS, UnexpectedStatusCodeException.class, Delivery.SETTLED, "base URL"),
                Arguments.of(408, "", UnexpectedStatusCodeException.class, Delivery.UNKNOWN, "base URL"),
                Arguments.of(409, ERRORS, ConflictException.class, Delivery.SETTLED, "decide again"),
                Arguments.of(409, HTML, ConflictException.class, Delivery.SETTLED, "decide again"),
                Arguments.of(409, conflict("'10036'"), ConflictException.class, Delivery.UNKNOWN, "decide again"),
                Arguments.of(409, conflict("10036"), ConflictException.class, Delivery.UNKNOWN, "decide again"),
                Arguments.of(409, conflict("'100360'"), ConflictException.class, Delivery.SETTLED, "decide again"),
                Arguments.of(418, "teapot", UnexpectedStatusCodeException.class, Delivery.SETTLED, "base URL"),
                Arguments.of(422, ERRORS, UnprocessableEntityException.class, Delivery.SETTLED, "Correct the fields"),
                Arguments.of(422, DETAIL, UnprocessableEntityException.class, Delivery.SETTLED, "Correct the fields"),
                Arguments.of(422, conflict("'10036'"), UnprocessableEntityException.class, Delivery.SETTLED, "fields"),
                Arguments.of(429, ERRORS, RateLimitException.class, Delivery.REJECTED, "Lower the rate"),
                Arguments.of(429, "", RateLimitException.class, Delivery.REJECTED, "Lower the rate"),
                Arguments.of(500, ERRORS, InternalServerException.class, Delivery.UNKNOWN, "Try again later"),
                Arguments.of(501, ERRORS, InternalServerException.class, Delivery.SETTLED, "Try again later"),
                Arguments.of(502, HTML, InternalServerException.class, Delivery.UNKNOWN, "Try again later"),
                Arguments.of(503, HTML, InternalServerException.class, Delivery.UNKNOWN, "Try again later"),
                Arguments.of(504, "", InternalServerException.class, Delivery.UNKNOWN, "Try again later"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void statusDeterminesTypeAndDelivery(
            int status, String body, Class<?> type, Delivery delivery, String partOfTheAdvice) {
        ApiException exception = FailedResponses.of(status, body, "x-request-id", "r-1");

        assertThat(exception).isExactlyInstanceOf(type);
        assertThat(exception.delivery()).isEqualTo(delivery);
        assertThat(exception.isOutcomeKnown()).isEqualTo(delivery != Delivery.UNKNOWN);
        assertThat(exception.status()).isEqualTo(status);
        assertThat(exception.requestId()).isEqualTo("r-1");
        assertThat(exception.attempts()).isEqualTo(1);
        assertThat(exception.operation()).isEqualTo("assistants.tests.retrieve");
        assertThat(exception.retryAfter()).isNull();
        assertThat(exception)
                .hasNoCause()
                .hasMessageStartingWith("assistants.tests.retrieve (GET /ai/assistants/tests/{test_id}) failed: ")
                .hasMessageContaining("; status " + status + "; request id r-1; attempts 1. ")
                .hasMessageContaining(partOfTheAdvice);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void outcomeStaysUnknownAfterAnEarlierUnknownAttempt(int status, String body) {
        ApiException exception = FailedResponses.of(FailedResponses.change(3, true), status, body);

        assertThat(exception.isOutcomeKnown()).isFalse();
        assertThat(exception.call().outcomeUnknown()).isTrue();
        assertThat(exception.attempts()).isEqualTo(3);
        assertThat(exception).hasMessageContaining("attempts 3. The outcome is unknown");
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void messageStatesAnUnknownOutcome(int status, String body) {
        ApiException exception = FailedResponses.of(FailedResponses.change(1, false), status, body);

        assertThat(exception.getMessage().contains("The outcome is unknown")).isEqualTo(!exception.isOutcomeKnown());
    }

    @ParameterizedTest
    @ValueSource(ints = {520, 522, 524, 599})
    void outcomeIsUnknownForNonStandardGatewayStatus(int status) {
        ApiException exception = FailedResponses.of(status, HTML);

        assertThat(exception).isExactlyInstanceOf(InternalServerException.class);
        assertThat(exception.status()).isEqualTo(status);
        assertThat(exception.isOutcomeKnown()).isFalse();
        assertThat(exception.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 300, 304, 399, 402, 406, 410, 415, 451, 499})
    void anyOtherStatusIsUnexpectedAndSettled(int status) {
        ApiException exception = FailedResponses.of(status, "");

        assertThat(exception).isExactlyInstanceOf(UnexpectedStatusCodeException.class);
        assertThat(exception.delivery()).isEqualTo(Delivery.SETTLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 400, 408, 409, 422, 500, 502, 503, 504})
    void retryAfterIsKeptForEveryStatusAndSaysNothingAboutTheOutcome(int status) {
        ApiException without = FailedResponses.of(status, "");
        ApiException with = FailedResponses.of(status, "", "Retry-After", "Tue, 03 Feb 2026 04:05:08 GMT");

        assertThat(with.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(with.delivery()).isEqualTo(without.delivery());
    }

    @Test
    void status429CarriesTheRateLimitHeaders() {
        RateLimitException exception = (RateLimitException) FailedResponses.of(
                429, ERRORS, "x-ratelimit-limit", "100", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "1.5");

        assertThat(exception.limit()).isEqualTo(new RateLimitHeaders(100L, 0L, Duration.ofMillis(1500)));
        assertThat(exception.retryAfter()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void status429WithoutHeadersCarriesNoLimit() {
        RateLimitException exception = (RateLimitException) FailedResponses.of(429, ERRORS);

        assertThat(exception.limit()).isEqualTo(new RateLimitHeaders(null, null, null));
        assertThat(exception.retryAfter()).isNull();
    }

    @Test
    void requestIdIsNullWithoutTheHeader() {
        ApiException exception = FailedResponses.of(404, ERRORS);

        assertThat(exception.requestId()).isNull();
        assertThat(exception.getMessage()).doesNotContain("request id").doesNotContain("null");
    }

    private static String conflict(String code) {
        return json("{'errors':[{'code':'10000'},{'code':" + code + ",'title':'In progress'}]}");
    }
}
