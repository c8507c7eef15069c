package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * Connections with integrations.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class IntegrationConnections {

    private final Exchange exchange;

    IntegrationConnections(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists the connections: {@code GET /ai/integrations/connections}.
     *
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<IntegrationConnection> list() {
        return exchange.list(IntegrationOperations.listConnections());
    }

    /**
     * Ends a connection: {@code DELETE /ai/integrations/connections/{user_connection_id}}.
     *
     * @param userConnectionId the id of the connection
     * @return completes when it is done
     */
    public Mono<Void> delete(String userConnectionId) {
        return exchange.execute(IntegrationOperations.deleteConnection(userConnectionId));
    }

    /**
     * Reads a connection: {@code GET /ai/integrations/connections/{user_connection_id}}.
     *
     * @param userConnectionId the id of the connection
     * @return the connection
     */
    public Mono<IntegrationConnection> retrieve(String userConnectionId) {
        return exchange.execute(IntegrationOperations.retrieveConnection(userConnectionId));
    }
}
