package io.github.telnyxreactive.error;

import static io.github.telnyxreactive.error.FailedResponses.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.telnyxreactive.MainClasses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions cross process boundaries, for example in job systems. */
class SerializationTest {

    private static final String BODY = json("{'errors':[{'code':'1','title':'T','source':{'pointer':'/a'}}],"
            + "'detail':[{'loc':['body',0],'msg':'bad','type':'t'}]}");

    static Stream<TelnyxException> exceptions() {
        FailedCall call = FailedResponses.call(3, true);
        Exception cause = new IOException("reset");
        Stream<TelnyxException> responses = Stream.of(302, 400, 401, 403, 404, 409, 422, 429, 500, 503)
                .map(status -> FailedResponses.of(
                        call,
                        status,
                        BODY,
                        "x-request-id",
                        "r-1",
                        "Retry-After",
                        "2",
                        "x-ratelimit-limit",
                        "100",
                        "x-ratelimit-reset",
                        "7"));
        return Stream.concat(
                responses,
                Stream.of(
                        TransportException.notSent(call, "refused", cause),
                        TransportException.permanent(call, "not trusted", "Trust it.", cause),
                        TransportException.lost(call, "reset", cause),
                        new ResponseTimeoutException(call, Duration.ofSeconds(1), cause),
                        new DeadlineExceededException(call, Delivery.UNKNOWN, Duration.ofSeconds(1), null),
                        new PollingDeadlineException(Duration.ofSeconds(1), List.of(new Object(), "run-1")),
                        new ClientClosedException(call, Delivery.UNKNOWN, null),
                        new RateLimiterRejectedException(call, 5),
                        new StreamException(
                                call.withResponse(200, "r-1", "overloaded"),
                                new ApiErrors(
                                        List.of(new ApiError("1", "Overloaded", null, null, null, null)),
                                        List.of(),
                                        null)),
                        DecodingException.malformed(call.withResponse(200, "r-1", "{"), "cut off"),
                        DecodingException.unexpected(call.withResponse(200, null, "[]"), "no object")));
    }

    @Test
    void coversEveryException() {
        assertThat(exceptions().map(Object::getClass).<Class<?>>map(type -> type))
                .containsAll(MainClasses.ALL.stream()
                        .filter(type -> type.isAssignableTo(TelnyxException.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .<Class<?>>map(type -> type.reflect())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void keepsTheCommonProperties(TelnyxException exception) throws Exception {
        TelnyxException copy = copy(exception);

        assertThat(copy).isExactlyInstanceOf(exception.getClass()).hasMessage(exception.getMessage());
        assertThat(copy.call()).isEqualTo(exception.call());
        assertThat(copy.operation()).isEqualTo(exception.operation());
        assertThat(copy.status()).isEqualTo(exception.status());
        assertThat(copy.requestId()).isEqualTo(exception.requestId());
        assertThat(copy.attempts()).isEqualTo(exception.attempts());
        assertThat(copy.isOutcomeKnown()).isEqualTo(exception.isOutcomeKnown());
        assertThat(copy.bodyExcerpt()).isEqualTo(exception.bodyExcerpt());
        assertThat(copy.delivery()).isEqualTo(exception.delivery());
        assertThat(copy.toString()).isEqualTo(exception.toString());
        assertThat(copy.getStackTrace()).isEqualTo(exception.getStackTrace());
        assertThat(String.valueOf(copy.getCause())).isEqualTo(String.valueOf(exception.getCause()));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void keepsThePropertiesOfTheSubtype(TelnyxException exception) throws Exception {
        TelnyxException copy = copy(exception);

        if (exception instanceof ApiException response) {
            assertThat(((ApiException) copy).errors())
                    .isEqualTo(response.errors())
                    .isNotEmpty();
            assertThat(((ApiException) copy).retryAfter()).isEqualTo(Duration.ofSeconds(2));
        }
        if (exception instanceof UnprocessableEntityException unprocessable) {
            assertThat(((UnprocessableEntityException) copy).fieldErrors())
                    .isEqualTo(unprocessable.fieldErrors())
                    .isNotEmpty();
        }
        if (exception instanceof RateLimitException limited) {
            assertThat(((RateLimitException) copy).limit()).isEqualTo(limited.limit());
        }
        if (exception instanceof TransportException transport) {
            assertThat(((TransportException) copy).isPermanent()).isEqualTo(transport.isPermanent());
        }
        if (exception instanceof RateLimiterRejectedException rejected) {
            assertThat(((RateLimiterRejectedException) copy).capacity()).isEqualTo(rejected.capacity());
        }
    }

    @Test
    void omitsLastSeenValuesFromSerialization() throws Exception {
        PollingDeadlineException copy =
                copy(new PollingDeadlineException(Duration.ofSeconds(1), List.of(new Object(), "run-1")));

        assertThat(copy.lastSeen(Object.class)).isEmpty();
        assertThat(copy).hasMessageEndingWith("Not final yet: 2.");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
