package io.github.telnyxreactive.webflux.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the client.
 *
 * @param apiKey an API key of a Telnyx account; where it is blank, a simulator takes the place of the service
 * @param baseUrl the address of the service, blank for that of Telnyx; without a key it has no meaning
 * @param rate how many requests a second the client makes at the most, {@code null} for no limit but the service's own
 * @param maxConnections how many connections are held at the most
 * @param deadline how long a call may take in all, with its attempts and waits
 * @param responseTimeout how long to wait for an answer, and for each further part of it
 * @param maxAttempts how many attempts a call has
 */
@ConfigurationProperties("telnyx")
public record TelnyxProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("") String baseUrl,
        @Nullable Double rate,
        @DefaultValue("64") int maxConnections,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("4") int maxAttempts) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "TelnyxProperties[apiKey=" + (apiKey.isBlank() ? "" : "[redacted]") + ", baseUrl=" + baseUrl + ", rate="
                + rate + ", maxConnections=" + maxConnections + ", deadline=" + deadline + ", responseTimeout="
                + responseTimeout + ", maxAttempts=" + maxAttempts + "]";
    }
}
