package io.github.telnyxreactive.webflux.observation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the health of the service behind the client.
 *
 * @param deadline how long it may take to answer
 * @param cached how long what was found out is taken to hold
 */
@ConfigurationProperties("telnyx.health")
record HealthProperties(
        @DefaultValue("3s") Duration deadline,
        @DefaultValue("5s") Duration cached) {}
