package io.github.telnyxreactive.batch;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.exchange.CallOptions;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A client, and the simulator that it talks to unless it talks to the service. */
final class Service implements AutoCloseable {

    private static final String KEY = "TELNYX_API_KEY";
    private static final String URL = "TELNYX_BASE_URL";

    // Simulated runs are short, and looking at them costs nothing.
    private static final PollingSchedule SIMULATED =
            new PollingSchedule(Duration.ofMillis(200), Duration.ofMillis(500), 1.5, 0.2);

    private final TelnyxClient client;
    private final @Nullable Simulator simulator;

    private Service(TelnyxClient client, @Nullable Simulator simulator) {
        this.client = client;
        this.simulator = simulator;
    }

    /** Starts a simulator, and a client that talks to it. */
    static Service simulated(Simulation simulation, List<String> suites, Duration deadline) {
        Simulator simulator;
        try {
            simulator = simulation.start(suites);
        } catch (IllegalArgumentException e) {
            throw new CommandException("the simulator cannot have these suites: " + e.getMessage(), e);
        }
        TelnyxClient client = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .deadline(ofCalls(deadline))
                .polling(SIMULATED, deadline)
                .build();
        return new Service(client, simulator);
    }

    /** Makes a client that talks to the service, or to where the environment says that it is. */
    static Service real(Environment environment, Duration deadline) {
        UnaryOperator<@Nullable String> variables = environment.variables();
        String key = variables.apply(KEY);
        if (key == null || key.isBlank()) {
            throw new CommandException(KEY + " is not set: set it to an API key of your Telnyx account, "
                    + "or add --simulate to try things out without one");
        }
        String url = variables.apply(URL);
        try {
            TelnyxClientBuilder builder = TelnyxClient.builder()
                    .apiKey(key)
                    .deadline(ofCalls(deadline))
                    .polling(PollingSchedule.defaults(), deadline);
            if (url != null && !url.isBlank()) {
                builder.baseUrl(url);
            }
            return new Service(environment.clientSettings().apply(builder).build(), null);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage() + "; check " + KEY + " and " + URL, e);
        }
    }

    /** No single call may take longer than following all of the runs. */
    private static Duration ofCalls(Duration deadline) {
        Duration usual = CallOptions.defaults().deadline();
        return deadline.compareTo(usual) < 0 ? deadline : usual;
    }

    TelnyxClient client() {
        return client;
    }

    boolean isSimulated() {
        return simulator != null;
    }

    @Override
    public void close() {
        client.close();
        if (simulator != null) {
            simulator.close();
        }
    }
}
