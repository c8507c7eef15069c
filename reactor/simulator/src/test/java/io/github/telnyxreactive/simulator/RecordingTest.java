package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final String LIST = "assistants.tests.list";
    private static final String CREATE = "assistants.tests.create";

    @Test
    void requestsAreRecordedAsReceived() {
        MutableClock clock = new MutableClock();
        try (Simulator simulator =
                Simulator.builder().apiKey("KEY-secret").clock(clock).start()) {
            Caller caller = new Caller(simulator);
            caller.get(TESTS + "?destination=a%20b");
            caller.post(TESTS, "{\"ü\":1}", "X-Mixed-Case", "one", "X-Mixed-Case", "two");

            RecordedRequest get = simulator.requests().get(0);
            assertThat(get.operation()).isEqualTo(LIST);
            assertThat(get.method()).isEqualTo("GET");
            assertThat(get.uri()).isEqualTo("/v2" + TESTS + "?destination=a%20b");
            assertThat(get.protocol()).isEqualTo("HTTP/1.1");
            assertThat(get.body()).isEmpty();
            assertThat(get.fault()).isNull();
            assertThat(get.status()).isEqualTo(200);
            assertThat(get.receivedAt()).isEqualTo(MutableClock.START);
            RecordedRequest post = simulator.requests(CREATE).get(0);
            assertThat(post.text()).isEqualTo("{\"ü\":1}");
            assertThat(post.status()).isEqualTo(422);
            assertThat(post.headers()).containsEntry("x-mixed-case", List.of("one", "two"));
            assertThat(post.header("authorization")).isEqualTo("Bearer KEY-secret");
            assertThat(simulator.requests())
                    .asString()
                    .doesNotContain("KEY-secret")
                    .contains("authorization");
            assertThat(simulator).asString().doesNotContain("KEY-secret");
        }
    }

    @Test
    void requestsAreCountedEvenIfNoLongerKept() {
        try (Simulator simulator = Simulator.builder().recordedRequests(2).start()) {
            Caller caller = new Caller(simulator);
            caller.post(TESTS, "{}");
            caller.get(TESTS + "?destination=1");
            caller.get(TESTS + "?destination=2");
            caller.get("/nothing");

            assertThat(simulator.requests())
                    .extracting(RecordedRequest::uri)
                    .containsExactly("/v2" + TESTS + "?destination=2", "/v2/nothing");
            assertThat(simulator.requests(LIST)).hasSize(1);
            assertThat(simulator.requestCount()).isEqualTo(4);
            assertThat(simulator.requestCount(LIST)).isEqualTo(2);
            assertThat(simulator.requestCount(CREATE)).isEqualTo(1);

            simulator.clearRequests();

            assertThat(simulator.requests()).isEmpty();
            assertThat(simulator.requestCount()).isZero();
            assertThat(simulator.requestCount(LIST)).isZero();
        }
    }

    @Test
    void unknownOperationIsRejected() {
        try (Simulator simulator = Simulator.start()) {
            assertThatIllegalArgumentException().isThrownBy(() -> simulator.requestCount("assistants.tests.lst"));
            assertThatIllegalArgumentException().isThrownBy(() -> simulator.requests("assistants.tests.lst"));
        }
    }

    @Test
    void recordedRequestIsAValue() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        RecordedRequest request = request(body);
        body[0] = 'x';
        request.body()[0] = 'y';

        assertThat(request.text()).isEqualTo("{}");
        assertThat(request)
                .isEqualTo(request("{}".getBytes(StandardCharsets.UTF_8)))
                .hasSameHashCodeAs(request("{}".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(request("[]".getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordedRequest request(byte[] body) {
        return new RecordedRequest(
                LIST, "GET", "/v2", "HTTP/1.1", Map.of("a", List.of("b")), body, null, 200, Instant.EPOCH);
    }
}
