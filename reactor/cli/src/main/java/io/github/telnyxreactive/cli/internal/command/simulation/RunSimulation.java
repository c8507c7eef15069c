package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.Service.Limits;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.List;

/** The options that run suites against a simulator. */
public final class RunSimulation extends SimulationOptions {

    /** Creates the options. */
    public RunSimulation() {}

    /**
     * Starts a simulator that has the suites, and a client that talks to it.
     *
     * @param named the names of the suites, in addition to those given by their number
     * @param environment the environment
     * @param limits the limits of the client
     * @return the client and its simulator
     * @throws CommandException if the simulator rejects a suite or a setting
     */
    public Service connect(List<String> named, Environment environment, Limits limits) {
        try {
            Simulator simulator = builder(environment).start();
            furnish(simulator, named);
            return Service.simulated(simulator, polling(), outage(simulator), limits);
        } catch (IllegalArgumentException e) {
            throw new CommandException("the simulator cannot have these suites: " + e.getMessage(), e);
        }
    }
}
