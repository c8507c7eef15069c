package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class StreamingTest {

    private static final String CHAT = "{\"content\":\"a  joke\",\"conversation_id\":\"c\",\"stream\":true}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Simulator simulator;
    private Caller caller;
    private String path;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().streamPause(Duration.ofMillis(1)).start();
        caller = new Caller(simulator, client);
        path = caller.assistant("\"x\":1");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private InputStream open(String below, String body) throws IOException, InterruptedException {
        return client.send(caller.request("POST", path + below, body), BodyHandlers.ofInputStream())
                .body();
    }

    @Test
    void chatStreamsDeltasAndThenTheCompleteText() {
        HttpResponse<String> response = caller.post(path + "/chat", CHAT);

        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        assertThat(response.headers().firstValue("transfer-encoding")).contains("chunked");
        String[] events = response.body().split("\n\n");
        List<String> deltas = new ArrayList<>();
        for (int i = 0; i < events.length - 1; i++) {
            assertThat(events[i]).startsWith("event: delta\ndata: {");
            deltas.add(content(events[i]));
        }
        assertThat(deltas).hasSizeGreaterThan(2);
        assertThat(events[events.length - 1]).startsWith("event: done\ndata: {");
        assertThat(content(events[events.length - 1]))
                .isEqualTo(String.join("", deltas))
                .endsWith("a  joke");
        assertThat(simulator.cancelledStreams()).isZero();
    }

    private static String content(String event) {
        String data = event.substring(event.indexOf("data: ") + "data: ".length());
        return TelnyxJson.read(data, JsonNode.class).get("content").stringValue();
    }

    @Test
    void enhancedInstructionsAreStreamedInChunks() {
        HttpResponse<String> own = caller.post(path + "/instructions/enhance", "");
        HttpResponse<String> given = caller.post(
                path + "/instructions/enhance", "{\"instructions\":\"Be brief\",\"enhancement_prompt\":\"Short\"}");

        assertThat(own.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
        assertThat(own.headers().firstValue("transfer-encoding")).contains("chunked");
        assertThat(own.body()).startsWith("Be kind");
        assertThat(given.body()).startsWith("Be brief").endsWith("Short");
        assertThat(caller.post(path + "/instructions/enhance", "{\"instructions\":1}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void heldStreamSendsOnePartPerRelease() throws Exception {
        simulator.holdStreams();
        try (InputStream body = open("/instructions/enhance", "{\"instructions\":\"One two\"}")) {
            simulator.releaseStreamPart();
            assertThat(new String(body.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("One ");
            assertThat(body.available()).isZero();
            simulator.releaseStreamPart();
            assertThat(new String(body.readNBytes(5), StandardCharsets.UTF_8)).startsWith("two");
            simulator.resumeStreams();
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isNotEmpty();
        }
        assertThat(simulator.cancelledStreams()).isZero();
    }

    @Test
    void disconnectedClientIsNoticed() throws Exception {
        simulator.holdStreams();
        InputStream body = open("/chat", CHAT);
        simulator.releaseStreamPart();
        assertThat(body.read()).isEqualTo('e');
        body.close();

        Await.until(() -> simulator.cancelledStreams() == 1);
        try (InputStream next = open("/chat", CHAT)) {
            simulator.releaseStreamPart();
            assertThat(next.read()).isEqualTo('e');
            simulator.resumeStreams();
            assertThat(new String(next.readAllBytes(), StandardCharsets.UTF_8)).contains("event: done");
        }
        assertThat(simulator.cancelledStreams()).isEqualTo(1);
    }

    @Test
    void http2StreamsAreHeldAndCancelledIndividually() throws Exception {
        try (Simulator encrypted = Simulator.builder().tls(true).start()) {
            HttpClient http2 = TlsTest.client(encrypted);
            Caller http2Caller = new Caller(encrypted, http2);
            String chat = http2Caller.assistant("\"x\":1") + "/chat";
            encrypted.holdStreams();
            HttpResponse<InputStream> response =
                    http2.send(http2Caller.request("POST", chat, CHAT), BodyHandlers.ofInputStream());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            encrypted.releaseStreamPart();
            assertThat(response.body().read()).isEqualTo('e');
            response.body().close();

            Await.until(() -> encrypted.cancelledStreams() == 1);
            encrypted.resumeStreams();
            assertThat(http2Caller.post(chat, CHAT).body()).contains("event: done");
            assertThat(encrypted.cancelledStreams()).isEqualTo(1);
            assertThat(encrypted.connectionCount()).isEqualTo(1);
        }
    }

    static List<Fault> cuts() {
        return List.of(Fault.truncatedBody(), Fault.resetAfterProcessing());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void faultCutsOffAStreamInTheMiddle(Fault fault) throws Exception {
        simulator.holdStreams();
        simulator.inject(FaultRule.on("assistants.chat").inject(fault));
        try (InputStream body = open("/chat", CHAT)) {
            simulator.releaseStreamPart();
            assertThat(body.read()).isEqualTo('e');
            simulator.resumeStreams();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        assertThat(simulator.cancelledStreams()).isZero();
    }
}
