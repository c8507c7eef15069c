package io.github.telnyxreactive.webflux.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the simulator, which is started if there is no API key.
 *
 * @param seed the seed of durations and outcomes
 * @param shortestRun the minimum duration of a run
 * @param longestRun the maximum duration of a run
 */
@ConfigurationProperties("telnyx.simulation")
public record SimulationProperties(
        @DefaultValue("7") long seed,
        @DefaultValue("2s") Duration shortestRun,
        @DefaultValue("8s") Duration longestRun) {}
