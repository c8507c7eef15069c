package io.github.telnyxreactive.benchmarks.candidate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a candidate sends its calls, how, and how many connections it may hold.
 *
 * @param baseUrl the base URL of the service
 * @param connections the maximum number of connections
 * @param pendingAcquires the maximum number of calls that wait for a connection
 * @param key the API key
 * @param protocol the protocol
 * @param certificate the only certificate that is trusted, {@code null} if there is no TLS
 */
public record Target(
        String baseUrl,
        int connections,
        int pendingAcquires,
        String key,
        Protocol protocol,
        @Nullable X509Certificate certificate) {

    static final String ID = "00000000-0000-4000-8000-000000000042";
    static final String VERSION = "00000000-0000-4000-8000-000000000007";

    String authorization() {
        return "Bearer " + key;
    }

    boolean secure() {
        return protocol != Protocol.CLEARTEXT;
    }

    /** Returns what checks the certificate of the service. */
    TrustManagerFactory trust() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("service", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificate cannot be trusted", e);
        }
    }
}
