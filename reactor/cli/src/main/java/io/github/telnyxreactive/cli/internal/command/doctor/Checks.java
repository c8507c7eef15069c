package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.CanaryDeployOperations;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.operation.ScheduledEventOperations;
import io.github.telnyxreactive.operation.SharedToolOperations;
import io.github.telnyxreactive.operation.TagOperations;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.operation.VersionOperations;
import java.util.List;
import java.util.Map;

/** The operations that are tried, in order: every operation of the API that only reads. */
final class Checks {

    private static final String ID = "id";
    private static final String ITSELF = "";

    /** All checks. Those that need an id come after the list that it is taken from. */
    static final List<Check> ALL = List.of(
            Check.of(AssistantOperations.LIST).paged().giving(Map.of(Thing.ASSISTANT, ID)),
            Check.of(TestOperations.LIST).giving(Map.of(Thing.TEST, "test_id")),
            Check.of(TestSuiteOperations.LIST).giving(Map.of(Thing.SUITE, ITSELF)),
            Check.of(TagOperations.LIST),
            Check.of(SharedToolOperations.LIST).giving(Map.of(Thing.TOOL, ID)),
            Check.of(McpServerOperations.LIST).giving(Map.of(Thing.MCP_SERVER, ID)),
            Check.of(IntegrationOperations.LIST).giving(Map.of(Thing.INTEGRATION, ID)),
            Check.of(IntegrationOperations.LIST_CONNECTIONS).giving(Map.of(Thing.CONNECTION, ID)),
            Check.of(AssistantOperations.RETRIEVE, Thing.ASSISTANT),
            Check.of(VersionOperations.LIST, Thing.ASSISTANT).giving(Map.of(Thing.VERSION, "version_id")),
            Check.of(VersionOperations.RETRIEVE, Thing.ASSISTANT, Thing.VERSION),
            Check.of(CanaryDeployOperations.RETRIEVE, Thing.ASSISTANT).orUnset(),
            Check.of(ScheduledEventOperations.LIST, Thing.ASSISTANT).giving(Map.of(Thing.EVENT, "scheduled_event_id")),
            Check.of(ScheduledEventOperations.RETRIEVE, Thing.ASSISTANT, Thing.EVENT),
            Check.of(AssistantOperations.GET_TEXML, Thing.ASSISTANT),
            Check.of(TestOperations.RETRIEVE, Thing.TEST),
            Check.of(TestRunOperations.LIST, Thing.TEST)
                    .giving(Map.of(Thing.RUN, "run_id", Thing.TEST_OF_RUN, "test_id")),
            Check.of(TestSuiteOperations.LIST_RUNS, Thing.SUITE)
                    .giving(Map.of(Thing.RUN, "run_id", Thing.TEST_OF_RUN, "test_id")),
            Check.of(TestRunOperations.RETRIEVE, Thing.TEST_OF_RUN, Thing.RUN),
            Check.of(SharedToolOperations.RETRIEVE, Thing.TOOL),
            Check.of(McpServerOperations.RETRIEVE, Thing.MCP_SERVER),
            Check.of(IntegrationOperations.RETRIEVE, Thing.INTEGRATION),
            Check.of(IntegrationOperations.RETRIEVE_CONNECTION, Thing.CONNECTION));

    private Checks() {}
}
