package io.github.telnyxreactive.webflux.client;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What the client talks to.
 *
 * @param simulated whether it is the simulator in this process
 * @param baseUrl its address
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Upstream(boolean simulated, String baseUrl) {}
