package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor, over TLS. */
class DoctorTlsTest {

    private static TrustManagerFactory trusting(X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("trusted", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    /** Does what a trust store of the virtual machine does. */
    private static Result doctor(Simulator simulator, TrustManagerFactory trust) throws Exception {
        SSLContext before = SSLContext.getDefault();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLContext.setDefault(context);
        try {
            return DoctorScene.doctor(Cli.to(simulator).trusting(trust), "--json", "-");
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, HTTP/2, HTTP/2.0", "false, HTTP/1.1, HTTP/1.1"})
    void saysWhichProtocolAndCipherAreUsed(boolean http2, String protocol, String received) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).http2(http2).start()) {
            Result result = doctor(simulator, trusting(Objects.requireNonNull(simulator.certificate())));

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.errLines())
                    .anyMatch(line -> line.matches("address +ok +" + protocol + ", TLSv1\\.3, TLS_\\w+"));
            assertThat(DoctorScene.json(result).get("address").get("protocol").stringValue())
                    .isEqualTo(protocol);
            assertThat(simulator.requests())
                    .hasSize(10)
                    .extracting(RecordedRequest::protocol)
                    .containsOnly(received);
        }
    }

    @Test
    void doesNotSayWhatItCouldNotSee() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            Result result = DoctorScene.doctor(
                    Cli.to(simulator).trusting(trusting(Objects.requireNonNull(simulator.certificate()))));

            assertThat(result.exitCode()).as(result.out()).isZero();
            assertThat(result.outLines()).anyMatch(line -> line.matches("address +ok +over TLS, version not known"));
        }
    }

    @Test
    void saysWhatToDoAboutAWrongCertificate() {
        try (DoctorScene scene = new DoctorScene(Simulator.start());
                Simulator secure = Simulator.builder().tls(true).start()) {
            Result result = DoctorScene.doctor(scene.cli().with("TELNYX_BASE_URL", secure.baseUrl()), "--json", "-");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.errLines())
                    .anyMatch(line -> line.startsWith(
                                    "address                                failed   the server's certificate is not trusted")
                            && line.contains("javax.net.ssl.trustStore"));
            assertThat(result.out()).contains("\"problem\":\"the certificate is not trusted\"");
            assertThat(secure.requestCount()).isZero();
            assertThat(secure.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void saysThatTheServiceDoesNotSpeakTls() {
        try (Simulator simulator = Simulator.start()) {
            Result result = DoctorScene.doctor(
                    Cli.to(simulator)
                            .with("TELNYX_BASE_URL", simulator.baseUrl().replace("http:", "https:")),
                    "--json",
                    "-");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.out()).contains("\"problem\":\"no secure connection\"");
        }
    }
}
