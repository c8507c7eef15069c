package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Page;
import io.github.telnyxreactive.benchmarks.candidate.PlainReaders.Trigger;
import io.github.telnyxreactive.benchmarks.candidate.RunRecords.TestRun;
import io.github.telnyxreactive.benchmarks.candidate.TestRecords.AssistantTest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** OkHttp's asynchronous calls, as many at once as the other candidates have connections, with the readers of the floor. */
final class OkHttp implements Candidate {

    private static final String TESTS = "/ai/assistants/tests";
    private static final MediaType JSON = MediaType.get("application/json");

    private final Target target;
    private final OkHttpClient client;

    OkHttp(Target target) {
        this.target = target;
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(target.connections());
        dispatcher.setMaxRequestsPerHost(target.connections());
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(target.connections(), 5, TimeUnit.MINUTES))
                .readTimeout(30, TimeUnit.SECONDS)
                .build();
    }

    @Override
    public void assistant(CallObserver observer) {
        get("/ai/assistants/" + Target.ID, PlainReaders.ASSISTANT, observer::succeeded, observer::failed);
    }

    @Override
    public void triggerAndGet(CallObserver observer) {
        String runs = TESTS + "/" + Target.ID + "/runs";
        Request request = request(runs)
                .post(RequestBody.create(PlainReaders.TRIGGER.writeValueAsBytes(new Trigger(Target.VERSION)), JSON))
                .build();
        this.<TestRun>send(
                request,
                PlainReaders.RUN,
                run -> get(runs + "/" + run.runId(), PlainReaders.RUN, observer::succeeded, observer::failed),
                observer::failed);
    }

    @Override
    public void tests(ListObserver observer) {
        testPage(1, observer);
    }

    private void testPage(int number, ListObserver observer) {
        this.<Page<AssistantTest>>get(
                TESTS + "?page%5Bnumber%5D=" + number + "&page%5Bsize%5D=100",
                PlainReaders.TEST_PAGE,
                page -> {
                    page.data().forEach(observer::next);
                    if (page.hasNext()) {
                        testPage(number + 1, observer);
                    } else {
                        observer.completed();
                    }
                },
                observer::failed);
    }

    @Override
    public void assistants(ListObserver observer) {
        this.<Page<AssistantRecords.Assistant>>get(
                "/ai/assistants",
                PlainReaders.ASSISTANT_PAGE,
                page -> {
                    page.data().forEach(observer::next);
                    observer.completed();
                },
                observer::failed);
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(target.baseUrl() + path)
                .header("Authorization", target.authorization())
                .header("Accept", "application/json");
    }

    private <T> void get(String path, ObjectReader reader, Consumer<T> value, Consumer<Throwable> failed) {
        send(request(path).build(), reader, value, failed);
    }

    private <T> void send(Request request, ObjectReader reader, Consumer<T> value, Consumer<Throwable> failed) {
        client.newCall(request).enqueue(new Callback() {

            @Override
            public void onFailure(Call call, IOException reason) {
                failed.accept(reason);
            }

            @Override
            public void onResponse(Call call, Response response) {
                T read;
                try (response) {
                    if (!response.isSuccessful()) {
                        throw new IllegalStateException(response.toString());
                    }
                    read = reader.readValue(response.body().byteStream());
                } catch (IllegalStateException | JacksonException e) {
                    failed.accept(e);
                    return;
                }
                value.accept(read);
            }
        });
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
