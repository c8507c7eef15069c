package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.JacksonException;

/** The faults as a client sees them, on HTTP/1.1. */
@ExtendWith(SimulatorExtension.class)
class FaultTest {

    private static final String TRIGGER = SUITES + "/checkout/runs";

    @BeforeEach
    void seed(Simulator simulator) {
        simulator.addSuite("checkout", 1);
    }

    private static void inject(Simulator simulator, Fault fault) {
        simulator.clearFaults();
        simulator.inject(FaultRule.onAny().inject(fault));
    }

    private static void assertRecorded(Simulator simulator, String fault, Integer status) {
        assertThat(simulator.requests()).hasSize(1).allSatisfy(request -> {
            assertThat(request.fault()).isEqualTo(fault);
            assertThat(request.status()).isEqualTo(status);
        });
    }

    @Test
    void latencyDelaysTheResponse(Simulator simulator) {
        inject(simulator, Fault.latency(Duration.ofMillis(80)));
        long start = System.nanoTime();

        HttpResponse<String> response = new Caller(simulator).post(TRIGGER, "");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        assertThat(response.statusCode()).isEqualTo(201);
        assertRecorded(simulator, "latency", 201);
    }

    @Test
    void delayedRequestIsProcessedAfterTheClientDisconnects(Simulator simulator) throws Exception {
        inject(simulator, Fault.latency(Duration.ofMillis(50)));

        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send("POST", "/v2" + TRIGGER, "");
            Await.until(() -> simulator.requestCount() > 0);
        }

        Await.until(() -> !simulator.runs().isEmpty());
        assertThat(simulator.runs()).hasSize(1);
    }

    @Test
    void rejectionsHaveRetryAfterIfRequested(Simulator simulator) {
        Caller caller = new Caller(simulator);

        inject(simulator, Fault.tooManyRequests());
        HttpResponse<String> plain = caller.post(TRIGGER, "");
        inject(simulator, Fault.tooManyRequests(Duration.ofMillis(1200)));
        HttpResponse<String> withWait = caller.post(TRIGGER, "");
        inject(simulator, Fault.serviceUnavailable(Duration.ofSeconds(3)));
        HttpResponse<String> unavailable = caller.post(TRIGGER, "");
        inject(simulator, Fault.serviceUnavailable());
        HttpResponse<String> plainUnavailable = caller.post(TRIGGER, "");

        assertThat(plain.statusCode()).isEqualTo(429);
        assertThat(plain.headers().firstValue("retry-after")).isEmpty();
        assertThat(plain.body()).contains("\"10011\"");
        assertThat(withWait.headers().firstValue("retry-after")).contains("2");
        assertThat(withWait.headers().firstValue("retry-after-ms")).contains("1200");
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("retry-after")).contains("3");
        assertThat(unavailable.headers().firstValue("retry-after-ms")).isEmpty();
        assertThat(plainUnavailable.statusCode()).isEqualTo(503);
        assertThat(plainUnavailable.headers().firstValue("retry-after")).isEmpty();
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void errorFaultsHaveTheirOwnBodies(Simulator simulator) {
        Caller caller = new Caller(simulator);

        inject(simulator, Fault.internalServerError());
        HttpResponse<String> failed = caller.post(TRIGGER, "");
        inject(simulator, Fault.badGateway());
        HttpResponse<String> gateway = caller.post(TRIGGER, "");
        inject(simulator, Fault.status(418, "short and stout", "text/plain"));
        HttpResponse<String> any = caller.post(TRIGGER, "");
        inject(simulator, Fault.redirect("http://elsewhere.example/v2"));
        HttpResponse<String> redirect = caller.post(TRIGGER, "");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(Caller.json(failed).has("errors")).isTrue();
        assertThat(gateway.statusCode()).isEqualTo(502);
        assertThat(gateway.headers().firstValue("content-type")).contains("text/html");
        assertThat(gateway.body()).startsWith("<html>");
        assertThat(any.statusCode()).isEqualTo(418);
        assertThat(any.body()).isEqualTo("short and stout");
        assertThat(redirect.statusCode()).isEqualTo(307);
        assertThat(redirect.headers().firstValue("location")).contains("http://elsewhere.example/v2");
        assertThat(simulator.runs()).isEmpty();
        assertThat(simulator.requests())
                .extracting(RecordedRequest::fault)
                .containsExactly("internal-server-error", "bad-gateway", "status", "redirect");
    }

    @Test
    void resetBeforeProcessingChangesNothing(Simulator simulator) throws Exception {
        inject(simulator, Fault.resetBeforeProcessing());

        assertReset(simulator);

        assertThat(simulator.runs()).isEmpty();
        assertRecorded(simulator, "reset-before", null);
    }

    @Test
    void resetAfterProcessingChangesStateWithoutAResponse(Simulator simulator) throws Exception {
        inject(simulator, Fault.resetAfterProcessing());

        assertReset(simulator);

        assertThat(simulator.runs()).hasSize(1);
        assertRecorded(simulator, "reset-after", null);
    }

    private static void assertReset(Simulator simulator) throws Exception {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send("POST", "/v2" + TRIGGER, "{}");
            assertThatThrownBy(connection::readToEnd)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void truncatedBodyEndsHalfway(Simulator simulator) throws Exception {
        String whole = new Caller(simulator).get(TESTS).body();
        simulator.clearRequests();
        inject(simulator, Fault.truncatedBody());

        try (RawConnection connection = new RawConnection(simulator)) {
            String response = connection.send("GET", "/v2" + TESTS, "").readToEnd();

            assertThat(response).startsWith("HTTP/1.1 200 ").contains("content-length: " + whole.length() + "\r\n");
            String body = response.substring(response.indexOf("\r\n\r\n") + 4);
            assertThat(body).isEqualTo(whole.substring(0, whole.length() / 2));
        }
        assertRecorded(simulator, "truncated-body", 200);
    }

    @Test
    void garbageLooksLikeSuccess(Simulator simulator) {
        inject(simulator, Fault.garbage());

        HttpResponse<String> response = new Caller(simulator).post(TRIGGER, "");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThatThrownBy(() -> Caller.json(response)).isInstanceOf(JacksonException.class);
        assertThat(simulator.runs()).hasSize(1);
    }

    @Test
    void silenceNeverResponds(Simulator simulator) throws Exception {
        inject(simulator, Fault.silence());

        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send("POST", "/v2" + TRIGGER, "");
            Await.until(() -> simulator.requestCount() == 1);
            assertRecorded(simulator, "silence", null);

            simulator.suspend();

            assertThat(connection.readToEnd()).isEmpty();
        }
        assertThat(simulator.runs()).isEmpty();
        assertRecorded(simulator, "silence", null);
    }

    @Test
    void dripSendsByteByByteAndKeepsTheConnection(Simulator simulator) throws Exception {
        inject(simulator, Fault.drip(Duration.ofMillis(1)));

        try (RawConnection connection = new RawConnection(simulator)) {
            long start = System.nanoTime();
            connection.send("GET", "/v2" + SUITES, "");
            StringBuilder response = new StringBuilder();
            while (!response.toString().endsWith("{\"data\":[\"checkout\"]}")) {
                response.append((char) connection.read());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
            assertThat(response).contains("content-length: 21\r\n");

            simulator.clearFaults();
            connection.send("GET", "/v2" + SUITES, "");
            assertThat(connection.read()).isEqualTo('H');
        }
        assertThat(simulator.connectionCount()).isEqualTo(1);
    }

    @Test
    void negativeWaitsAndInvalidStatusesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.latency(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.drip(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.tooManyRequests(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99, "", "text/plain"));
    }
}
