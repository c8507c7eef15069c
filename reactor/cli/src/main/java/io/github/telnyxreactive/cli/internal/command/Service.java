package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** A client, together with the simulator that it talks to instead of the service, if any. */
public final class Service implements AutoCloseable {

    private static final String KEY = "TELNYX_API_KEY";
    private static final String URL = "TELNYX_BASE_URL";

    /** What the client uses without another one. */
    private static final String DEFAULT_URL = "https://api.telnyx.com/v2";

    /** A simulator responds at once or, where a fault makes it silent, never. */
    private static final Duration SIMULATED_RESPONSE_TIMEOUT = Duration.ofSeconds(2);

    private final TelnyxClient client;
    private final String baseUrl;
    private final PollingSchedule polling;
    private final @Nullable Simulator simulator;
    private final Disposable outage;

    private Service(
            TelnyxClient client,
            String baseUrl,
            PollingSchedule polling,
            @Nullable Simulator simulator,
            Disposable outage) {
        this.client = client;
        this.baseUrl = baseUrl;
        this.polling = polling;
        this.simulator = simulator;
        this.outage = outage;
    }

    /**
     * Creates a client that talks to a simulator.
     *
     * @param simulator the simulator, which is closed together with the client
     * @param polling when to poll runs
     * @param outage a simulated outage, disposed together with the client
     * @param limits the limits of the client
     * @return the client and its simulator
     */
    public static Service simulated(Simulator simulator, PollingSchedule polling, Disposable outage, Limits limits) {
        TelnyxClientBuilder builder = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .responseTimeout(SIMULATED_RESPONSE_TIMEOUT)
                .deadline(ofCalls(limits.deadline));
        return new Service(limits.applyTo(builder).build(), simulator.baseUrl(), polling, simulator, outage);
    }

    /**
     * Creates a client that talks to the service, or to the base URL in the environment.
     *
     * @param environment the environment
     * @param limits the limits of the client
     * @return the client
     * @throws CommandException if the API key is missing, or the environment is invalid
     */
    public static Service real(Environment environment, Limits limits) {
        UnaryOperator<@Nullable String> variables = environment.variables();
        String key = variables.apply(KEY);
        if (key == null || key.isBlank()) {
            throw new CommandException(KEY + " is not set: set it to an API key of your Telnyx account, "
                    + "or add --simulate to run without one");
        }
        String given = variables.apply(URL);
        String url = given == null || given.isBlank() ? DEFAULT_URL : given;
        try {
            TelnyxClientBuilder builder =
                    TelnyxClient.builder().apiKey(key).baseUrl(url).deadline(ofCalls(limits.deadline));
            TelnyxClient client =
                    environment.clientSettings().apply(limits.applyTo(builder)).build();
            return new Service(client, url, environment.polling(), null, Disposables.disposed());
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage() + "; check " + KEY + " and " + URL, e);
        }
    }

    /** A single call may not take longer than the whole command. */
    private static Duration ofCalls(Duration deadline) {
        Duration standard = CallOptions.defaults().deadline();
        return deadline.compareTo(standard) < 0 ? deadline : standard;
    }

    /**
     * Returns the client.
     *
     * @return the client
     */
    public TelnyxClient client() {
        return client;
    }

    /**
     * Returns the URL of the service.
     *
     * @return the base URL, as it was given
     */
    public String baseUrl() {
        return baseUrl;
    }

    /**
     * Returns when to poll runs.
     *
     * @return the schedule
     */
    public PollingSchedule polling() {
        return polling;
    }

    /**
     * Returns the simulator.
     *
     * @return the simulator, {@code null} if the client talks to the service
     */
    public @Nullable Simulator simulator() {
        return simulator;
    }

    /**
     * Tells the user if this is a simulation.
     *
     * @param terminal the terminal to write to
     */
    public void announce(Terminal terminal) {
        if (simulator != null) {
            terminal.printError("This is a simulation: nothing is sent to Telnyx.");
        }
    }

    @Override
    public void close() {
        outage.dispose();
        client.close();
        if (simulator != null) {
            simulator.close();
        }
    }

    /**
     * The limits of a client.
     *
     * @param deadline how long the command may take
     * @param rate how many requests per second to send at most, {@code null} for no limit
     */
    public record Limits(Duration deadline, @Nullable Double rate) {

        private TelnyxClientBuilder applyTo(TelnyxClientBuilder builder) {
            return rate == null ? builder : builder.rateLimit(RateLimit.perSecond(rate));
        }
    }
}
