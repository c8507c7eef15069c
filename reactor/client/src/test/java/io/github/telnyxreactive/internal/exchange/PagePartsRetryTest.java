package io.github.telnyxreactive.internal.exchange;

import static io.github.telnyxreactive.internal.exchange.PageServer.chunked;
import static io.github.telnyxreactive.internal.exchange.PageServer.closedAfter;
import static io.github.telnyxreactive.internal.exchange.PageServer.raw;
import static io.github.telnyxreactive.internal.exchange.PageServer.resetAfter;
import static io.github.telnyxreactive.internal.exchange.PageServer.silentAfter;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.exchange.PageServer.Script;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** Tests that an interrupted page is requested again, and resumes where it stopped. */
class PagePartsRetryTest {

    private static final String PAGE = "{\"data\":[1,2,3,4,5]}";
    private static final String BEGINNING = "{\"data\":[1,2,3,";

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of("closed", closedAfter(BEGINNING)),
                Arguments.of("closed inside an element", closedAfter("{\"data\":[1,2,3,4")),
                Arguments.of("reset", resetAfter(BEGINNING)),
                Arguments.of("cut, although the response is complete", chunked(BEGINNING)),
                Arguments.of("garbage", chunked(BEGINNING + "<html>")),
                Arguments.of("silence", silentAfter(BEGINNING)),
                Arguments.of(
                        "malformed chunk",
                        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n" + BEGINNING
                                + "\r\nwhat\r\n")));
    }

    private static PageServer.Client client(PageServer server) {
        return server.client(options -> options, transport -> transport);
    }

    /** Waits at most a second for a silent server. */
    private static UnaryOperator<CallOptions> patience(String name) {
        return name.equals("silence")
                ? options -> options.withResponseTimeout(Duration.ofSeconds(1))
                : options -> options;
    }

    private static StepVerifier.Step<PagePart<Integer>> numbers(StepVerifier.Step<PagePart<Integer>> step, int last) {
        StepVerifier.Step<PagePart<Integer>> next = step;
        for (int number = 1; number <= last; number++) {
            next = next.expectNext(new PagePart.Element<>(number));
        }
        return next;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void resumesWithoutGapOrRepetition(String name, Script broken) {
        try (PageServer server = PageServer.of(broken, chunked("{\"data\":[1,2,"), broken, chunked(PAGE));
                PageServer.Client client = server.client(patience(name), transport -> transport)) {
            numbers(StepVerifier.create(client.numbers()), 5)
                    .expectNext(new PagePart.End<>(5, null))
                    .verifyComplete();
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void emitsTheElementsBeforeTheBreakBeforeTheError(String name, Script broken) {
        try (PageServer server = PageServer.of(broken);
                PageServer.Client client = server.client(
                        options -> patience(name).apply(options.withRetry(RetryPolicy.never())),
                        transport -> transport)) {
            numbers(StepVerifier.create(client.numbers()), 3)
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOfSatisfying(TelnyxException.class, failure -> {
                                assertThat(failure.attempts()).isEqualTo(1);
                                assertThat(failure.isOutcomeKnown()).isFalse();
                            })
                            .hasMessageContaining("numbers.list"))
                    .verify();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void emitsEachElementOnceWhenRequestedOneByOne() {
        try (PageServer server = PageServer.of(
                        closedAfter("{\"data\":[1"),
                        closedAfter("{\"data\":[1,2"),
                        closedAfter("{\"data\":[1,2,3,"),
                        chunked(PAGE));
                PageServer.Client client = client(server)) {
            numbers(StepVerifier.create(client.numbers().limitRate(1)), 5)
                    .expectNextCount(1)
                    .verifyComplete();
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @Test
    void emitsTheLastErrorAfterAllAttempts() {
        try (PageServer server = PageServer.of(closedAfter(BEGINNING));
                PageServer.Client client = client(server)) {
            int attempts = CallOptions.defaults().retry().maxAttempts();
            numbers(StepVerifier.create(client.numbers()), 3)
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOfSatisfying(
                                    TransportException.class,
                                    failure -> assertThat(failure.attempts()).isEqualTo(attempts)))
                    .verify();
            assertThat(server.requests()).isEqualTo(attempts);
        }
    }

    @Test
    void completesIfThePageHasBecomeShorter() {
        try (PageServer server = PageServer.of(closedAfter(BEGINNING), chunked("{\"data\":[1,2]}"));
                PageServer.Client client = client(server)) {
            numbers(StepVerifier.create(client.numbers()), 3)
                    .expectNext(new PagePart.End<>(2, null))
                    .verifyComplete();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[1,2,\"x\"]}", "{\"data\":[1,2,null]}", "{\"data\":[1,2,3000000000]}"})
    void goesOnAfterAnElementThatCannotBeRead(String page) {
        try (PageServer server = PageServer.of(chunked(page));
                PageServer.Client client = client(server)) {
            numbers(StepVerifier.create(client.numbers()), 2)
                    .assertNext(part -> assertThat(part)
                            .isInstanceOfSatisfying(
                                    PagePart.Unreadable.class,
                                    unreadable -> assertThat(unreadable.error())
                                            .isInstanceOfSatisfying(DecodingException.class, failure -> {
                                                assertThat(failure.isOutcomeKnown())
                                                        .isTrue();
                                                assertThat(failure.bodyExcerpt())
                                                        .isEqualTo(page);
                                                assertThat(failure.unreadable()).hasSize(1);
                                            })
                                            .hasMessageContaining("status 200")))
                    .expectNext(new PagePart.End<>(3, null))
                    .verifyComplete();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "{\"data\":[1,2],\"data\":[]}")
    void doesNotRetryAnUnexpectedPage(String page) {
        try (PageServer server = PageServer.of(chunked(page));
                PageServer.Client client = client(server)) {
            numbers(StepVerifier.create(client.numbers()), 2)
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOfSatisfying(DecodingException.class, failure -> {
                                assertThat(failure.isOutcomeKnown()).isTrue();
                                assertThat(failure.bodyExcerpt()).isEqualTo(page);
                            })
                            .hasMessageContaining("status 200"))
                    .verify();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void rejectsATooLongElement() {
        String page = "{\"data\":[\"short\",\"" + "x".repeat(2000) + "\"]}";
        try (PageServer server = PageServer.of(chunked(page));
                PageServer.Client client =
                        server.client(options -> options, transport -> transport.maxResponseBytes(1000))) {
            StepVerifier.create(client.texts())
                    .expectNextCount(1)
                    .expectErrorSatisfies(e ->
                            assertThat(e).isInstanceOf(DecodingException.class).hasMessageContaining("1000 bytes"))
                    .verify();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void doesNotRetryAnUnsafeOperation() {
        Endpoint<Page<Integer>> acting =
                Endpoint.post("numbers.draw", "/numbers").returning(ResponseReader.pageOf(Integer.class));
        Operation<Page<Integer>> operation = acting.call();
        try (PageServer server = PageServer.of(closedAfter(BEGINNING));
                PageServer.Client client = client(server)) {
            numbers(StepVerifier.create(client.parts(operation)), 3).verifyError(TransportException.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }
}
