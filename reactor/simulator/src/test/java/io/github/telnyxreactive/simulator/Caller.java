package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.page.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Calls a simulator with an HTTP client that is independent of it. */
final class Caller {

    static final String ASSISTANTS = "/ai/assistants";
    static final String TESTS = "/ai/assistants/tests";
    static final String SUITES = TESTS + "/test-suites";

    private final Simulator simulator;
    private final HttpClient client;

    Caller(Simulator simulator) {
        this(
                simulator,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    Caller(Simulator simulator, HttpClient client) {
        this.simulator = simulator;
        this.client = client;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body);
    }

    HttpResponse<String> patch(String path, String body) {
        return send("PATCH", path, body);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(request(method, path, body, headers));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> sendAsync(String method, String path, String body, String... headers) {
        return client.sendAsync(request(method, path, body, headers), BodyHandlers.ofString());
    }

    HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Authorization", "Bearer " + simulator.apiKey())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }

    /** Creates an assistant with additional fields, and returns its path. */
    String assistant(String moreFields) {
        HttpResponse<String> response =
                post(ASSISTANTS, "{\"name\":\"n\",\"instructions\":\"Be kind\"," + moreFields + "}");
        return ASSISTANTS + "/" + json(response).get("id").stringValue();
    }

    static JsonNode json(HttpResponse<String> response) {
        return TelnyxJson.read(response.body(), JsonNode.class);
    }

    static AssistantTest test(HttpResponse<String> response) {
        return TelnyxJson.read(response.body(), AssistantTest.class);
    }

    static TestRun run(HttpResponse<String> response) {
        return TelnyxJson.read(response.body(), TestRun.class);
    }

    static List<TestRun> runs(HttpResponse<String> response) {
        return TelnyxJson.read(response.body(), new TypeReference<List<TestRun>>() {});
    }

    static Page<TestRun> runPage(HttpResponse<String> response) {
        return TelnyxJson.read(response.body(), new TypeReference<Page<TestRun>>() {});
    }

    static Page<AssistantTest> testPage(HttpResponse<String> response) {
        return TelnyxJson.read(response.body(), new TypeReference<Page<AssistantTest>>() {});
    }
}
