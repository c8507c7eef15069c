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

/** Sets a {@link Simulator} up. Not safe for use by many threads. */
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
    private Set<String> versions = Set.of();
    private boolean texmlAsXml;
    private boolean unpagedAssistants;
    private Duration streamPause = Duration.ofMillis(50);

    SimulatorBuilder() {}

    /**
     * Sets the port to listen on.
     *
     * @param number the port; 0, the default, takes any that is free
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
     * Sets what ids, durations, outcomes and the chances of faults are derived from: the same seed and the same
     * order of requests give the same.
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
     * @param min the shortest; with zero, a run may have ended when it is created
     * @param max the longest, not below the shortest
     * @return this builder
     * @throws IllegalArgumentException if no run can take that long
     */
    public SimulatorBuilder runDuration(Duration min, Duration max) {
        plan = plan.withDuration(min, max);
        return this;
    }

    /**
     * Sets how runs end, as weights: with 8, 1 and 1, the default, eight of ten runs pass, on average.
     *
     * @param passed the weight of runs that pass
     * @param failed the weight of runs that fail
     * @param error the weight of runs that are broken off
     * @return this builder
     * @throws IllegalArgumentException if a weight is below 0, or none is above
     */
    public SimulatorBuilder outcomes(int passed, int failed, int error) {
        plan = plan.withOutcomes(new Outcomes(passed, failed, error));
        return this;
    }

    /**
     * Sets how runs end that talk to one version of an assistant, as weights: those that ask for it, and where none is
     * asked for, those of tests whose destination is the id of an assistant that has it as its main version when they are
     * triggered. The others end as {@link #outcomes(int, int, int)} says.
     *
     * @param versionId the id of the version; ids follow from the seed and from the order of creation
     * @param passed the weight of runs that pass
     * @param failed the weight of runs that fail
     * @param error the weight of runs that are broken off
     * @return this builder
     * @throws IllegalArgumentException if a weight is below 0, or none is above
     */
    public SimulatorBuilder outcomes(String versionId, int passed, int failed, int error) {
        plan = plan.withOutcomes(Objects.requireNonNull(versionId, "versionId"), new Outcomes(passed, failed, error));
        return this;
    }

    /**
     * Limits the requests; they are not limited by default. Every request counts, and every answer tells what is
     * left. Windows follow one another from the start of the simulator on.
     *
     * @param requestsPerWindow how many requests a window allows, at least 1
     * @param window how long a window is, above zero
     * @return this builder
     * @throws IllegalArgumentException if there is no such limit
     */
    public SimulatorBuilder rateLimit(int requestsPerWindow, Duration window) {
        if (requestsPerWindow < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a limit allows at least 1 request in more than no time, not "
                    + requestsPerWindow + " in " + window);
        }
        rateLimit = requestsPerWindow;
        rateWindow = window;
        return this;
    }

    /**
     * Sets whether a request beyond the limit is told how long to wait, by {@code Retry-After}.
     *
     * @param told whether it is; not by default
     * @return this builder
     */
    public SimulatorBuilder retryAfterOn429(boolean told) {
        retryAfterOn429 = told;
        return this;
    }

    /**
     * Sets whether connections are encrypted.
     *
     * @param enabled whether they are; not by default
     * @return this builder
     */
    public SimulatorBuilder tls(boolean enabled) {
        tls = enabled;
        return this;
    }

    /**
     * Sets whether HTTP/2 is offered beside HTTP/1.1; without TLS there is HTTP/1.1 alone.
     *
     * @param offered whether it is; by default it is
     * @return this builder
     */
    public SimulatorBuilder http2(boolean offered) {
        http2 = offered;
        return this;
    }

    /**
     * Sets the clock by which runs go on, windows of the rate limit pass and idempotency keys expire. The waits of
     * faults pass in real time. The clock is asked on the threads that serve connections, so it must not block.
     *
     * @param source the clock; the system's by default
     * @return this builder
     */
    public SimulatorBuilder clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Sets how many requests are kept for {@link Simulator#requests()}; the oldest go first.
     *
     * @param bound how many, at least 0; 100,000 by default
     * @return this builder
     */
    public SimulatorBuilder recordedRequests(int bound) {
        if (bound < 0) {
            throw new IllegalArgumentException("no less than 0 requests can be kept: " + bound);
        }
        recordedRequests = bound;
        return this;
    }

    /**
     * Sets which versions of assistants exist, beside those of the assistants of this simulator. A run that asks for
     * another is answered with status 400.
     *
     * @param ids the ids of the versions; with none, the default, any version exists as long as there is no assistant
     * @return this builder
     */
    public SimulatorBuilder versions(String... ids) {
        versions = Set.copyOf(List.of(ids));
        return this;
    }

    /**
     * Sets whether TeXML is answered as XML, as some gateways do.
     *
     * @param xml whether it is; by default it is a JSON string
     * @return this builder
     */
    public SimulatorBuilder texmlAsXml(boolean xml) {
        texmlAsXml = xml;
        return this;
    }

    /**
     * Sets whether assistants are listed all in one answer that does not tell of pages, however many they are and whatever
     * page is asked for. Such an answer is made and sent element by element, as fast as it is read.
     *
     * @param unpaged whether they are; by default they come in pages
     * @return this builder
     */
    public SimulatorBuilder unpagedAssistants(boolean unpaged) {
        unpagedAssistants = unpaged;
        return this;
    }

    /**
     * Sets how long to wait between the parts of a streamed answer, in real time.
     *
     * @param pause the wait, not negative; 50 milliseconds by default
     * @return this builder
     */
    public SimulatorBuilder streamPause(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause cannot be negative: " + pause);
        }
        streamPause = pause;
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @return a simulator that listens
     */
    public Simulator start() {
        return new Simulator(new Settings(
                new ServiceSettings(apiKey, seed, plan, versions, texmlAsXml, unpagedAssistants, clock),
                port,
                tls,
                http2,
                rateLimit,
                rateWindow,
                retryAfterOn429,
                recordedRequests,
                streamPause));
    }
}
