package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.Service.Limits;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import reactor.core.Disposables;

/** Runs a list against a simulator with generated elements. */
public final class ListSimulation {

    private ListSimulation() {}

    /**
     * Starts a simulator, and a client that talks to it.
     *
     * @param sampleData generates them
     * @param limits the limits of the client
     * @return the client and its simulator
     * @throws IllegalArgumentException if the simulator rejects an element
     */
    public static Service start(Consumer<Simulator> sampleData, Limits limits) {
        Simulator simulator = Simulator.builder()
                .recordedRequests(SimulationOptions.RECORDED_REQUESTS)
                .unpagedAssistants(true)
                .start();
        try {
            sampleData.accept(simulator);
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
        return Service.simulated(simulator, PollingSchedule.defaults(), Disposables.disposed(), limits);
    }

    /**
     * Adds suites of one test each.
     *
     * @param simulator the simulator
     * @param count how many suites to add
     */
    public static void addSuites(Simulator simulator, int count) {
        RunSimulation.suiteNames(count).forEach(name -> simulator.addTests(name, 1));
    }

    /**
     * Adds shared tools.
     *
     * @param simulator the simulator
     * @param count how many tools to add
     */
    public static void addTools(Simulator simulator, int count) {
        IntStream.rangeClosed(1, count)
                .forEach(number -> simulator.addSharedTool(CreateSharedToolRequest.builder()
                        .displayName("Tool " + number)
                        .type("webhook")
                        .webhook(Map.of("url", TelnyxJson.toTree("https://example.com/" + number)))
                        .build()));
    }

    /**
     * Adds MCP servers.
     *
     * @param simulator the simulator
     * @param count how many servers to add
     */
    public static void addMcpServers(Simulator simulator, int count) {
        IntStream.rangeClosed(1, count)
                .forEach(number -> simulator.addMcpServer(CreateMcpServerRequest.builder()
                        .name("Server " + number)
                        .type("http")
                        .url("https://example.com/" + number)
                        .build()));
    }
}
