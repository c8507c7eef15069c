package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Page;
import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Trigger;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.CallSubscriber;
import io.github.telnyxreactive.benchmarks.candidate.ReactorSubscribers.ListSubscriber;
import io.github.telnyxreactive.benchmarks.candidate.RunRecords.TestRun;
import io.github.telnyxreactive.benchmarks.candidate.TestRecords.AssistantTest;
import java.time.Duration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Spring's client on the same Reactor Netty, with the same mapper as the floor. */
final class SpringWebClient implements Candidate {

    private static final ParameterizedTypeReference<Page<AssistantTest>> TEST_PAGE =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<AssistantRecords.Assistant>> ASSISTANT_PAGE =
            new ParameterizedTypeReference<>() {};
    private static final String RUNS = "/ai/assistants/tests/{test}/runs";
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final ConnectionProvider provider;
    private final WebClient client;

    SpringWebClient(Target target) {
        provider = ConnectionProvider.builder("webclient")
                .maxConnections(target.connections())
                .pendingAcquireMaxCount(target.pendingAcquires())
                .pendingAcquireTimeout(Duration.ofMinutes(1))
                .build();
        client = WebClient.builder()
                .baseUrl(target.baseUrl())
                .defaultHeader(HttpHeaders.AUTHORIZATION, target.authorization())
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .clientConnector(
                        new ReactorClientHttpConnector(SecureConnections.of(HttpClient.create(provider), target)))
                .codecs(codecs -> {
                    codecs.defaultCodecs().maxInMemorySize(MAX_BYTES);
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(PlainReaders.MAPPER));
                    codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(PlainReaders.MAPPER));
                })
                .build();
    }

    @Override
    public void assistant(CallObserver observer) {
        client.get()
                .uri("/ai/assistants/{assistant}", Target.ID)
                .retrieve()
                .bodyToMono(AssistantRecords.Assistant.class)
                .subscribe(new CallSubscriber(observer));
    }

    @Override
    public void triggerAndGet(CallObserver observer) {
        client.post()
                .uri(RUNS, Target.ID)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new Trigger(Target.VERSION))
                .retrieve()
                .bodyToMono(TestRun.class)
                .flatMap(run -> client.get()
                        .uri(RUNS + "/{run}", Target.ID, run.runId())
                        .retrieve()
                        .bodyToMono(TestRun.class))
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
        return client.get()
                .uri("/ai/assistants/tests?page[number]={number}&page[size]=100", number)
                .retrieve()
                .bodyToMono(TEST_PAGE);
    }

    @Override
    public void assistants(ListObserver observer) {
        client.get()
                .uri("/ai/assistants")
                .retrieve()
                .bodyToMono(ASSISTANT_PAGE)
                .<Object>flatMapIterable(Page::data)
                .subscribe(new ListSubscriber(observer));
    }

    @Override
    public void close() {
        provider.dispose();
    }
}
