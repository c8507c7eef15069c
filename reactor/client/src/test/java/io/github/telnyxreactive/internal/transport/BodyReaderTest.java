package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ResponseReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

/** Tests bodies that are read as a whole. The publisher releases the buffers, like Reactor Netty. */
class BodyReaderTest {

    private static final int LIMIT = 10;
    private static final int ROUNDS = 1000;
    private static final Operation<String> OPERATION = Endpoint.get("texts.retrieve", "/texts")
            .returning(ResponseReader.text())
            .call();

    private static final Excerpt EXCERPT = new Excerpt("KEY-secret");

    private final BodyReader bodies = new BodyReader(LIMIT, EXCERPT);
    private final List<ByteBuf> emitted = new ArrayList<>();

    @AfterEach
    void verifyEveryBufferIsReleased() {
        assertThat(emitted).allMatch(buffer -> buffer.refCnt() == 0);
        emitted.clear();
    }

    private Mono<String> read(TestPublisher<ByteBuf> body) {
        return read(bodies, body);
    }

    private static Mono<String> read(BodyReader bodies, TestPublisher<ByteBuf> body) {
        return bodies.whole(new Response<>(new TextAttempt(), 200, headers()), body.flux(), (text, buffer) -> text);
    }

    private static Headers headers() {
        return new NettyHeaders(new DefaultHttpHeaders());
    }

    private void emit(TestPublisher<ByteBuf> body, String text) {
        ByteBuf buffer = ByteBufAllocator.DEFAULT.buffer().writeBytes(text.getBytes(UTF_8));
        emitted.add(buffer);
        body.next(buffer);
        buffer.release();
    }

    @Test
    void readsABodyOfOneBuffer() {
        TestPublisher<ByteBuf> body = TestPublisher.create();

        StepVerifier.create(read(body))
                .then(() -> emit(body, "whole"))
                .then(body::complete)
                .expectNext("whole")
                .verifyComplete();
    }

    @Test
    void readsABodyOfManyBuffers() {
        TestPublisher<ByteBuf> body = TestPublisher.create();

        StepVerifier.create(read(body))
                .then(() -> emit(body, "in "))
                .then(() -> emit(body, "three"))
                .then(() -> emit(body, "!"))
                .then(body::complete)
                .expectNext("in three!")
                .verifyComplete();
    }

    @Test
    void holdsNoBufferForEachByte() {
        TestPublisher<ByteBuf> body = TestPublisher.create();
        int bytes = 20_000;

        StepVerifier.create(read(new BodyReader(bytes, EXCERPT), body))
                .then(() -> {
                    for (int i = 0; i < bytes; i++) {
                        emit(body, "a");
                    }
                    assertThat(emitted.stream().filter(buffer -> buffer.refCnt() > 0))
                            .hasSize(1);
                })
                .then(body::complete)
                .expectNext("a".repeat(bytes))
                .verifyComplete();
    }

    @Test
    void readsABodyOfBuffersOfAllSizes() {
        TestPublisher<ByteBuf> body = TestPublisher.create();
        StringBuilder text = new StringBuilder();
        int[] sizes = {3, 0, 4095, 1, 4096, 4097, 2, 5000, 4000, 4000, 4000};

        StepVerifier.create(read(new BodyReader(100_000, EXCERPT), body))
                .then(() -> {
                    for (int i = 0; i < sizes.length; i++) {
                        String part = String.valueOf((char) ('a' + i)).repeat(sizes[i]);
                        text.append(part);
                        emit(body, part);
                    }
                })
                .then(body::complete)
                .expectNextMatches(value -> value.contentEquals(text))
                .verifyComplete();
    }

    @Test
    void failsWithTheBody() {
        TestPublisher<ByteBuf> body = TestPublisher.create();

        StepVerifier.create(read(body))
                .then(() -> emit(body, "cut"))
                .then(() -> body.error(new IOException("cut off")))
                .verifyErrorMessage("cut off");
    }

    @Test
    void cancelsABodyThatIsLongerThanTheLimit() {
        TestPublisher<ByteBuf> body = TestPublisher.create();

        StepVerifier.create(read(body))
                .then(() -> emit(body, "0123456789"))
                .then(() -> body.assertNotCancelled())
                .then(() -> emit(body, "a"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DecodingException.class)
                        .hasMessageContaining("longer than the limit of 10 bytes"));
        body.assertCancelled();
    }

