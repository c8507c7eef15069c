package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ServiceSettings;
import io.github.telnyxreactive.simulator.internal.store.Outcomes;
import io.github.telnyxreactive.simulator.internal.store.RunPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Simulator}. Not thread-safe. */
public final class SimulatorBuilder {

    private int port;
    private String apiKey = Simulator.DEFAULT_API_KEY;
    private long seed;
    private RunPlan plan = new RunPlan(Duration.ofSeconds(2), Duration.ofSeconds(5), new Outcomes(8, 1, 1), Map.of());
    private @Nullable Integer rateLimit;
    private Duration rateWindow = Duration.ofSeconds(1);
    private boolean retryAfterOn429;
    private boolean tls;
    private boolean http2 = true;
    private InstantSource clock = InstantSource.system();
    private int recordedRequests = 100_000;
    private Set<String> assistantVersions = Set.of();
    private boolean texmlAsXml;
    private boolean unpagedAssistants;
    private Unkindness unkindness = Unkindness.none();
    private Duration streamPause = Duration.ofMillis(50);

    SimulatorBuilder() {}

    /**
     * Sets the port to listen on.
     *
     * @param number the port; 0, the default, selects a free one
     * @return this builder
     */
    public SimulatorBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * Sets the API key to accept; {@link Simulator#DEFAULT_API_KEY} by default.
     *
     * @param key the key
     * @return this builder
     */
    public SimulatorBuilder apiKey(String key) {
        apiKey = Objects.requireNonNull(key, "key");
        return this;
    }

    /**
     * Sets the seed from which ids, durations and outcomes of runs, and random faults are derived: the same seed and
     * the same order of requests give the same results.
     *
     * @param number any number; 0 by default
     * @return this builder
     */
    public SimulatorBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Sets how long a run takes from its creation to its end; 2 to 5 seconds by default.
     *
     * @param min the shortest duration; with zero, a run may have ended when it is created
     * @param max the longest duration, at least the shortest
     * @return this builder
     * @throws IllegalArgumentException if a duration is negative, or the longest is below the shortest
     */
    public SimulatorBuilder runDuration(Duration min, Duration max) {
        plan = plan.withDuration(min, max);
        return this;
    }

    /**
     * Sets the outcomes of runs, as weights: with 8, 1 and 1, the default, eight in ten runs pass on average.
     *
     * @param passed the weight of runs that end with the status {@code passed}
     * @param failed the weight of runs that end with the status {@code failed}
     * @param error the weight of runs that end with the status {@code error}
     * @return this builder
     * @throws IllegalArgumentException if a weight is negative, or all of them are 0
     */
    public SimulatorBuilder outcomes(int passed, int failed, int error) {
        plan = plan.withOutcomes(new Outcomes(passed, failed, error));
        return this;
    }

    /**
     * Sets the outcomes of the runs against one version of an assistant, as weights. These are the runs that request
     * this version, and the runs that request no version, of tests whose destination is the id of an assistant that has
     * this main version when they are triggered. All other runs end as set by {@link #outcomes(int, int, int)}.
     *
     * @param versionId the id of the version; ids follow from the seed and the order of creation
     * @param passed the weight of runs that end with the status {@code passed}
     * @param failed the weight of runs that end with the status {@code failed}
     * @param error the weight of runs that end with the status {@code error}
     * @return this builder
     * @throws IllegalArgumentException if a weight is negative, or all of them are 0
     */
    public SimulatorBuilder outcomes(String versionId, int passed, int failed, int error) {
        plan = plan.withOutcomes(Objects.requireNonNull(versionId, "versionId"), new Outcomes(passed, failed, error));
        return this;
    }

    /**
     * Limits the rate of requests; unlimited by default. Every request counts, and every response reports the state of
     * the limit in its {@code x-ratelimit} headers. The windows are consecutive, and the first one begins when the
     * simulator is started.
     *
     * @param requestsPerWindow the maximum number of requests in a window, at least 1
     * @param window the length of a window, positive
     * @return this builder
     * @throws IllegalArgumentException if the number or the length is not positive
     */
    public SimulatorBuilder rateLimit(int requestsPerWindow, Duration window) {
        if (requestsPerWindow < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a rate limit needs at least 1 request and a positive window, but was "
                    + requestsPerWindow + " in " + window);
        }
        rateLimit = requestsPerWindow;
        rateWindow = window;
        return this;
    }

