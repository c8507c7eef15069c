package io.github.telnyxreactive.webflux.observation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the health check of the service that the client calls.
 *
 * @param deadline the time limit of the call
 * @param cached how long a result is reused
 */
@ConfigurationProperties("telnyx.health")
record HealthProperties(
        @DefaultValue("3s") Duration deadline,
        @DefaultValue("5s") Duration cached) {}
