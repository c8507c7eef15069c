package io.github.telnyxreactive.webflux;

import static io.github.telnyxreactive.webflux.Service.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class BatchTest {

    private static final int EVENTS_KEPT = 60;

    /** The time of the runs, which lasts as long as a test holds it. */
    private static volatile InstantSource clock = InstantSource.system();

    private static Simulator simulator;
    private static Service service;
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        simulator = Simulator.builder()
                .runDuration(Duration.ofMillis(200), Duration.ofMillis(600))
                .outcomes(1, 1, 0)
                .clock(() -> clock.instant())
                .start();
        simulator.addSuite("checkout", 4);
        simulator.addSuite("refunds", 6);
        simulator.addSuite("large", 400);
        service = Service.against(
                simulator,
                "telnyx.deadline=20m",
                "telnyx.response-timeout=20m",
                "telnyx.batches.max-running=2",
                "telnyx.batches.max-kept=3",
                "telnyx.batches.events-kept=" + EVENTS_KEPT,
                "telnyx.batches.totals-interval=50ms",
                "telnyx.batches.heartbeat=100ms",
                "telnyx.batches.shortest-polling=50ms",
                "telnyx.batches.longest-polling=200ms",
                "telnyx.batches.max-lag=1s");
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
        simulator.close();
    }

    private static void holdRuns() {
        clock = InstantSource.fixed(Instant.now());
    }

    @AfterEach
    void continueRuns() {
        clock = InstantSource.system();
    }

    private static WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/batches")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** Starts a batch, and returns its location. */
    private static URI batch(String... suites) {
        return Objects.requireNonNull(post(new String(TelnyxJson.write(Map.of("suites", List.of(suites))), UTF_8))
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
    }

    private static Flux<ServerSentEvent<String>> events(URI batch, String lastEventId) {
        return service.streams()
                .get()
                .uri(batch + "/events")
                .headers(headers -> {
                    if (!lastEventId.isEmpty()) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {});
    }

    /** Reads the events of a batch to its end, without comments. */
    private static List<ServerSentEvent<String>> read(URI batch, String lastEventId) {
        return Objects.requireNonNull(events(batch, lastEventId)
                .filter(event -> event.data() != null)
                .collectList()
                .block());
    }

    private static JsonNode show(URI batch) {
        return json(client.get().uri(batch.toString()).exchange().expectStatus().isOk());
    }

    private static JsonNode data(ServerSentEvent<String> event) {
        return TelnyxJson.read(Objects.requireNonNull(event.data()).getBytes(UTF_8), JsonNode.class);
    }

    private static List<Long> numbers(List<ServerSentEvent<String>> events) {
        return events.stream().map(event -> number(event)).toList();
    }

    private static long number(ServerSentEvent<String> event) {
        String id = Objects.requireNonNull(event.id());
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    /** Returns the id with which all events are read from the first. */
    private static String beforeTheFirst(URI batch) {
        ServerSentEvent<String> event = Objects.requireNonNull(
                events(batch, "").filter(next -> next.data() != null).blockFirst());
        String id = Objects.requireNonNull(event.id());
        return id.substring(0, id.indexOf('-')) + "-0";
    }

    @Test
    void streamsABatchFromASnapshotToItsEnd() {
        URI batch = batch("checkout", "refunds", "checkout");

        List<ServerSentEvent<String>> events = read(batch, "");

        assertThat(events.get(0).event()).isEqualTo("snapshot");
        assertThat(data(events.get(0)).has("missed")).isFalse();
        assertThat(events)
                .extracting(ServerSentEvent::event)
                .contains("run", "totals")
                .endsWith("done");
        long first = number(events.get(0));
        assertThat(numbers(events))
                .containsExactlyElementsOf(
                        LongStream.range(first, first + events.size()).boxed().toList());
        JsonNode shown = show(batch);
        assertThat(shown.get("status").asString()).isEqualTo("finished");
        assertThat(shown.get("runs").size()).isEqualTo(10);
        assertThat(shown.get("totals"))
                .isEqualTo(data(events.get(events.size() - 1)).get("totals"));
        assertThat(shown.get("totals").get("suites").get("refunds").get("runs").asInt())
                .isEqualTo(6);
        assertThat(replay(events)).isEqualTo(runs(shown));
        JsonNode run = shown.get("runs").get(0);
        assertThat(run.get("test_name").asString()).isNotBlank();
        assertThat(run.get("rubric").get(0).get("status").asString()).isIn("passed", "failed");
        assertThat(run.get("conversation_id").asString()).isNotBlank();
    }

    /** Returns the runs as a reader of these events knows them. */
    private static Map<String, JsonNode> replay(List<ServerSentEvent<String>> events) {
        Map<String, JsonNode> runs = new HashMap<>();
        for (ServerSentEvent<String> event : events) {
            JsonNode data = data(event);
            if ("snapshot".equals(event.event())) {
                runs = runs(data);
            } else if ("run".equals(event.event())) {
                runs.put(data.get("run").get("run_id").asString(), data.get("run"));
            }
        }
        return runs;
    }

    private static Map<String, JsonNode> runs(JsonNode batch) {
        Map<String, JsonNode> runs = new HashMap<>();
        batch.get("runs").forEach(run -> runs.put(run.get("run_id").asString(), run));
        return runs;
    }

    @Test
    void reconnectingReaderContinuesWithoutAGap() {
        URI batch = batch("checkout");
        List<ServerSentEvent<String>> begun = Objects.requireNonNull(events(batch, beforeTheFirst(batch))
                .filter(event -> event.data() != null)
                .take(3)
                .collectList()
                .block());

        List<ServerSentEvent<String>> rest = read(batch, begun.get(2).id());

        assertThat(numbers(begun)).containsExactly(1L, 2L, 3L);
        assertThat(numbers(rest))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(4, 3 + rest.size()).boxed().toList());
        List<ServerSentEvent<String>> all = new ArrayList<>(begun);
        all.addAll(rest);
        assertThat(replay(all)).isEqualTo(runs(show(batch)));
    }

    @Test
    void readerThatReconnectsTooLateReceivesASnapshotAndTheEnd() {
        URI batch = batch("refunds", "large");
        List<ServerSentEvent<String>> first = read(batch, "");
        assertThat(first.get(first.size() - 1).event()).isEqualTo("done");

        for (String last : List.of("1", beforeTheFirst(batch), "987654", "not a number")) {
            List<ServerSentEvent<String>> events = read(batch, last);
            assertThat(events).extracting(ServerSentEvent::event).containsExactly("snapshot", "done");
            assertThat(data(events.get(0)).get("missed").asBoolean()).isTrue();
            assertThat(data(events.get(0)).get("runs").size()).isEqualTo(406);
        }
        client.get()
                .uri(batch + "/events")
                .header("Last-Event-ID", first.get(first.size() - 1).id())
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }

    @Test
    void unreadConnectionsDoNotDelayABatch() throws IOException {
        URI batch = batch("large");
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int reader = 0; reader < 30; reader++) {
                sockets.add(silentReader(batch));
            }

            List<ServerSentEvent<String>> events = read(batch, "");

            assertThat(events.get(events.size() - 1).event()).isEqualTo("done");
            assertThat(numbers(events)).isSorted().doesNotHaveDuplicates();
            assertThat(replay(events)).isEqualTo(runs(show(batch)));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket silentReader(URI batch) throws IOException {
        URI address = URI.create(service.url());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String request =
                "GET " + batch.getPath() + "/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    @Test
    void unknownSuitesAreRefusedBeforeAnythingIsTriggered() {
        simulator.clearRequests();

        JsonNode problem = json(post("{\"suites\":[\"checkout\",\"refund\"]}")
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));

        assertThat(problem.get("detail").asString())
                .isEqualTo("Nothing was triggered: there is no suite \"refund\" (did you mean \"refunds\"?)");
        assertThat(simulator.requests()).noneMatch(request -> request.method().equals("POST"));
        // It took no place of a batch that runs.
        read(batch("checkout"), "");
    }

    @Test
    void reportsASuiteThatCannotBeTriggered() {
        simulator.inject(FaultRule.on("assistants.tests.testSuites.runs.trigger")
                .inject(Fault.status(422, "{}", MediaType.APPLICATION_JSON_VALUE)));
        URI batch = batch("checkout");

        List<ServerSentEvent<String>> events = read(batch, "");
        simulator.clearFaults();

        JsonNode item = show(batch).get("items").get(0);
        assertThat(item.get("suite").asString()).isEqualTo("checkout");
        assertThat(item.get("problem").asString()).isNotBlank().doesNotContain(simulator.apiKey());
        assertThat(events.get(events.size() - 1).event()).isEqualTo("done");
    }

    @Test
    void idleStreamSendsHeartbeats() {
        holdRuns();
        URI batch = batch("checkout");

        assertThat(events(batch, "").filter(event -> event.comment() != null).blockFirst())
                .isNotNull();
        continueRuns();
        read(batch, "");
    }

    @Test
    void limitsRunningBatchesAndRemovesTheOldestFirst() {
        holdRuns();
        List<URI> running = List.of(batch("checkout"), batch("checkout"));

        json(post("{\"suites\":[\"checkout\"]}")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));

        continueRuns();
        running.forEach(batch -> read(batch, ""));
        IntStream.range(0, 3).forEach(number -> read(batch("checkout"), ""));
        // A batch that is no longer in memory is read from its journal.
        JsonNode shown = show(running.get(0));
        assertThat(shown.get("status").asString()).isEqualTo("finished");
        assertThat(shown.get("runs").size()).isEqualTo(4);
    }

    @Test
    void respondsToInvalidBatchesWithProblems() {
        for (String body : List.of(
                "{}",
                "{\"suites\":[]}",
                "{\"suites\":[\"\"]}",
                "{\"suites\":[null]}",
                "{\"suites\":[\"" + "x".repeat(101) + "\"]}",
                "{\"suites\":[\"checkout\"],\"version_id\":\" \"}")) {
            JsonNode problem = json(post(body)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON));
            assertThat(problem.at("/errors/0/field").asString()).isNotBlank();
        }
        for (String body : List.of("{\"suites\":", "{\"suites\":{}}", "")) {
            json(post(body)
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }
    }

    @Test
    void respondsToUnknownBatchesWithProblems() {
        for (String path : List.of("/batches/none", "/batches/none/events")) {
            json(client.get()
                    .uri(path)
                    .accept(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }
    }

    @Test
    void passesTheVersionOn() {
        simulator.clearRequests();
        URI batch = Objects.requireNonNull(post("{\"suites\":[\"checkout\"],\"version_id\":\"v2\"}")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
        read(batch, "");

        assertThat(simulator.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .singleElement()
                .satisfies(request -> assertThat(request.text()).contains("v2"));
    }
}
