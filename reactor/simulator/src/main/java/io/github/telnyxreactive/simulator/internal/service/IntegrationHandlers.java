package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.model.integration.IntegrationStatus;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.IntegrationOperations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** The handlers of integrations and of connections to them, with a few of each to start with. */
final class IntegrationHandlers implements HandlerGroup {

    private static final List<Integration> CATALOGUE = List.of(
            integration("calendar", "Calendar", "Books appointments", "list_slots", "book_slot"),
            integration("helpdesk", "Help desk", "Reads and writes tickets", "find_ticket", "create_ticket"),
            integration("shop", "Shop", "Looks up orders", "find_order"));

    private final Map<String, IntegrationConnection> connections = new ConcurrentSkipListMap<>();

    IntegrationHandlers() {
        connect("connection-1", CATALOGUE.get(0));
        connect("connection-2", CATALOGUE.get(1));
    }

    private static Integration integration(String name, String displayName, String description, String... tools) {
        return Integration.builder()
                .id("integration-" + name)
                .name(name)
                .displayName(displayName)
                .description(description)
                .logoUrl("https://example.com/logos/" + name + ".svg")
                .status(IntegrationStatus.DISCONNECTED)
                .availableTools(List.of(tools))
                .build();
    }

    private void connect(String id, Integration integration) {
        connections.put(
                id,
                IntegrationConnection.builder()
                        .id(id)
                        .integrationId(integration.id())
                        .allowedTools(integration.availableTools())
                        .build());
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                IntegrationOperations.LIST, this::list,
                IntegrationOperations.RETRIEVE, this::retrieve,
                IntegrationOperations.LIST_CONNECTIONS, this::listConnections,
                IntegrationOperations.RETRIEVE_CONNECTION, this::retrieveConnection,
                IntegrationOperations.DELETE_CONNECTION, this::deleteConnection);
    }

    private ServiceResponse list(ServiceRequest request) {
        return ServiceResponse.list(
                ListBody.data(CATALOGUE.stream().map(this::current).toList()));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        String id = request.id();
        return CATALOGUE.stream()
                .filter(integration -> integration.id().equals(id))
                .findFirst()
                .map(integration -> ServiceResponse.json(200, current(integration)))
                .orElseThrow(() -> RejectedException.notFound("integration"));
    }

    /** Returns an integration with its status: it is connected as long as there is a connection to it. */
    private Integration current(Integration integration) {
        Collection<IntegrationConnection> all = connections.values();
        boolean connected = all.stream().anyMatch(one -> one.integrationId().equals(integration.id()));
        return connected
                ? integration.toBuilder().status(IntegrationStatus.CONNECTED).build()
                : integration;
    }

    private ServiceResponse listConnections(ServiceRequest request) {
        return ServiceResponse.list(ListBody.data(List.copyOf(connections.values())));
    }

    private ServiceResponse retrieveConnection(ServiceRequest request) {
        IntegrationConnection connection = connections.get(request.id());
        return ServiceResponse.json(200, Map.of("data", RejectedException.requireFound(connection, "connection")));
    }

    private ServiceResponse deleteConnection(ServiceRequest request) {
        RejectedException.requireFound(connections.remove(request.id()), "connection");
        return ServiceResponse.empty(204);
    }
}
