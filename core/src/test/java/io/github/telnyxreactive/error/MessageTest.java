package io.github.telnyxreactive.error;

import static io.github.telnyxreactive.error.FailedResponses.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.internal.error.Excerpt;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages are written to logs: they are complete, bounded, and on one line. */
class MessageTest {

    private static final int BOUND = 4 * Excerpt.LIMIT;

    @Test
    void messageNamesOperationRequestReasonStatusRequestIdAttemptsAdviceAndBody() {
        ApiException exception = FailedResponses.of(
                FailedResponses.change(4, true),
                404,
                json("{'errors':[{'code':'10005','title':'Gone'}]}"),
                "X-Request-Id",
                "r-9");

        assertThat(exception)
                .hasMessage("assistants.tests.update (PUT /ai/assistants/tests/{test_id}) failed: "
                        + "there is no such resource: Gone (code 10005); status 404; request id r-9; attempts 4. "
                        + "The outcome is unknown: the service may have processed the request. "
                        + "Check the ids and names in the request, and the base URL. "
                        + "The response began: " + json("{'errors':[{'code':'10005','title':'Gone'}]}"));
    }

    static Stream<String> longBodies() {
        String word = "z".repeat(450);
        return Stream.of(
                "x".repeat(1 << 20),
                json("{'errors':[" + repeated("{'code':'1','title':'" + word + "'}", 2000) + "]}"),
                json("{'errors':[" + repeated("{'detail':'" + word + "'}", 20) + "]}"),
                json("{'errors':[" + repeated("{}", 5000) + "]}"),
                json("{'errors':[" + repeated("{'code':7}", 5000) + "]}"),
                json("{'detail':[" + repeated("{'loc':['body',0],'msg':'bad','type':'t'}", 5000) + "]}"),
                json("{'detail':'" + "w".repeat(100_000) + "'}"));
    }

    @ParameterizedTest
    @MethodSource("longBodies")
    void boundsTheMessageForResponsesOfAnyLength(String body) {
        for (int status : new int[] {301, 400, 422, 429, 500}) {
            ApiException exception = FailedResponses.of(status, body, "x-request-id", "r".repeat(100_000));

            assertThat(exception.getMessage().length())
                    .as("message length for status %s", status)
                    .isLessThan(BOUND);
            assertThat(exception.bodyExcerpt()).hasSizeLessThanOrEqualTo(Excerpt.LIMIT);
            assertThat(exception.requestId()).hasSizeLessThanOrEqualTo(Excerpt.LIMIT);
        }
    }

    @Test
    void includesTheFirstOfManyErrors() {
        String body = json("{'errors':[" + repeated("{'title':'Name is taken'}", 5000) + "]}");

        assertThat(FailedResponses.of(400, body))
                .hasMessageContaining("does not accept the request: Name is taken; Name is");
    }

    static Stream<String> controlCharacters() {
        return Stream.of(
                "\n",
                "\r\n",
                "\r",
                "\t",
                "\u0000",
                "\u000b",
                "\f",
                "\u001b[31m",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u007f");
    }

    @ParameterizedTest
    @MethodSource("controlCharacters")
    void writesOneLineWithoutControlCharacters(String control) {
        String escaped =
                control.chars().mapToObj(c -> String.format("\\u%04x", c)).reduce("", String::concat);
        String text = "a" + escaped + "b";

        for (ApiException exception : List.of(
                FailedResponses.of(502, "a" + control + "b", "x-request-id", "r" + control + "1"),
                FailedResponses.of(
                        400,
                        json("{'errors':[{'code':'" + text + "','title':'" + text + "','detail':{'" + text + "':1},"
                                + "'source':{'pointer':'" + text + "'}}]}")),
                FailedResponses.of(422, json("{'detail':[{'loc':['" + text + "'],'msg':'" + text + "','type':'t'}]}")),
                FailedResponses.of(404, json("{'detail':'" + text + "'}")))) {
            assertThat(exception.getMessage())
                    .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]")
                    .doesNotContain(control);
        }
    }

    @Test
    void messageOutsideACallNamesNoOperation() {
        PollingDeadlineException exception =
                new PollingDeadlineException(Duration.ofSeconds(2), List.of("run-1", "run-2"));

        assertThat(exception)
                .hasMessage("it did not complete within 2 s. Increase the deadline, or find out what takes so long. "
                        + "Not final yet: 2.");
        assertThat(exception.operation()).isNull();
        assertThat(exception.status()).isNull();
        assertThat(exception.bodyExcerpt()).isNull();
        assertThat(exception.attempts()).isZero();
        assertThat(exception.isOutcomeKnown()).isTrue();
        assertThat(exception.delivery()).isEqualTo(Delivery.SETTLED);
    }

