package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** A client, and the simulator that it talks to unless it talks to the service. */
public final class Service implements AutoCloseable {

    private static final String KEY = "TELNYX_API_KEY";
    private static final String URL = "TELNYX_BASE_URL";

    /** A simulator answers at once or, where it is told to be silent, never. */
    private static final Duration SIMULATED_RESPONSE_TIMEOUT = Duration.ofSeconds(2);

    private final TelnyxClient client;
    private final PollingSchedule polling;
    private final @Nullable Simulator simulator;
    private final Disposable outage;

    private Service(TelnyxClient client, PollingSchedule polling, @Nullable Simulator simulator, Disposable outage) {
        this.client = client;
        this.polling = polling;
        this.simulator = simulator;
        this.outage = outage;
    }

    /** Makes a client that talks to a simulator, which is closed with it. */
    public static Service simulated(Simulator simulator, PollingSchedule polling, Disposable outage, Limits limits) {
        TelnyxClientBuilder builder = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .responseTimeout(SIMULATED_RESPONSE_TIMEOUT)
                .deadline(ofCalls(limits.deadline));
        return new Service(limits.applyTo(builder).build(), polling, simulator, outage);
    }

    /** Makes a client that talks to the service, or to where the environment says that it is. */
    public static Service real(Environment environment, Limits limits) {
        UnaryOperator<@Nullable String> variables = environment.variables();
        String key = variables.apply(KEY);
        if (key == null || key.isBlank()) {
            throw new CommandException(KEY + " is not set: set it to an API key of your Telnyx account, "
                    + "or add --simulate to try things out without one");
        }
        String url = variables.apply(URL);
        try {
            TelnyxClientBuilder builder = TelnyxClient.builder().apiKey(key).deadline(ofCalls(limits.deadline));
            if (url != null && !url.isBlank()) {
                builder.baseUrl(url);
            }
            TelnyxClient client =
                    environment.clientSettings().apply(limits.applyTo(builder)).build();
            return new Service(client, environment.polling(), null, Disposables.disposed());
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage() + "; check " + KEY + " and " + URL, e);
        }
    }

    /** No single call may take longer than following all of the runs. */
    private static Duration ofCalls(Duration deadline) {
        Duration usual = CallOptions.defaults().deadline();
        return deadline.compareTo(usual) < 0 ? deadline : usual;
    }

    public TelnyxClient client() {
        return client;
    }

    /** When to look at runs. */
    public PollingSchedule polling() {
        return polling;
    }

    /** The simulator, {@code null} if this is the service. */
    public @Nullable Simulator simulator() {
        return simulator;
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
     * What a client keeps to.
     *
     * @param deadline how long everything may take
     * @param rate how many requests a second it may send, {@code null} for no limit
     */
    public record Limits(Duration deadline, @Nullable Double rate) {

        private TelnyxClientBuilder applyTo(TelnyxClientBuilder builder) {
            return rate == null ? builder : builder.rateLimit(RateLimit.perSecond(rate));
        }
    }
}
