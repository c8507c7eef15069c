package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Page;
import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Trigger;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.ToElements;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.ToOutcome;
import io.github.telnyxreactive.benchmarks.candidate.Runs.TestRun;
import io.github.telnyxreactive.benchmarks.candidate.Tests.AssistantTest;
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
 * The floor: what one writes by hand on Reactor Netty and Jackson where speed is all that counts. It neither retries nor
 * limits, has no deadline, and knows no errors but that something is not 2xx.
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
        client = HttpClient.create(provider)
                .baseUrl(target.baseUrl())
                .headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, target.authorization())
                        .set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON));
        post = client.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON))
                .post();
    }

    @Override
    public void assistant(Outcome outcome) {
        get("/ai/assistants/" + Target.ID, PlainReaders.ASSISTANT).subscribe(new ToOutcome(outcome));
    }

    @Override
    public void triggerAndGet(Outcome outcome) {
        String runs = TESTS + "/" + Target.ID + "/runs";
        post.uri(runs)
                .send(Mono.fromSupplier(() ->
                        Unpooled.wrappedBuffer(PlainReaders.TRIGGER.writeValueAsBytes(new Trigger(Target.VERSION)))))
                .<TestRun>responseSingle((head, body) -> read(head, body, PlainReaders.RUN))
                .flatMap(run -> this.<TestRun>get(runs + "/" + run.runId(), PlainReaders.RUN))
                .subscribe(new ToOutcome(outcome));
    }

    @Override
    public void tests(Elements elements) {
        testPage(1)
                .expand(page -> page.hasNext() ? testPage(page.meta().pageNumber() + 1) : Mono.empty())
                .<Object>concatMap(page -> Flux.fromIterable(page.data()), 0)
                .subscribe(new ToElements(elements));
    }

    private Mono<Page<AssistantTest>> testPage(int number) {
        return get(TESTS + "?page%5Bnumber%5D=" + number + "&page%5Bsize%5D=100", PlainReaders.TEST_PAGE);
    }

    @Override
    public void assistants(Elements elements) {
        this.<Page<Assistants.Assistant>>get("/ai/assistants", PlainReaders.ASSISTANT_PAGE)
                .<Object>flatMapIterable(Page::data)
                .subscribe(new ToElements(elements));
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
