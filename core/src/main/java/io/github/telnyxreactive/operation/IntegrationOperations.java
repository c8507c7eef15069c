package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;

/** Operations on integrations and connections with them. */
public final class IntegrationOperations {

    /** Lists the integrations. */
    public static final Endpoint<Page<Integration>> LIST =
            Endpoint.get("integrations.list", "/ai/integrations").list(Paging.BY_META, Integration.class);

    /** Lists the connections. */
    public static final Endpoint<Page<IntegrationConnection>> LIST_CONNECTIONS = Endpoint.get(
                    "integrations.connections.list", "/ai/integrations/connections")
            .list(Paging.BY_META, IntegrationConnection.class);

    /** Deletes a connection. */
    public static final Endpoint<Void> DELETE_CONNECTION = Endpoint.delete(
                    "integrations.connections.delete", "/ai/integrations/connections/{user_connection_id}")
            .returning(ResponseReader.nothing());

    /** Retrieves a connection. */
    public static final Endpoint<IntegrationConnection> RETRIEVE_CONNECTION = Endpoint.get(
                    "integrations.connections.retrieve", "/ai/integrations/connections/{user_connection_id}")
            .returning(ResponseReader.objectIn("data", IntegrationConnection.class));

    /** Retrieves an integration. */
    public static final Endpoint<Integration> RETRIEVE = Endpoint.get(
                    "integrations.retrieve", "/ai/integrations/{integration_id}")
            .returning(ResponseReader.of(Integration.class));

    private IntegrationOperations() {}

    /**
     * Lists the integrations.
     *
     * @return the operation, for the first page
     */
    public static Operation<Page<Integration>> list() {
        return LIST.call();
    }

    /**
     * Lists the connections.
     *
     * @return the operation, for the first page
     */
    public static Operation<Page<IntegrationConnection>> listConnections() {
        return LIST_CONNECTIONS.call();
    }

    /**
     * Deletes a connection.
     *
     * @param userConnectionId the id of the connection
     * @return the operation
     */
    public static Operation<Void> deleteConnection(String userConnectionId) {
        return DELETE_CONNECTION.call(userConnectionId);
    }

    /**
     * Retrieves a connection.
     *
     * @param userConnectionId the id of the connection
     * @return the operation
     */
    public static Operation<IntegrationConnection> retrieveConnection(String userConnectionId) {
        return RETRIEVE_CONNECTION.call(userConnectionId);
    }

    /**
     * Retrieves an integration.
     *
     * @param integrationId the id of the integration
     * @return the operation
     */
    public static Operation<Integration> retrieve(String integrationId) {
        return RETRIEVE.call(integrationId);
    }
}
