package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * Integrations.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class Integrations {

    private final Exchange exchange;
    private final IntegrationConnections connections;

    Integrations(Exchange exchange) {
        this.exchange = exchange;
        this.connections = new IntegrationConnections(exchange);
    }

    /**
     * Lists the integrations: {@code GET /ai/integrations}.
     *
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<Integration> list() {
        return exchange.list(IntegrationOperations.list());
    }

    /**
     * Reads an integration: {@code GET /ai/integrations/{integration_id}}.
     *
     * @param integrationId the id of the integration
     * @return the integration
     */
    public Mono<Integration> retrieve(String integrationId) {
        return exchange.execute(IntegrationOperations.retrieve(integrationId));
    }

    /**
     * Returns the connections with integrations.
     *
     * @return their operations
     */
    public IntegrationConnections connections() {
        return connections;
    }
}
