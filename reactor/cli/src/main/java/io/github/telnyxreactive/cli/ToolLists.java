package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.cli.internal.list.Column;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.resource.Ai;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** The lists of what assistants can make use of. */
final class ToolLists {

    private ToolLists() {}

    /** The shared tools. */
    @Command(
            name = "tools",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the tools that assistants share.")
    static final class Tools extends ListAction {

        @Option(names = "--type", paramLabel = "TYPE", description = "Only those of this type, such as webhook.")
        private @Nullable String type;

        @Option(names = "--name", paramLabel = "NAME", description = "Only those of this name.")
        private @Nullable String name;

        @Mixin
        private PageOptions pages = new PageOptions();

        @Mixin
        private ListSimulation simulation = new ListSimulation();

        Tools(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.tools()
                    .list(SharedToolListParams.builder()
                            .type(type)
                            .name(name)
                            .pageSize(pageSize(pages))
                            .build());
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("ID", "id", 36),
                    Column.text("TYPE", "type", 16),
                    Column.text("NAME", "display_name", 40),
                    Column.text("CREATED", "created_at", 27));
        }

        @Override
        @Nullable Service simulated(Service.Limits kept) {
            return simulation.start(Tools::fill, kept);
        }

        private static void fill(Simulator simulator, int count) {
            for (int number = 1; number <= count; number++) {
                simulator.addSharedTool(CreateSharedToolRequest.builder()
                        .displayName("Tool " + number)
                        .type("webhook")
                        .webhook(Map.of("url", TelnyxJson.toTree("https://example.com/" + number)))
                        .build());
            }
        }
    }

    /** The MCP servers. */
    @Command(
            name = "mcp-servers",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the MCP servers.")
    static final class McpServers extends ListAction {

        @Option(names = "--type", paramLabel = "TYPE", description = "Only those of this type, such as http.")
        private @Nullable String type;

        @Option(names = "--url", paramLabel = "URL", description = "Only those at this address.")
        private @Nullable String url;

        @Mixin
        private PageOptions pages = new PageOptions();

        @Mixin
        private ListSimulation simulation = new ListSimulation();

        McpServers(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.mcpServers()
                    .list(McpServerListParams.builder()
                            .type(type)
                            .url(url)
                            .pageSize(pageSize(pages))
                            .build());
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("ID", "id", 36),
                    Column.text("NAME", "name", 30),
                    Column.text("TYPE", "type", 6),
                    Column.text("URL", "url", 40));
        }

        @Override
        @Nullable Service simulated(Service.Limits kept) {
            return simulation.start(McpServers::fill, kept);
        }

        private static void fill(Simulator simulator, int count) {
            for (int number = 1; number <= count; number++) {
                simulator.addMcpServer(CreateMcpServerRequest.builder()
                        .name("Server " + number)
                        .type("http")
                        .url("https://example.com/" + number)
                        .build());
            }
        }
    }

    /** What the account can be connected to. */
    @Command(
            name = "integrations",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists what the account can be connected to.")
    static final class Integrations extends ListAction {

        Integrations(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.integrations().list();
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("ID", "id", 36),
                    Column.text("NAME", "display_name", 24),
                    Column.text("STATUS", "status", 12),
                    Column.text("DESCRIPTION", "description", 40));
        }
    }

    /** What the account is connected to. */
    @Command(
            name = "connections",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the integrations that the account is connected to.")
    static final class Connections extends ListAction {

        Connections(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.integrations().connections().list();
        }

        @Override
        List<Column> columns() {
            return List.of(Column.id("ID", "id", 36), Column.id("INTEGRATION", "integration_id", 36));
        }
    }
}
