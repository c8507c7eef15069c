package io.github.telnyxreactive.internal.exchange;

import static io.github.telnyxreactive.internal.exchange.PageServer.chunked;
import static io.github.telnyxreactive.internal.exchange.PageServer.raw;
import static io.github.telnyxreactive.internal.exchange.PageServer.silentAfter;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Tests a page that is emitted while it arrives, under demand. */
class PagePartsTest {

    private static final String PAGE = "{\"meta\":{\"total_results\":3},\"x\":[1],\"data\":[1,2,3],\"y\":{}}";

    private static PagePart<Integer> number(int value) {
        return new PagePart.Element<>(value);
    }

    private static PagePart<Integer> end(int length) {
        return new PagePart.End<>(length, null);
    }

    private static UnaryOperator<CallOptions> once(Duration responseTimeout, Duration deadline) {
        return options -> options.withRetry(RetryPolicy.never())
                .withResponseTimeout(responseTimeout)
                .withDeadline(deadline);
    }

    @Test
    void emitsAnElementBeforeTheNextIsSentWhereverItIsCut() {
        String element = "\"Gr\u00fc\\u00dfe \\\"%03d\\\"\",";
        int cuts = element.formatted(0).length();
        Sinks.Many<String> sent = Sinks.many().unicast().onBackpressureBuffer();
        AtomicInteger emitted = new AtomicInteger();
        String list = IntStream.rangeClosed(0, 100).mapToObj(element::formatted).reduce("{\"data\":[", String::concat);
        int start = "{\"data\":[".length();
        sent.tryEmitNext(list.substring(0, start + cuts));

        try (PageServer server = PageServer.of(chunked(sent.asFlux()));
                PageServer.Client client = server.client()) {
            StepVerifier.create(client.texts()
                            .take(100)
                            .doOnNext(part -> {
                                int n = emitted.incrementAndGet();
                                assertThat(part)
                                        .isEqualTo(new PagePart.Element<>("Gr\u00fc\u00dfe \"%03d\"".formatted(n - 1)));
                                // The rest of the next element, which is cut one byte further each time.
                                int from = start + cuts * n;
                                int cut = from + n % cuts;
                                sent.tryEmitNext(list.substring(from, cut));
                                sent.tryEmitNext(list.substring(cut, from + cuts));
                            })
                            .then())
                    .verifyComplete();
            assertThat(emitted).hasValue(100);
        }
    }