    @Test
    void returnsTheLastSeenValuesOfAType() {
        PollingDeadlineException exception =
                new PollingDeadlineException(Duration.ofSeconds(2), List.of("run-1", 2, "run-3"));

        assertThat(exception.lastSeen(String.class)).containsExactly("run-1", "run-3");
        assertThat(exception.lastSeen(Integer.class)).containsExactly(2);
        assertThat(exception.lastSeen(Duration.class)).isEmpty();
    }

    @Test
    void transportFailureReportsWhetherTheRequestWasSent() {
        FailedCall call = FailedResponses.call(2, false);
        Exception cause = new Exception("reset");

        TransportException notSent = TransportException.notSent(call, "the connection was refused", cause);
        assertThat(notSent.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(notSent.isPermanent()).isFalse();
        assertThat(notSent.isOutcomeKnown()).isTrue();
        assertThat(notSent)
                .hasCause(cause)
                .hasMessageContaining("failed: the connection was refused; attempts 2. Nothing");

        TransportException permanent =
                TransportException.permanent(call, "the certificate is not trusted", "Trust it.", cause);
        assertThat(permanent.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(permanent.isPermanent()).isTrue();
        assertThat(permanent.isOutcomeKnown()).isTrue();
        assertThat(permanent).hasMessageEndingWith("; attempts 2. Nothing was sent. Trust it.");

        TransportException lost =
                TransportException.lost(FailedResponses.change(2, false), "the connection was reset", cause);
        assertThat(lost.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(lost.isPermanent()).isFalse();
        assertThat(lost.isOutcomeKnown()).isFalse();
        assertThat(lost).hasMessageContaining("attempts 2. The outcome is unknown");
    }

    @Test
    void unsentRetryLeavesAnEarlierOutcomeUnknown() {
        assertThat(TransportException.notSent(FailedResponses.call(2, true), "refused", new Exception())
                        .isOutcomeKnown())
                .isFalse();
    }

    @Test
    void aFailedReadDoesNotAskWhetherItWasProcessed() {
        FailedCall call = FailedResponses.call(2, true);

        for (TelnyxException failure : List.of(
                TransportException.lost(call, "the connection was reset", new Exception()),
                new ResponseTimeoutException(call, Duration.ofSeconds(1), new Exception()),
                DecodingException.malformed(call, "the response is not JSON"),
                FailedResponses.of(call, 502, ""))) {
            assertThat(failure.isOutcomeKnown()).isFalse();
            assertThat(failure)
                    .hasMessageContaining("; attempts 2. ")
                    .message()
                    .doesNotContain("outcome", "may have processed", "before you repeat");
        }
    }

    @Test
    void timeoutsReportTheTimeWaited() {
        FailedCall call = FailedResponses.call(1, false);

        ResponseTimeoutException response =
                new ResponseTimeoutException(call, Duration.ofMillis(1500), new Exception());
        assertThat(response.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(response).hasMessageContaining("nothing was received for 1.5 s");

        DeadlineExceededException deadline =
                new DeadlineExceededException(call, Delivery.NOT_SENT, Duration.ofSeconds(3), response);
        assertThat(deadline.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(deadline.isOutcomeKnown()).isTrue();
        assertThat(deadline).hasCause(response).hasMessageContaining("within 3 s");
        assertThat(new DeadlineExceededException(call, Delivery.UNKNOWN, Duration.ofSeconds(3), null).isOutcomeKnown())
                .isFalse();
    }

    @Test
    void undecodableResponseIsSettledOnlyIfComplete() {
        FailedCall call = FailedResponses.call(1, false).withResponse(200, "r-1", "{");

        DecodingException malformed = DecodingException.malformed(call, "the response is not JSON");
        assertThat(malformed.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(malformed.status()).isEqualTo(200);
        assertThat(malformed.requestId()).isEqualTo("r-1");
        assertThat(malformed.bodyExcerpt()).isEqualTo("{");

        DecodingException unexpected = DecodingException.unexpected(call, "the response lacks an id");
        assertThat(unexpected.delivery()).isEqualTo(Delivery.SETTLED);
        assertThat(unexpected.isOutcomeKnown()).isTrue();
        assertThat(unexpected)
                .hasMessageContaining("the response lacks an id; status 200; request id r-1; attempts 1. ");
    }

    @Test
    void rejectionByAFullQueueIsSettled() {
        RateLimiterRejectedException exception = new RateLimiterRejectedException(FailedResponses.call(0, false), 12);

        assertThat(exception.delivery()).isEqualTo(Delivery.SETTLED);
        assertThat(exception.isOutcomeKnown()).isTrue();
        assertThat(exception.capacity()).isEqualTo(12);
        assertThat(exception).hasMessageContaining("full with 12 waiting calls; attempts 0. ");
    }

    private static String repeated(String element, int times) {
        return String.join(",", Collections.nCopies(times, element));
    }
}
