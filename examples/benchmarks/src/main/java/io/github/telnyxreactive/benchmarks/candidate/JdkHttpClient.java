package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Page;
import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Trigger;
import io.github.telnyxreactive.benchmarks.candidate.Runs.TestRun;
import io.github.telnyxreactive.benchmarks.candidate.Tests.AssistantTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/** The JDK's client with futures, and the readers of the floor. */
final class JdkHttpClient implements Candidate {

    private static final String TESTS = "/ai/assistants/tests";

    /** As many as the event loops of the others; by default there would be one for each call. */
    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private final Target target;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(THREADS))
            .build();

    JdkHttpClient(Target target) {
        this.target = target;
    }

    @Override
    public void assistant(Outcome outcome) {
        pass(get("/ai/assistants/" + Target.ID, PlainReaders.ASSISTANT), outcome);
    }

    @Override
    public void triggerAndGet(Outcome outcome) {
        String runs = TESTS + "/" + Target.ID + "/runs";
        HttpRequest request = request(runs)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(PlainReaders.TRIGGER.writeValueAsBytes(new Trigger(Target.VERSION))))
                .build();
        pass(
                this.<TestRun>send(request, PlainReaders.RUN)
                        .thenCompose(run -> this.<TestRun>get(runs + "/" + run.runId(), PlainReaders.RUN)),
                outcome);
    }

    @Override
    public void tests(Elements elements) {
        testPage(1, elements);
    }

    private void testPage(int number, Elements elements) {
        this.<Page<AssistantTest>>get(
                        TESTS + "?page%5Bnumber%5D=" + number + "&page%5Bsize%5D=100", PlainReaders.TEST_PAGE)
                .whenComplete((page, failure) -> {
                    if (failure != null) {
                        elements.failed(failure);
                        return;
                    }
                    page.data().forEach(elements::next);
                    if (page.hasNext()) {
                        testPage(number + 1, elements);
                    } else {
                        elements.completed();
                    }
                });
    }

    @Override
    public void assistants(Elements elements) {
        this.<Page<Assistants.Assistant>>get("/ai/assistants", PlainReaders.ASSISTANT_PAGE)
                .whenComplete((page, failure) -> {
                    if (failure != null) {
                        elements.failed(failure);
                        return;
                    }
                    page.data().forEach(elements::next);
                    elements.completed();
                });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(target.baseUrl() + path))
                .header("Authorization", target.authorization())
                .header("Accept", "application/json");
    }

    private <T> CompletableFuture<T> get(String path, ObjectReader reader) {
        return send(request(path).GET().build(), reader);
    }

    private <T> CompletableFuture<T> send(HttpRequest request, ObjectReader reader) {
        return client.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(answer -> read(answer, reader));
    }

    private static <T> T read(HttpResponse<byte[]> answer, ObjectReader reader) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.toString());
        }
        return reader.readValue(answer.body());
    }

    private static void pass(CompletableFuture<?> call, Outcome outcome) {
        call.whenComplete((@Nullable Object value, @Nullable Throwable failure) -> {
            if (value == null) {
                outcome.failed(failure == null ? new NullPointerException("no value") : failure);
            } else {
                outcome.succeeded(value);
            }
        });
    }

    @Override
    public void close() {
        // Its threads end with the process.
    }
}
