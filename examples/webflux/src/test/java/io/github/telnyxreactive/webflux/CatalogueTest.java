package io.github.telnyxreactive.webflux;

import static io.github.telnyxreactive.webflux.Service.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.Disposable;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class CatalogueTest {

    static final String KEY = "KEY-that-must-not-be-shown";

    private static Simulator simulator;
    private static Service service;
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        simulator = Simulator.builder().apiKey(KEY).start();
        simulator.addSuite("checkout", 45);
        simulator.addTest(CreateAssistantTestRequest.builder()
                .name("refund")
                .destination("+15550100")
                .instructions("Ask for a refund.")
                .rubric(List.of(RubricItem.builder()
                        .name("polite")
                        .criteria("Is polite.")
                        .build()))
                .testSuite("refunds")
                .additionalProperties(Map.of("new_field", TelnyxJson.read("{\"a\":1}".getBytes(UTF_8), JsonNode.class)))
                .build());
        simulator.addAssistants(3);
        service = Service.against(
                simulator,
                "telnyx.max-attempts=1",
                "telnyx.deadline=20m",
                "telnyx.response-timeout=20m",
                "telnyx.health.cached=1ms");
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
        simulator.close();
    }

    @AfterEach
    void clear() {
        simulator.clearFaults();
        simulator.clearRequests();
    }

    private static String get(String uri, MediaType accepted) {
        return new String(
                client.get()
                        .uri(uri)
                        .accept(accepted)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(accepted)
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                UTF_8);
    }

    @Test
    void listsTestsAsLines() {
        List<String> lines =
                get("/tests?page_size=20", MediaType.APPLICATION_NDJSON).lines().toList();

        assertThat(lines)
                .hasSize(46)
                .allSatisfy(line -> assertThat(TelnyxJson.read(line.getBytes(UTF_8), JsonNode.class)
                                .has("test_id"))
                        .isTrue());
        assertThat(simulator.requestCount("assistants.tests.list")).isEqualTo(3);
    }

    @Test
    void listsTestsAsAnArray() {
        JsonNode tests =
                TelnyxJson.read(get("/tests", MediaType.APPLICATION_JSON).getBytes(UTF_8), JsonNode.class);

        assertThat(tests.isArray()).isTrue();
        assertThat(tests.size()).isEqualTo(46);
    }

    @Test
    void emptyListIsAnEmptyArray() {
        assertThat(get("/tests?test_suite=none", MediaType.APPLICATION_JSON)).isEqualTo("[]");
        assertThat(get("/tests?test_suite=none", MediaType.APPLICATION_NDJSON)).isEmpty();
    }

    @Test
    void writesModelsAsTheyWereReceived() {
        JsonNode test = TelnyxJson.read(
                        get("/tests?test_suite=refunds", MediaType.APPLICATION_JSON)
                                .getBytes(UTF_8),
                        JsonNode.class)
                .get(0);

        assertThat(test.get("instructions").asString()).isEqualTo("Ask for a refund.");
        assertThat(test.get("test_suite").asString()).isEqualTo("refunds");
        assertThat(test.get("created_at").asString()).endsWith("Z");
        assertThat(test.has("additional_properties")).isFalse();
        assertThat(test.at("/new_field/a").asInt()).isEqualTo(1);
    }

    @Test
    void passesFiltersOn() {
        get(
                "/tests?test_suite=refunds&telnyx_conversation_channel=phone_call&destination=somewhere&page_size=7",
                MediaType.APPLICATION_JSON);

        assertThat(simulator.requests("assistants.tests.list").get(0).uri())
                .contains(
                        "test_suite=refunds", "telnyx_conversation_channel=phone_call", "destination=somewhere", "=7");
    }

    @Test
    void listsAssistants() {
        JsonNode assistants =
                TelnyxJson.read(get("/assistants", MediaType.APPLICATION_JSON).getBytes(UTF_8), JsonNode.class);

        assertThat(assistants.size()).isEqualTo(3);
        assertThat(assistants.get(0).has("created_at")).isTrue();
        assertThat(get("/assistants", MediaType.APPLICATION_NDJSON).lines()).hasSize(3);
    }

    @Test
    void listsSuitesWithTheNumberOfTheirTests() {
        assertThat(get("/suites", MediaType.APPLICATION_JSON)).isEqualTo("""
                [{"name":"checkout","tests":45},{"name":"refunds","tests":1}]""");
    }

    @Test
    void listsSuitesWhoseTestsCannotBeCounted() {
        simulator.inject(FaultRule.on("assistants.tests.list").inject(Fault.internalServerError()));

        assertThat(get("/suites", MediaType.APPLICATION_JSON)).isEqualTo("""
                [{"name":"checkout"},{"name":"refunds"}]""");
    }

    @Test
    void disconnectingCancelsTheRequestToTelnyx() throws Exception {
        simulator.inject(FaultRule.on("assistants.tests.list").after(1).inject(Fault.latency(Duration.ofMinutes(10))));
        double cancelledBefore = cancelledLists();
        CountDownLatch lines = new CountDownLatch(20);

        Disposable caller = service.streams()
                .get()
                .uri("/tests?page_size=20")
                .accept(MediaType.APPLICATION_NDJSON)
                .retrieve()
                .bodyToFlux(JsonNode.class)
                .subscribe(line -> lines.countDown());
        lines.await();
        Service.await(() -> simulator.requestCount("assistants.tests.list") == 2);
        caller.dispose();

        Service.await(() -> cancelledLists() == cancelledBefore + 1);
        assertThat(simulator.requestCount("assistants.tests.list")).isEqualTo(2);
    }

    private static double cancelledLists() {
        return service.bean(MeterRegistry.class)
                .timer("telnyx.client.calls", "operation", "assistants.tests.list", "outcome", "cancelled")
                .count();
    }

    @Test
    void errorAfterTheFirstElementsAbortsTheStream() {
        simulator.inject(FaultRule.on("assistants.tests.list").after(1).inject(Fault.internalServerError()));

        StepVerifier.create(service.streams()
                        .get()
                        .uri("/tests?page_size=20")
                        .accept(MediaType.APPLICATION_NDJSON)
                        .retrieve()
                        .bodyToFlux(JsonNode.class))
                .expectNextCount(20)
                .verifyError(WebClientException.class);
    }

    static Stream<Arguments> problems() {
        String body = "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad\",\"detail\":\"of " + KEY
                + "\",\"source\":{\"parameter\":\"filter\"}}]}";
        return Stream.of(
                Arguments.of(status(400, "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad filter\"}]}"), 400, 400),
                Arguments.of(status(401, body), 502, 401),
                Arguments.of(status(403, body), 502, 403),
                Arguments.of(status(404, body), 404, 404),
                Arguments.of(
                        status(422, "{\"detail\":[{\"loc\":[\"query\",\"x\"],\"msg\":\"no\",\"type\":\"t\"}]}"),
                        422,
                        422),
                Arguments.of(Fault.tooManyRequests(Duration.ofSeconds(2)), 503, 429),
                Arguments.of(Fault.internalServerError(), 502, 500),
                Arguments.of(Fault.badGateway(), 502, 502),
                Arguments.of(Fault.resetBeforeProcessing(), 502, null),
                Arguments.of(Fault.garbage(), 502, 200));
    }

    private static Fault status(int status, String body) {
        return Fault.status(status, body, "application/json");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void respondsToFailedCallsWithProblems(Fault fault, int status, Integer upstreamStatus) {
        simulator.inject(FaultRule.on("assistants.list").inject(fault));

        boolean isKnown = upstreamStatus != null && upstreamStatus >= 400 && upstreamStatus < 500;
        assertProblems(
                client, status, upstreamStatus, known -> assertThat(known).isEqualTo(isKnown));
    }

    /** Checks what a list of assistants that has failed is responded with. */
    static void assertProblems(
            WebTestClient client, int status, @Nullable Integer upstreamStatus, Consumer<Boolean> outcomeKnown) {
        for (MediaType accepted : List.of(MediaType.APPLICATION_NDJSON, MediaType.ALL)) {
            byte[] body = client.get()
                    .uri("/assistants")
                    .accept(accepted)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent();
            JsonNode problem = TelnyxJson.read(body, JsonNode.class);

            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("operation").asString()).isEqualTo("assistants.list");
            assertThat(problem.get("attempts").asInt()).isEqualTo(1);
            outcomeKnown.accept(problem.get("outcome_known").asBoolean());
            JsonNode reported = problem.get("upstream_status");
            assertThat(reported == null || reported.isNull() ? null : (Integer) reported.asInt())
                    .isEqualTo(upstreamStatus);
            assertThat(problem.has("errors")).isEqualTo(status == 400 || status == 422);
            assertThat(new String(body, UTF_8)).doesNotContain(KEY);
        }
    }

    @Test
    void rateLimitIsReportedWithRetryAfter() {
        simulator.inject(FaultRule.on("assistants.list").inject(Fault.tooManyRequests(Duration.ofSeconds(2))));

        json(client.get().uri("/assistants").exchange().expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2"));
    }

    @Test
    void respondsToInvalidFiltersWithProblems() {
        json(client.get()
                .uri("/tests?page_size=many")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));
        JsonNode problem = json(client.get()
                .uri("/tests?page_size=1000")
                .exchange()
                .expectStatus()
                .isEqualTo(422));
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("page_size");
    }

    @Test
    void healthReportsWhetherTelnyxResponds() {
        JsonNode up = json(
                client.get().uri("/actuator/health").exchange().expectStatus().isOk());
        simulator.inject(FaultRule.on("assistants.tests.list").inject(Fault.internalServerError()));
        JsonNode down = json(
                client.get().uri("/actuator/health").exchange().expectStatus().isEqualTo(503));

        assertThat(up.at("/components/telnyx/status").asString()).isEqualTo("UP");
        JsonNode details = down.at("/components/telnyx/details");
        assertThat(details.get("error").asString()).isEqualTo("InternalServerException");
        assertThat(details.get("upstreamStatus").asInt()).isEqualTo(500);
    }

    @Test
    void recordsMetricsOfCallsAndConnections() {
        get("/assistants", MediaType.APPLICATION_JSON);

        JsonNode calls = json(client.get()
                .uri("/actuator/metrics/telnyx.client.calls?tag=operation:assistants.list&tag=outcome:success")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(calls.at("/measurements/0/value").asDouble()).isGreaterThanOrEqualTo(1);
        String scraped = get("/actuator/prometheus", MediaType.TEXT_PLAIN);
        assertThat(scraped)
                .contains(
                        "telnyx_client_attempts_total{",
                        "telnyx_client_waits_seconds_count{",
                        "telnyx_client_pool_acquired ",
                        "telnyx_client_pool_idle ",
                        "telnyx_client_pool_pending ",
                        "telnyx_client_pool_max 64.0")
                .doesNotContain(KEY);
    }

    @Test
    void infoReportsThatNothingIsSimulated() {
        assertThat(get("/info", MediaType.APPLICATION_JSON))
                .isEqualTo("{\"simulated\":false,\"base_url\":\"" + simulator.baseUrl() + "\"}");
    }
}
