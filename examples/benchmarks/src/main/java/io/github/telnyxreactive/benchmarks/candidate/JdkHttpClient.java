package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Page;
import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Trigger;
import io.github.telnyxreactive.benchmarks.candidate.RunRecords.TestRun;
import io.github.telnyxreactive.benchmarks.candidate.TestRecords.AssistantTest;
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

/** The JDK's client with futures and the readers of the floor. */
final class JdkHttpClient implements Candidate {

    private static final String TESTS = "/ai/assistants/tests";

    /** As many as the other candidates have event loops; by default there would be one per call. */
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
    public void assistant(CallObserver observer) {
        pass(get("/ai/assistants/" + Target.ID, PlainReaders.ASSISTANT), observer);
    }

    @Override
    public void triggerAndGet(CallObserver observer) {
        String runs = TESTS + "/" + Target.ID + "/runs";
        HttpRequest request = request(runs)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(PlainReaders.TRIGGER.writeValueAsBytes(new Trigger(Target.VERSION))))
                .build();
        pass(
                this.<TestRun>send(request, PlainReaders.RUN)
                        .thenCompose(run -> this.<TestRun>get(runs + "/" + run.runId(), PlainReaders.RUN)),
                observer);
    }

    @Override
    public void tests(ListObserver observer) {
        testPage(1, observer);
    }

    private void testPage(int number, ListObserver observer) {
        this.<Page<AssistantTest>>get(
                        TESTS + "?page%5Bnumber%5D=" + number + "&page%5Bsize%5D=100", PlainReaders.TEST_PAGE)
                .whenComplete((page, failure) -> {
                    if (failure != null) {
                        observer.failed(failure);
                        return;
                    }
                    page.data().forEach(observer::next);
                    if (page.hasNext()) {
                        testPage(number + 1, observer);
                    } else {
                        observer.completed();
                    }
                });
    }

    @Override
    public void assistants(ListObserver observer) {
        this.<Page<AssistantRecords.Assistant>>get("/ai/assistants", PlainReaders.ASSISTANT_PAGE)
                .whenComplete((page, failure) -> {
                    if (failure != null) {
                        observer.failed(failure);
                        return;
                    }
                    page.data().forEach(observer::next);
                    observer.completed();
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
        return client.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(response -> read(response, reader));
    }

    private static <T> T read(HttpResponse<byte[]> response, ObjectReader reader) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.toString());
        }
        return reader.readValue(response.body());
    }

    private static void pass(CompletableFuture<?> call, CallObserver observer) {
        call.whenComplete((@Nullable Object value, @Nullable Throwable failure) -> {
            if (value == null) {
                observer.failed(failure == null ? new NullPointerException("no value") : failure);
            } else {
                observer.succeeded(value);
            }
        });
    }

    @Override
    public void close() {
        // Its threads end with the process.
    }
}