    @Test
    void reportsLengthAndMetadataAtTheEnd() {
        try (PageServer server = PageServer.of(chunked(PAGE));
                PageServer.Client client =
                        server.client(options -> options, transport -> transport.maxConnections(1))) {
            Flux<PagePart<Integer>> parts = client.numbers();

            for (int subscription = 1; subscription <= 2; subscription++) {
                StepVerifier.create(parts)
                        .expectNext(number(1), number(2), number(3))
                        .assertNext(part -> assertThat(part).isInstanceOfSatisfying(PagePart.End.class, end -> {
                            assertThat(end.length()).isEqualTo(3);
                            assertThat(end.meta())
                                    .extracting(PageMeta.class::cast)
                                    .extracting(PageMeta::totalResults)
                                    .isEqualTo(3L);
                        }))
                        .verifyComplete();
                assertThat(server.requests()).isEqualTo(subscription);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void honoursDemand() {
        try (PageServer server = PageServer.of(chunked(PAGE));
                PageServer.Client client = server.client()) {
            StepVerifier.create(client.numbers(), 0)
                    .expectSubscription()
                    .thenRequest(1)
                    .expectNext(number(1))
                    .thenRequest(2)
                    .expectNext(number(2), number(3))
                    .thenRequest(1)
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void releasesTheConnectionWhenAnArrivedPageIsCancelled(int enough) {
        String response = "HTTP/1.1 200 OK\r\nContent-Length: " + PAGE.length() + "\r\n\r\n" + PAGE;
        try (PageServer server = PageServer.of(raw(response));
                PageServer.Client client =
                        server.client(options -> options, transport -> transport.maxConnections(1))) {
            for (int n = 0; n < 5; n++) {
                assertThat(client.numbers().take(enough).count().block()).isEqualTo(enough);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void releasesTheConnectionWhenCancelledAtAnyStage() {
        List<Stage> stages = List.of(
                new Stage(connection -> Mono.never(), 1, 0),
                new Stage(silentAfter(), 0, 0),
                new Stage(silentAfter(), 1, 0),
                new Stage(silentAfter("{\"data\":[1,2"), Long.MAX_VALUE, 1),
                new Stage(silentAfter("{\"data\":[1,2,3,4"), 2, 2),
                new Stage(silentAfter("{\"data\":[1,2,3]"), Long.MAX_VALUE, 3),
                new Stage(silentAfter(PAGE), Long.MAX_VALUE, 3));
        PageServer.Script[] scripts = Stream.concat(stages.stream().map(Stage::script), Stream.of(chunked(PAGE)))
                .toArray(PageServer.Script[]::new);
        try (PageServer server = PageServer.of(scripts);
                PageServer.Client client =
                        server.client(options -> options, transport -> transport.maxConnections(1))) {
            for (int n = 1; n <= stages.size(); n++) {
                stages.get(n - 1).run(client, server, n);
            }
            StepVerifier.create(client.numbers()).expectNextCount(4).verifyComplete();
        }
    }

    /** The point at which a page is cancelled. */
    private record Stage(PageServer.Script script, long demand, int elements) {

        void run(PageServer.Client client, PageServer server, int requests) {
            AtomicInteger emitted = new AtomicInteger();
            BaseSubscriber<PagePart<Integer>> subscriber = new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    if (demand > 0) {
                        request(demand);
                    }
                }

                @Override
                protected void hookOnNext(PagePart<Integer> part) {
                    emitted.incrementAndGet();
                }
            };
            client.numbers().subscribe(subscriber);
            Await.until(() -> server.requests() == requests && emitted.get() == elements);
            subscriber.cancel();
        }
    }

    @Test
    void allowsASubscriberSlowerThanEveryTimeout() {
        ManualTime time = new ManualTime();
        Sinks.One<String> rest = Sinks.one();
        Publisher<String> body = Flux.just("{\"data\":[1,2,").concatWith(rest.asMono());
        try (PageServer server = PageServer.of(chunked(body));
                PageServer.Client client = server.client(once(Duration.ofSeconds(1), Duration.ofMinutes(1)), time)) {
            StepVerifier.create(client.numbers(), 2)
                    .expectNext(number(1), number(2))
                    .then(() -> time.advance(Duration.ofHours(1)))
                    .expectNoEvent(Duration.ofMillis(1_100))
                    .then(() -> rest.tryEmitValue("3]}"))
                    .thenRequest(1)
                    .expectNext(number(3))
                    .thenRequest(1)
                    .expectNext(end(3))
                    .verifyComplete();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void timesOutOnAServerThatFallsSilent() {
        try (PageServer server = PageServer.of(silentAfter("{\"data\":[1,2,"));
                PageServer.Client client =
                        server.client(once(Duration.ofSeconds(1), Duration.ofMinutes(10)), transport -> transport)) {
            StepVerifier.create(client.numbers())
                    .expectNext(number(1), number(2))
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(ResponseTimeoutException.class)
                            .hasMessageContaining("for 1 s")
                            .hasMessageContaining("numbers.list"))
                    .verify();
        }
    }

    @Test
    void timesOutOnAServerThatSendsNoHead() {
        try (PageServer server = PageServer.of(connection -> Mono.never());
                PageServer.Client client =
                        server.client(once(Duration.ofMillis(50), Duration.ofMinutes(10)), transport -> transport)) {
            StepVerifier.create(client.numbers(), 0).verifyError(ResponseTimeoutException.class);
        }
    }

    @Test
    void runsTheDeadlineUnderDemand() {
        ManualTime time = new ManualTime();
        try (PageServer server = PageServer.of(silentAfter("{\"data\":[1,2,"));
                PageServer.Client client = server.client(once(Duration.ofMinutes(10), Duration.ofMillis(500)), time)) {
            StepVerifier.create(client.numbers())
                    .expectNext(number(1), number(2))
                    .then(() -> time.advanceMillis(500))
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(DeadlineExceededException.class)
                            .hasMessageContaining("500 ms"))
                    .verify();
        }
    }

    @Test
    void readsAnErrorAsAWhole() {
        String body = "{\"errors\":[{\"title\":\"Wrong\"}]}";
        String response = "HTTP/1.1 400 Bad Request\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (PageServer server = PageServer.of(raw(response), chunked(PAGE));
                PageServer.Client client =
                        server.client(options -> options, transport -> transport.maxConnections(1))) {
            StepVerifier.create(client.numbers())
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(BadRequestException.class)
                            .hasMessageContaining("Wrong"))
                    .verify();
            assertThat(client.numbers().count().block()).isEqualTo(4);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"204 No Content", "200 OK\r\nContent-Length: 0", "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0"
            })
    void failsOnAResponseWithoutAPage(String head) {
        try (PageServer server = PageServer.of(raw("HTTP/1.1 " + head + "\r\n\r\n"));
                PageServer.Client client =
                        server.client(options -> options.withRetry(RetryPolicy.never()), transport -> transport)) {
            StepVerifier.create(client.numbers(), 1)
                    .expectErrorSatisfies(e ->
                            assertThat(e).isInstanceOf(DecodingException.class).hasMessageContaining("empty"))
                    .verify();
        }
    }
}
