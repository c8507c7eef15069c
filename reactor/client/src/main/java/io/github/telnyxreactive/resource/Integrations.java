package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * The integrations with other services.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}.
 */
public final class Integrations {

    private final Calls calls;
    private final IntegrationConnections connections;

    Integrations(Calls calls) {
        this.calls = calls;
        this.connections = new IntegrationConnections(calls);
    }

    /**
     * Lists the integrations: {@code GET /ai/integrations}.
     *
     * @return the integrations, requested page by page under demand
     */
    public PagedFlux<Integration> list() {
        return calls.list(IntegrationOperations.list());
    }

    /**
     * Retrieves an integration: {@code GET /ai/integrations/{integration_id}}.
     *
     * @param integrationId the id of the integration
     * @return the integration
     */
    public Mono<Integration> retrieve(String integrationId) {
        return calls.execute(IntegrationOperations.retrieve(integrationId));
    }

    /**
     * Returns the connections to integrations.
     *
     * @return everything under {@code /ai/integrations/connections}
     */
    public IntegrationConnections connections() {
        return connections;
    }
}
