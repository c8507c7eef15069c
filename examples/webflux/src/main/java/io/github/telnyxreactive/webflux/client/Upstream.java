package io.github.telnyxreactive.webflux.client;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The service that the client calls.
 *
 * @param simulated whether it is the simulator in this process
 * @param baseUrl its base URL
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Upstream(boolean simulated, String baseUrl) {}
