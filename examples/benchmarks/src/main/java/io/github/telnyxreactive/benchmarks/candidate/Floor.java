package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Page;
import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Trigger;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.CallSubscriber;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.ListSubscriber;
import io.github.telnyxreactive.benchmarks.candidate.RunRecords.TestRun;
import io.github.telnyxreactive.benchmarks.candidate.TestRecords.AssistantTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.io.InputStream;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.ObjectReader;

/**
 * The floor: what one would write by hand on Reactor Netty and Jackson if only speed mattered. It has no retries, no limits
 * and no deadline, and its only error is a status other than 2xx.
 */
final class Floor implements Candidate {

    private static final String TESTS = "/ai/assistants/tests";

    private final ConnectionProvider provider;
    private final HttpClient client;
    private final HttpClient.RequestSender post;

    Floor(Target target) {
        provider = ConnectionProvider.builder("floor")
                .maxConnections(target.connections())
                .pendingAcquireMaxCount(target.pendingAcquires())
                .pendingAcquireTimeout(Duration.ofMinutes(1))
                .build();
        client = SecureConnections.of(HttpClient.create(provider), target)
                .baseUrl(target.baseUrl())
                .headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, target.authorization())
                        .set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON));
        post = client.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON))
                .post();
    }

    @Override
    public void assistant(CallObserver observer) {
        get("/ai/assistants/" + Target.ID, PlainReaders.ASSISTANT).subscribe(new CallSubscriber(observer));
    }

    @Override
    public void triggerAndGet(CallObserver observer) {
        String runs = TESTS + "/" + Target.ID + "/runs";
        post.uri(runs)
                .send(Mono.fromSupplier(() ->
                        Unpooled.wrappedBuffer(PlainReaders.TRIGGER.writeValueAsBytes(new Trigger(Target.VERSION)))))
                .<TestRun>responseSingle((head, body) -> read(head, body, PlainReaders.RUN))
                .flatMap(run -> this.<TestRun>get(runs + "/" + run.runId(), PlainReaders.RUN))
                .subscribe(new CallSubscriber(observer));
    }

    @Override
    public void tests(ListObserver observer) {
        testPage(1)
                .expand(page -> page.hasNext() ? testPage(page.meta().pageNumber() + 1) : Mono.empty())
                .<Object>concatMap(page -> Flux.fromIterable(page.data()), 0)
                .subscribe(new ListSubscriber(observer));
    }

    private Mono<Page<AssistantTest>> testPage(int number) {
        return get(TESTS + "?page%5Bnumber%5D=" + number + "&page%5Bsize%5D=100", PlainReaders.TEST_PAGE);
    }

    @Override
    public void assistants(ListObserver observer) {
        this.<Page<AssistantRecords.Assistant>>get("/ai/assistants", PlainReaders.ASSISTANT_PAGE)
                .<Object>flatMapIterable(Page::data)
                .subscribe(new ListSubscriber(observer));
    }

    private <T> Mono<T> get(String uri, ObjectReader reader) {
        return client.get().uri(uri).responseSingle((head, body) -> read(head, body, reader));
    }

    private static <T> Mono<T> read(HttpClientResponse head, ByteBufMono body, ObjectReader reader) {
        return head.status().code() / 100 == 2
                ? body.map(buffer -> reader.readValue(stream(buffer)))
                : Mono.error(new IllegalStateException(head.status().toString()));
    }

    private static InputStream stream(ByteBuf buffer) {
        return new ByteBufInputStream(buffer);
    }

    @Override
    public void close() {
        provider.dispose();
    }
}
