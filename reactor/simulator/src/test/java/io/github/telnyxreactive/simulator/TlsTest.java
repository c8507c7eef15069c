package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsTest {

    /** Creates a client that prefers HTTP/2 and trusts the certificate of the simulator, if there is one. */
    static HttpClient client(Simulator simulator) throws GeneralSecurityException, IOException {
        return client(simulator, Version.HTTP_2);
    }

    private static HttpClient client(Simulator simulator, Version version)
            throws GeneralSecurityException, IOException {
        return client(simulator.certificate(), version);
    }

    static HttpClient client(X509Certificate certificate, Version version)
            throws GeneralSecurityException, IOException {
        HttpClient.Builder builder = HttpClient.newBuilder().version(version);
        if (certificate == null) {
            return builder.build();
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("simulator", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return builder.sslContext(context).build();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void bothProtocolsAreNegotiatedByAlpn(Version version) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            Caller caller = new Caller(simulator, client(simulator, version));

            HttpResponse<String> created = caller.post(TESTS, Samples.test("Refund"), "X-Mixed-Case", "v");

            assertThat(simulator.baseUrl()).startsWith("https://127.0.0.1:");
            assertThat(created.version()).isEqualTo(version);
            assertThat(created.statusCode()).isEqualTo(201);
            RecordedRequest recorded = simulator.requests().get(0);
            assertThat(recorded.protocol()).isEqualTo(version == Version.HTTP_2 ? "HTTP/2.0" : "HTTP/1.1");
            assertThat(recorded.uri()).isEqualTo("/v2" + TESTS);
            assertThat(recorded.text()).isEqualTo(Samples.test("Refund"));
            assertThat(recorded.headers()).containsEntry("x-mixed-case", List.of("v"));
            assertThat(recorded.headers().keySet()).noneMatch(name -> name.startsWith("x-http2"));
        }
    }

    @Test
    void http2CanBeDisabled() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).http2(false).start()) {
            assertThat(new Caller(simulator, client(simulator)).get(TESTS).version())
                    .isEqualTo(Version.HTTP_1_1);
        }
    }

    @Test
    void withoutTlsThereIsNoCertificate() {
        try (Simulator simulator = Simulator.start()) {
            assertThat(simulator.certificate()).isNull();
            assertThat(simulator.baseUrl()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void streamsShareOneConnection() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            Caller caller = new Caller(simulator, client(simulator));
            simulator.addSuite("checkout", 3);
            caller.get(TESTS);

            List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                responses.add(caller.sendAsync("POST", SUITES + "/checkout/runs", "{}"));
            }

            assertThat(responses)
                    .allSatisfy(
                            response -> assertThat(response.join().statusCode()).isEqualTo(201));
            assertThat(simulator.runs()).hasSize(150);
            assertThat(simulator.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void http2FaultsEndTheStreamButNotTheConnection() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            Caller caller = new Caller(simulator, client(simulator));
            simulator.addSuite("checkout", 1);
            String path = SUITES + "/checkout/runs";
            caller.get(TESTS);

            for (Fault fault :
                    List.of(Fault.resetBeforeProcessing(), Fault.resetAfterProcessing(), Fault.truncatedBody())) {
                simulator.inject(FaultRule.onAny().times(1).inject(fault));
                assertThatThrownBy(() -> caller.post(path, "")).as(fault.name()).hasCauseInstanceOf(IOException.class);
            }

            assertThat(simulator.runs()).hasSize(2);
            assertThat(caller.get(TESTS).statusCode()).isEqualTo(200);
            assertThat(simulator.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void dripAndSilenceWorkOnHttp2() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            Caller caller = new Caller(simulator, client(simulator));
            simulator.addSuite("checkout", 1);
            simulator.inject(FaultRule.onAny().times(1).inject(Fault.drip(Duration.ofMillis(1))));

            assertThat(caller.get(SUITES).body()).isEqualTo("{\"data\":[\"checkout\"]}");

            simulator.inject(FaultRule.onAny().inject(Fault.silence()));
            CompletableFuture<HttpResponse<String>> silent = caller.sendAsync("GET", SUITES, null);
            Await.until(() -> simulator.requestCount() >= 2);
            assertThat(silent).isNotDone();
            simulator.suspend();
            assertThat(silent).failsWithin(Await.LIMIT);
        }
    }

    @Test
    void resetClosesAnHttp1ConnectionWithTls() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            Caller caller = new Caller(simulator, client(simulator, Version.HTTP_1_1));
            simulator.inject(FaultRule.onAny().inject(Fault.resetBeforeProcessing()));

            assertThatThrownBy(() -> caller.post(TESTS, Samples.test("x"))).hasStackTraceContaining("reset");
        }
    }
}
