package servers;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;

/** Clients that trust the certificate of the servers. */
final class Clients {

    private final TrustManagerFactory trust;

    Clients(Path folder) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(folder.resolve("certificate.pem"))) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
    }

    TelnyxClientBuilder to(int port, boolean http2) {
        return TelnyxClient.builder()
                .apiKey(Simulator.DEFAULT_API_KEY)
                .baseUrl("https://127.0.0.1:" + port + "/v2")
                .trustManager(trust)
                .http2(http2);
    }

    static String protocol(boolean http2) {
        return http2 ? "HTTP/2" : "HTTP/1.1";
    }
}