    @Test
    void readsABodyOfNoInterestToItsEnd() {
        TestPublisher<ByteBuf> body = TestPublisher.create();
        Response<String> response = new Response<>(new TextAttempt(), 200, headers());

        StepVerifier.create(bodies.none(response, body.flux(), () -> "deleted"))
                .then(() -> emit(body, "01234"))
                .then(() -> emit(body, "56789"))
                .then(body::complete)
                .expectNext("deleted")
                .verifyComplete();
        body.assertNotCancelled();
    }

    @Test
    void cancelsABodyOfNoInterestThatIsLongerThanTheLimit() {
        TestPublisher<ByteBuf> body = TestPublisher.create();
        Response<String> response = new Response<>(new TextAttempt(), 200, headers());
        List<Throwable> continued = new ArrayList<>();

        StepVerifier.create(bodies.none(response, body.flux(), () -> "deleted")
                        .onErrorContinue((error, value) -> continued.add(error)))
                .then(() -> emit(body, "0123456789"))
                .then(() -> body.assertNotCancelled())
                .then(() -> emit(body, "a"))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DecodingException.class)
                        .hasMessageContaining("longer than the limit of 10 bytes"));
        body.assertCancelled();
        assertThat(continued).isEmpty();
    }

    @Test
    void readsAnErrorAsFarAsItArrives() {
        TestPublisher<ByteBuf> body = TestPublisher.create();
        Response<String> response = new Response<>(new TextAttempt(), 503, headers());

        StepVerifier.create(bodies.failure(response, body.flux()))
                .then(() -> emit(body, "we are "))
                .then(() -> emit(body, "clos"))
                .then(() -> body.error(new IOException("cut off")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InternalServerException.class)
                        .hasMessageContaining("we are clos"));
    }

    @Test
    void releasesWhatHasArrivedWhenCancelled() {
        TestPublisher<ByteBuf> body = TestPublisher.create();
        TestSubscriber<String> subscriber = TestSubscriber.create();
        read(body).subscribe(subscriber);
        emit(body, "some");
        emit(body, "thing");

        subscriber.cancel();

        body.assertCancelled();
    }

    @Test
    void releasesABufferThatArrivesDuringCancellation() {
        for (int round = 0; round < ROUNDS; round++) {
            TestPublisher<ByteBuf> body = TestPublisher.createNoncompliant(TestPublisher.Violation.REQUEST_OVERFLOW);
            TestSubscriber<String> subscriber = TestSubscriber.create();
            read(body).subscribe(subscriber);
            emit(body, "first");
            RaceTestUtils.race(() -> emit(body, "last"), subscriber::cancel);

            verifyEveryBufferIsReleased();
        }
    }

    @Test
    void readsOrReleasesABodyThatCompletesDuringCancellation() {
        for (int round = 0; round < ROUNDS; round++) {
            TestPublisher<ByteBuf> body = TestPublisher.create();
            TestSubscriber<String> subscriber = TestSubscriber.create();
            read(body).subscribe(subscriber);
            emit(body, "whole");
            RaceTestUtils.race(body::complete, subscriber::cancel);

            assertThat(subscriber.getReceivedOnNext()).allMatch("whole"::equals);
            verifyEveryBufferIsReleased();
        }
    }

    @Test
    void propagatesAnErrorPastOnErrorContinue() {
        TestPublisher<ByteBuf> body = TestPublisher.create();
        List<Throwable> continued = new ArrayList<>();

        StepVerifier.create(read(body).onErrorContinue((error, value) -> continued.add(error)))
                .then(() -> emit(body, "0123456789a"))
                .verifyError(DecodingException.class);
        assertThat(continued).isEmpty();
    }

    /** Sends nothing, since the response is already available. */
    private static final class TextAttempt implements Attempt<String> {

        @Override
        public boolean hasResponse() {
            return true;
        }

        @Override
        public Operation<String> operation() {
            return OPERATION;
        }

        @Override
        public byte @Nullable [] body() {
            return null;
        }

        @Override
        public @Nullable String idempotencyKey() {
            return null;
        }

        @Override
        public FailedCall failedCall() {
            return FailedCall.of("texts.retrieve", "GET /texts", 1, false);
        }

        @Override
        public Reading reading() {
            return Reading.lenient();
        }

        @Override
        public void onSend() {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public boolean isSent() {
            return true;
        }

        @Override
        public void onUnprocessed() {
            throw new AssertionError("was processed");
        }

        @Override
        public boolean isUnprocessed() {
            return false;
        }

        @Override
        public void onCancel() {
            // Bodies are read until they are cancelled.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void onResponse(int status, Headers headers) {
            throw new AssertionError("the response is available");
        }
    }
}
