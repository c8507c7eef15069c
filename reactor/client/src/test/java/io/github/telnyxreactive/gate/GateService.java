package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.json.TelnyxJson;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/**
 * An assistant with the versions v1, which is the main version, v2 and v3, and two suites: checkout with the tests t1, t2 and
 * t3, refunds with t4 and t5. All runs pass, and have ended when they are first looked at. A test may change anything at any
 * time, and answer any request by itself.
 */
final class GateService implements AutoCloseable {

    private static final String ASSISTANT = "/ai/assistants/a";
    private static final String TESTS = "/ai/assistants/tests";
    private static final String SUITES = TESTS + "/test-suites/";

    /**
     * A request.
     *
     * @param version the version in its body, empty for none
     * @param key its idempotency key, empty for none
     */
    record Call(String method, String path, Map<String, String> query, String version, String key) {

        boolean isTrigger() {
            return method.equals("POST") && path.endsWith("/runs");
        }

        boolean isRead(String end) {
            return method.equals("GET") && path.endsWith(end);
        }
    }

    /** A response. */
    record Answer(int status, String body) {

        static Answer of(int status, Object body) {
            return new Answer(status, TelnyxJson.writeToString(body));
        }

        static Answer refusal() {
            return new Answer(403, "{}");
        }
    }

    /** A run, and the status in which it ends. */
    record Run(String id, String testId, String suite, String suiteRunId, String version, String end) {

        Run endingAs(String status) {
            return new Run(id, testId, suite, suiteRunId, version, status);
        }
    }

    /** The fields of each test, by its id. */
    final Map<String, Map<String, Object>> tests = new LinkedHashMap<>();

    /** The fields of each version, by its id. */
    final Map<String, Map<String, Object>> versions = new LinkedHashMap<>();

    final Map<String, Run> runs = new LinkedHashMap<>();

    /** Makes the runs of a triggering from those that an honest service would start. */
    UnaryOperator<List<Run>> starting = started -> started;

    /** Decides how a run ends. */
    Function<Run, String> ending = run -> "passed";

    /** Answers a request instead of the service, {@code null} to leave it to it. */
    Function<Call, @Nullable Answer> trouble = call -> null;

    /** Changes how a run is written. */
    UnaryOperator<Map<String, Object>> writing = fields -> fields;

    /** Changes how a run is written in a list. */
    UnaryOperator<Map<String, Object>> listing = fields -> fields;

    /** All requests. */
    final List<Call> calls = new ArrayList<>();

    /** The idempotency keys of all triggerings. */
    final Set<String> keys = new HashSet<>();

    String main = "v1";
    private int triggerings;
    private int changes;
    private final DisposableServer server;

    GateService() {
        addTests("checkout", "t1", "t2", "t3");
        addTests("refunds", "t4", "t5");
        List.of("v1", "v2", "v3").forEach(version -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", "a");
            fields.put("name", "Front desk");
            fields.put("version_id", version);
            fields.put("instructions", "Answer as " + version);
            fields.put("model", "m");
            fields.put("created_at", "2026-01-01T00:00:00Z");
            versions.put(version, fields);
        });
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("{}")
                        .flatMap(body -> {
                            Answer answer = answer(
                                    request.method().name(),
                                    request.uri(),
                                    request.requestHeaders().get("Idempotency-Key", ""),
                                    body);
                            return response.status(answer.status())
                                    .header("content-type", "application/json")
                                    .sendString(Mono.just(answer.body()))
                                    .then();
                        }))
                .bindNow();
    }

    void addTests(String suite, String... ids) {
        for (String id : ids) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("test_id", id);
            fields.put("name", "Test " + id);
            fields.put("telnyx_conversation_channel", "web_chat");
            fields.put("rubric", List.of(Map.of("name", "polite", "criteria", "is polite")));
            fields.put("created_at", "2026-01-01T00:00:00Z");
            fields.put("instructions", "Ask for " + id);
            fields.put("destination", "+13125550001");
            fields.put("max_duration_seconds", 60);
            fields.put("test_suite", suite);
            tests.put(id, fields);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Returns the number of requests that change something, whatever their outcome. */
    synchronized int changes() {
        return changes;
    }

    synchronized int triggerings() {
        return triggerings;
    }

    private synchronized Answer answer(String method, String uri, String key, String body) {
        QueryStringDecoder decoder = new QueryStringDecoder(uri);
        Map<String, String> query = new LinkedHashMap<>();
        decoder.parameters().forEach((name, values) -> query.put(name, values.get(0)));
        JsonNode sent = TelnyxJson.read(body.isEmpty() ? "{}" : body, JsonNode.class);
        Call call = new Call(
                method,
                decoder.path(),
                query,
                sent.path("destination_version_id").asString(""),
                key);
        calls.add(call);
        if (!method.equals("GET") && !call.isTrigger()) {
            changes++;
        }
        if (call.isTrigger()) {
            triggerings++;
            keys.add(key);
        }
        Answer own = trouble.apply(call);
        return own == null ? honest(call) : own;
    }

    private Answer honest(Call call) {
        String path = call.path();
        if (call.isTrigger()) {
            return trigger(call);
        }
        if (path.equals(TESTS)) {
            String suite = call.query().get("test_suite");
            return page(tests.values().stream()
                    .filter(test -> test.get("test_suite").equals(suite))
                    .toList());
        }
        if (path.startsWith(SUITES)) {
            String id = call.query().get("test_suite_run_id");
            return page(runs.values().stream()
                    .filter(run -> run.suiteRunId().equals(id))
                    .map(run -> listing.apply(write(run, run.end())))
                    .toList());
        }
        if (path.startsWith(TESTS)) {
            Run run = runs.get(last(path));
            return run == null ? new Answer(404, "{}") : Answer.of(200, write(run, run.end()));
        }
        if (path.endsWith("/promote")) {
            main = path.split("/")[5];
            return Answer.of(200, Objects.requireNonNull(versions.get(main)));
        }
        if (path.startsWith(ASSISTANT + "/versions/")) {
            return Answer.of(200, Objects.requireNonNull(versions.get(last(path))));
        }
        return path.equals(ASSISTANT)
                ? Answer.of(200, Objects.requireNonNull(versions.get(main)))
                : new Answer(404, "{}");
    }

    private Answer trigger(Call call) {
        String suite = call.path().split("/")[5];
        String id = "s" + triggerings;
        List<Run> honest = new ArrayList<>();
        tests.forEach((test, fields) -> {
            if (fields.get("test_suite").equals(suite)) {
                Run run = new Run("r" + triggerings + test, test, suite, id, call.version(), "passed");
                honest.add(run.endingAs(ending.apply(run)));
            }
        });
        List<Run> started = starting.apply(honest);
        started.forEach(run -> runs.put(run.id(), run));
        return Answer.of(201, started.stream().map(run -> write(run, "pending")).toList());
    }

    private Map<String, Object> write(Run run, String status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run_id", run.id());
        fields.put("test_id", run.testId());
        fields.put("status", status);
        fields.put("triggered_by", "api");
        fields.put("created_at", "2026-01-01T00:00:00Z");
        fields.put("test_suite_run_id", run.suiteRunId());
        fields.put("destination_version_id", run.version());
        return writing.apply(fields);
    }

    static Answer page(List<?> elements) {
        Map<String, Object> meta =
                Map.of("page_number", 1, "page_size", 100, "total_pages", 1, "total_results", elements.size());
        return Answer.of(200, Map.of("data", elements, "meta", meta));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
