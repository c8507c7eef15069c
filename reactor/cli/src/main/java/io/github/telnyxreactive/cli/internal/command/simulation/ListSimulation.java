package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.Service.Limits;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import reactor.core.Disposables;

/** The option with which a list is tried out on made-up elements. */
public final class ListSimulation {

    /** Enough to look at when something is odd; each holds its headers and its body. */
    private static final int RECORDED_REQUESTS = 100;

    @Option(
            names = "--simulate",
            paramLabel = "NUMBER",
            description =
                    "List so many made-up elements of a simulator in this process. Nothing is asked of Telnyx, and"
                            + " no key is needed.")
    private @Nullable Integer count;

    /**
     * Starts a simulator if that is wanted.
     *
     * @param fill makes so many elements up
     * @return a client and the simulator that it talks to, {@code null} if the service is to be asked
     * @throws IllegalArgumentException if there cannot be so many
     */
    public @Nullable Service start(ObjIntConsumer<Simulator> fill, Limits limits) {
        if (count == null) {
            return null;
        }
        if (count < 0) {
            throw new IllegalArgumentException(
                    "Invalid value for option '--simulate': " + count + " is not at least 0");
        }
        Simulator simulator = Simulator.builder()
                .recordedRequests(RECORDED_REQUESTS)
                .unpagedAssistants(true)
                .start();
        fill.accept(simulator, count);
        return Service.simulated(simulator, PollingSchedule.defaults(), Disposables.disposed(), limits);
    }
}
