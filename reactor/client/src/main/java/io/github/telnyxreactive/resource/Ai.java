package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.gate.ReleaseGate;
import java.util.function.Function;

/** Everything under {@code /ai}. */
public final class Ai {

    private final Assistants assistants;
    private final Integrations integrations;
    private final McpServers mcpServers;
    private final SharedTools tools;

    /**
     * Creates the resource. Applications obtain it from a client; their tests may create it with calls that need no
     * server.
     *
     * @param calls executes the operations
     * @param batches creates the batches of {@link AssistantTests#batch}
     * @param gates creates the gates of {@link Assistants#releaseGate}
     */
    public Ai(Calls calls, Function<BatchOptions, TestBatch> batches, Function<BatchOptions, ReleaseGate> gates) {
        this.assistants = new Assistants(calls, batches, gates);
        this.integrations = new Integrations(calls);
        this.mcpServers = new McpServers(calls);
        this.tools = new SharedTools(calls);
    }

    /**
     * Returns the assistants.
     *
     * @return everything under {@code /ai/assistants}
     */
    public Assistants assistants() {
        return assistants;
    }

    /**
     * Returns the integrations.
     *
     * @return everything under {@code /ai/integrations}
     */
    public Integrations integrations() {
        return integrations;
    }

    /**
     * Returns the MCP servers.
     *
     * @return everything under {@code /ai/mcp_servers}
     */
    public McpServers mcpServers() {
        return mcpServers;
    }

    /**
     * Returns the shared tools.
     *
     * @return everything under {@code /ai/tools}
     */
    public SharedTools tools() {
        return tools;
    }
}
