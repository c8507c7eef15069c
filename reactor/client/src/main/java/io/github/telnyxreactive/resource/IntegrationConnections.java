package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * The connections to integrations.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}.
 */
public final class IntegrationConnections {

    private final Calls calls;

    IntegrationConnections(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists the connections: {@code GET /ai/integrations/connections}.
     *
     * @return the connections, requested page by page under demand
     */
    public PagedFlux<IntegrationConnection> list() {
        return calls.list(IntegrationOperations.listConnections());
    }

    /**
     * Deletes a connection: {@code DELETE /ai/integrations/connections/{user_connection_id}}.
     *
     * @param userConnectionId the id of the connection
     * @return completes when the connection has been deleted
     */
    public Mono<Void> delete(String userConnectionId) {
        return calls.execute(IntegrationOperations.deleteConnection(userConnectionId));
    }

    /**
     * Retrieves a connection: {@code GET /ai/integrations/connections/{user_connection_id}}.
     *
     * @param userConnectionId the id of the connection
     * @return the connection
     */
    public Mono<IntegrationConnection> retrieve(String userConnectionId) {
        return calls.execute(IntegrationOperations.retrieveConnection(userConnectionId));
    }
}