    /**
     * Sets whether the response to a request beyond the rate limit has a {@code Retry-After} header.
     *
     * @param enabled whether to send the header; {@code false} by default
     * @return this builder
     */
    public SimulatorBuilder retryAfterOn429(boolean enabled) {
        retryAfterOn429 = enabled;
        return this;
    }

    /**
     * Sets whether TLS is used, with a self-signed certificate; see {@link Simulator#certificate()}.
     *
     * @param enabled whether to use TLS; {@code false} by default
     * @return this builder
     */
    public SimulatorBuilder tls(boolean enabled) {
        tls = enabled;
        return this;
    }

    /**
     * Sets whether HTTP/2 is offered in addition to HTTP/1.1 when TLS is used. Without TLS, only HTTP/1.1 is supported.
     *
     * @param enabled whether to offer HTTP/2; {@code true} by default
     * @return this builder
     */
    public SimulatorBuilder http2(boolean enabled) {
        http2 = enabled;
        return this;
    }

    /**
     * Sets the clock that determines the progress of runs and scheduled events, the windows of the rate limit, and the
     * expiry of idempotency keys. Faults wait in real time. The clock is read on event loops and must not block.
     *
     * @param source the clock; the system clock by default
     * @return this builder
     */
    public SimulatorBuilder clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Sets how many requests are kept for {@link Simulator#requests()}; the oldest are discarded first.
     *
     * @param max the maximum number, at least 0; 100,000 by default
     * @return this builder
     * @throws IllegalArgumentException if the number is negative
     */
    public SimulatorBuilder recordedRequests(int max) {
        if (max < 0) {
            throw new IllegalArgumentException("the number of recorded requests must not be negative, but was " + max);
        }
        recordedRequests = max;
        return this;
    }

    /**
     * Sets the versions of assistants that exist in addition to those of this simulator's assistants. A run that
     * requests any other version is rejected with status 400.
     *
     * @param ids the ids of the versions; if empty, as by default, any version exists as long as there is no assistant
     * @return this builder
     */
    public SimulatorBuilder assistantVersions(String... ids) {
        assistantVersions = Set.copyOf(List.of(ids));
        return this;
    }

    /**
     * Sets whether TeXML is sent as XML, as some gateways do.
     *
     * @param enabled {@code true} for XML, {@code false}, the default, for a JSON string
     * @return this builder
     */
    public SimulatorBuilder texmlAsXml(boolean enabled) {
        texmlAsXml = enabled;
        return this;
    }

    /**
     * Sets whether assistants are listed in a single response without metadata, whatever their number and whatever page
     * is requested. Such a response is generated and sent element by element, as fast as the client reads it.
     *
     * @param enabled {@code true} for a single response, {@code false}, the default, for pages
     * @return this builder
     */
    public SimulatorBuilder unpagedAssistants(boolean enabled) {
        unpagedAssistants = enabled;
        return this;
    }

    /**
     * Sets how unkind the service is: what it does that is neither an error nor what a client expects.
     *
     * @param modes the modes; {@link Unkindness#none()} by default
     * @return this builder
     */
    public SimulatorBuilder unkindness(Unkindness modes) {
        unkindness = Objects.requireNonNull(modes, "modes");
        return this;
    }

    /**
     * Sets the pause between the parts of a streamed response, in real time.
     *
     * @param pause the pause, not negative; 50 milliseconds by default
     * @return this builder
     * @throws IllegalArgumentException if the pause is negative
     */
    public SimulatorBuilder streamPause(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause must not be negative, but was " + pause);
        }
        streamPause = pause;
        return this;
    }

    /**
     * Starts the simulator. Blocks until it listens.
     *
     * @return a simulator that is listening
     * @throws RuntimeException if the port cannot be bound
     */
    public Simulator start() {
        return new Simulator(new Settings(
                new ServiceSettings(
                        apiKey,
                        seed,
                        plan,
                        assistantVersions,
                        texmlAsXml,
                        unpagedAssistants,
                        unkindness.modes(),
                        clock),
                port,
                tls,
                http2,
                rateLimit,
                rateWindow,
                retryAfterOn429,
                recordedRequests,
                unkindness.rules(),
                streamPause));
    }
}
