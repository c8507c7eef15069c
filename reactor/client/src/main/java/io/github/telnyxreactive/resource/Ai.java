package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;

/** Everything under {@code /ai}. */
public final class Ai {

    private final Assistants assistants;
    private final Integrations integrations;
    private final McpServers mcpServers;
    private final SharedTools tools;

    /**
     * Creates the resource.
     *
     * @param exchange executes the operations
     */
    public Ai(Exchange exchange) {
        this.assistants = new Assistants(exchange);
        this.integrations = new Integrations(exchange);
        this.mcpServers = new McpServers(exchange);
        this.tools = new SharedTools(exchange);
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
