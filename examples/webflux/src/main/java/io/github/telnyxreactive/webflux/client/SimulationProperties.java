package io.github.telnyxreactive.webflux.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the simulator, which is started where there is no key.
 *
 * @param seed what durations and outcomes derive from
 * @param shortestRun how long the shortest run takes
 * @param longestRun how long the longest run takes
 */
@ConfigurationProperties("telnyx.simulation")
public record SimulationProperties(
        @DefaultValue("7") long seed,
        @DefaultValue("2s") Duration shortestRun,
        @DefaultValue("8s") Duration longestRun) {}
