package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnexpectedStatusCodeException;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Tests TLS, the two versions of HTTP, and where the key is sent. */
class SecureConnectionsTest {

    private static AssistantTests tests(TelnyxClient client) {
        return client.ai().assistants().tests();
    }

    @ParameterizedTest
    @CsvSource({"true,true,HTTP/2.0", "true,false,HTTP/1.1", "false,true,HTTP/1.1", "false,false,HTTP/1.1"})
    void negotiatesTheBestCommonProtocol(boolean server, boolean client, String protocol) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).http2(server).start();
                TelnyxClient telnyx = Clients.of(simulator)
                        .http2(client)
                        .trustManager(Clients.trusting(Objects.requireNonNull(simulator.certificate())))
                        .build()) {
            simulator.addSuite("checkout", 3);

            assertThat(tests(telnyx).list().collectList().block()).hasSize(3);
            assertThat(tests(telnyx)
                            .testSuites()
                            .runs()
                            .trigger(
                                    "checkout",
                                    TriggerTestSuiteRunsRequest.builder().build())
                            .block())
                    .hasSize(3);

            assertThat(simulator.requests())
                    .hasSize(2)
                    .extracting(RecordedRequest::protocol)
                    .containsOnly(protocol);
        }
    }

    @Test
    void sharesAnHttp2ConnectionBetweenRequests() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start();
                TelnyxClient telnyx = Clients.of(simulator)
                        .maxConnections(2)
                        .trustManager(Clients.trusting(Objects.requireNonNull(simulator.certificate())))
                        .build()) {
            String testId = simulator.addSuite("checkout", 1).get(0).testId();

            Flux.range(0, 200).flatMap(n -> tests(telnyx).retrieve(testId), 50).blockLast();

            assertThat(simulator.requestCount()).isEqualTo(200);
            assertThat(simulator.connectionCount()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rejectsAnUntrustedCertificateWithoutRetry(boolean http2) {
        try (Simulator simulator = Simulator.builder().tls(true).start();
                TelnyxClient telnyx = Clients.of(simulator).http2(http2).build()) {

            assertThatThrownBy(() -> tests(telnyx).retrieve("t").block())
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(e.isPermanent()).isTrue();
                        assertThat(e.isOutcomeKnown()).isTrue();
                        assertThat(e.attempts()).isEqualTo(1);
                    })
                    .hasMessageContaining("certificate is not trusted")
                    .hasMessageContaining("Nothing was sent");
            assertThat(simulator.requestCount()).isZero();
            assertThat(simulator.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void reportsAServerWithoutTls() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient telnyx = Clients.to(simulator.baseUrl().replace("http:", "https:"))
                        .build()) {

            assertThatThrownBy(() -> tests(telnyx).retrieve("t").block())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("does not speak TLS");
            assertThat(simulator.requestCount()).isZero();
        }
    }

    @Test
    void reportsARedirectAndDoesNotSendTheKeyThere() {
        try (Simulator simulator = Simulator.start();
                Simulator elsewhere = Simulator.start();
                TelnyxClient telnyx = Clients.of(simulator).build()) {
            simulator.inject(FaultRule.onAny().inject(Fault.redirect(elsewhere.baseUrl() + "/ai/assistants/tests/t")));

            assertThatThrownBy(() -> tests(telnyx).retrieve("t").block())
                    .isInstanceOfSatisfying(
                            UnexpectedStatusCodeException.class,
                            e -> assertThat(e.status()).isEqualTo(307))
                    .hasMessageContaining("base URL");
            assertThat(simulator.requestCount()).isEqualTo(1);
            assertThat(elsewhere.connectionCount()).isZero();
        }
    }
}
