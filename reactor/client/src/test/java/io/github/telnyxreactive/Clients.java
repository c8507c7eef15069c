package io.github.telnyxreactive;

import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Simulator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.TrustManagerFactory;

/** Creates clients for tests, with shorter waits than the defaults. */
public final class Clients {

    /** The default number of attempts, with waits of a few milliseconds. */
    public static final RetryPolicy QUICK_RETRY = RetryPolicy.defaults()
            .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)))
            .withMaxServerWait(Duration.ofMillis(20));

    private Clients() {}

    public static TelnyxClientBuilder of(Simulator simulator) {
        return to(simulator.baseUrl()).apiKey(simulator.apiKey());
    }

    public static TelnyxClientBuilder to(String baseUrl) {
        return TelnyxClient.builder()
                .apiKey("KEY-test")
                .baseUrl(baseUrl)
                .retry(QUICK_RETRY)
                .polling(PollingSchedule.fixed(Duration.ofMillis(10)), Duration.ofMinutes(10));
    }

    /** Trusts one certificate and no other. */
    public static TrustManagerFactory trusting(X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("trusted", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
