package io.github.telnyxreactive.webflux.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the client.
 *
 * @param apiKey the API key of a Telnyx account; if blank, a simulator replaces Telnyx
 * @param baseUrl the base URL of the service, blank for that of Telnyx; ignored without an API key
 * @param rate the maximum number of requests per second, {@code null} for no limit other than that of Telnyx
 * @param maxConnections the maximum number of connections
 * @param deadline the time limit of a call with all attempts and waits
 * @param responseTimeout the time limit for a response, and for each further part of it
 * @param maxAttempts the maximum number of attempts per call
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

    /** Returns the settings without the API key. */
    @Override
    public String toString() {
        return "TelnyxProperties[apiKey=" + (apiKey.isBlank() ? "" : "[redacted]") + ", baseUrl=" + baseUrl + ", rate="
                + rate + ", maxConnections=" + maxConnections + ", deadline=" + deadline + ", responseTimeout="
                + responseTimeout + ", maxAttempts=" + maxAttempts + "]";
    }
}
