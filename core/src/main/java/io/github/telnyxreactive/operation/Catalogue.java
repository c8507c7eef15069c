package io.github.telnyxreactive.operation;

import java.util.List;

/** All endpoints that are known to this library. */
public final class Catalogue {

    private static final List<Endpoint<?>> ENDPOINTS = List.of(
            AssistantOperations.LIST,
            AssistantOperations.CREATE,
            AssistantOperations.IMPORTS,
            TagOperations.LIST,
            TestOperations.LIST,
            TestOperations.CREATE,
            TestSuiteOperations.LIST,
            TestSuiteOperations.LIST_RUNS,
            TestSuiteOperations.TRIGGER_RUNS,
            TestOperations.DELETE,
            TestOperations.RETRIEVE,
            TestOperations.UPDATE,
            TestRunOperations.LIST,
            TestRunOperations.TRIGGER,
            TestRunOperations.RETRIEVE,
            AssistantOperations.DELETE,
            AssistantOperations.RETRIEVE,
            AssistantOperations.UPDATE,
            CanaryDeployOperations.DELETE,
            CanaryDeployOperations.RETRIEVE,
            CanaryDeployOperations.CREATE,
            CanaryDeployOperations.UPDATE,
            ChatOperations.CHAT,
            ChatOperations.SEND_SMS,
            AssistantOperations.CLONE,
            AssistantOperations.ENHANCE_INSTRUCTIONS,
            ScheduledEventOperations.LIST,
            ScheduledEventOperations.CREATE,
            ScheduledEventOperations.DELETE,
            ScheduledEventOperations.RETRIEVE,
            TagOperations.ADD,
            TagOperations.REMOVE,
            AssistantOperations.GET_TEXML,
            AssistantToolOperations.REMOVE,
            AssistantToolOperations.ADD,
            AssistantToolOperations.TEST,
            VersionOperations.LIST,
            VersionOperations.DELETE,
            VersionOperations.RETRIEVE,
            VersionOperations.UPDATE,
            VersionOperations.PROMOTE,
            IntegrationOperations.LIST,
            IntegrationOperations.LIST_CONNECTIONS,
            IntegrationOperations.DELETE_CONNECTION,
            IntegrationOperations.RETRIEVE_CONNECTION,
            IntegrationOperations.RETRIEVE,
            McpServerOperations.LIST,
            McpServerOperations.CREATE,
            McpServerOperations.DELETE,
            McpServerOperations.RETRIEVE,
            McpServerOperations.UPDATE,
            SharedToolOperations.LIST,
            SharedToolOperations.CREATE,
            SharedToolOperations.DELETE,
            SharedToolOperations.RETRIEVE,
            SharedToolOperations.UPDATE);

    private Catalogue() {}

    /**
     * Returns the endpoints. If the paths of two match the same request, the first one applies.
     *
     * @return the endpoints, in the order of their paths
     */
    public static List<Endpoint<?>> endpoints() {
        return ENDPOINTS;
    }
}
