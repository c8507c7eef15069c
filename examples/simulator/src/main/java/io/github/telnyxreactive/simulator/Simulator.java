package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.service.ServiceSettings;
import io.github.telnyxreactive.simulator.store.RunPlan;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the service that keeps state: what is created can be read, and runs take their time and end in one way
 * or another. It listens on the loopback address only. Its methods are for use by any thread that may block.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start()) {
 *     simulator.addSuite("checkout", 10);
 *     simulator.inject(FaultRule.onAny().every(3).inject(Fault.serviceUnavailable()));
 *     // point a client at simulator.baseUrl() with simulator.apiKey()
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {

    /** The API key that is accepted if none is set. */
    public static final String DEFAULT_API_KEY = "KEY-simulator";

    private final Settings settings;
    private final Frontend frontend;
    private final SimulatorServer server;

    private Simulator(Settings settings) {
        this.settings = settings;
        this.frontend = new Frontend(settings);
        this.server = new SimulatorServer(settings, frontend);
    }

    /**
     * Starts a simulator with all defaults.
     *
     * @return a simulator that listens
     */
    public static Simulator start() {
        return builder().start();
    }

    /**
     * Sets a simulator up.
     *
     * @return a builder that holds all defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns where the simulator listens.
     *
     * @return the base URL, without a slash at its end
     */
    public String baseUrl() {
        return (settings.tls() ? "https" : "http") + "://127.0.0.1:" + server.port() + Frontend.BASE_PATH;
    }

    /**
     * Returns the API key that is accepted.
     *
     * @return the key
     */
    public String apiKey() {
        return settings.service().apiKey();
    }

    /**
     * Returns the certificate to trust, which is its own issuer.
     *
     * @return the certificate, {@code null} without TLS
     */
    public @Nullable X509Certificate certificate() {
        return server.certificate();
    }

    /**
     * Adds a test without a request.
     *
     * @param request what it shall be
     * @return the test
     * @throws IllegalArgumentException if the service would not accept the request
     */
    public AssistantTest addTest(CreateAssistantTestRequest request) {
        return frontend.service().addTest(request);
    }

    /**
     * Adds made-up tests to a suite without requests.
     *
     * @param name the name of the suite, 1 to 100 characters
     * @param tests how many tests to add
     * @return the tests
     */
    public List<AssistantTest> addSuite(String name, int tests) {
        return IntStream.range(0, tests)
                .mapToObj(n -> addTest(SampleTests.sample(name, n)))
                .toList();
    }

    /**
     * Adds an assistant without a request.
     *
     * @param request what it shall be
     * @return the assistant, in its only version
     * @throws IllegalArgumentException if the service would not accept the request
     */
    public Assistant addAssistant(CreateAssistantRequest request) {
        return frontend.service().addAssistant(request);
    }

    /**
     * Adds made-up assistants without requests. Each is made up when somebody reads it, so that hundreds of thousands are
     * added at once and take little room.
     *
     * @param count how many
     */
    public void addAssistants(int count) {
        frontend.service().addAssistants(count);
    }

    /**
     * Adds a shared tool without a request.
     *
     * @param request what it shall be
     * @return the tool
     * @throws IllegalArgumentException if the service would not accept the request
     */
    public SharedTool addSharedTool(CreateSharedToolRequest request) {
        return frontend.service().addSharedTool(request);
    }

    /**
     * Adds an MCP server without a request.
     *
     * @param request what it shall be
     * @return the server
     * @throws IllegalArgumentException if the service would not accept the request
     */
    public McpServer addMcpServer(CreateMcpServerRequest request) {
        return frontend.service().addMcpServer(request);
    }

    /**
     * Returns the requests that were received and are still kept.
     *
     * @return the requests, in the order of their arrival
     */
    public List<RecordedRequest> requests() {
        return frontend.log().requests();
    }

    /**
     * Returns the requests to one operation that were received and are still kept.
     *
     * @param operationName the name of the operation, {@code assistants.tests.list} for example
     * @return the requests, in the order of their arrival
     * @throws IllegalArgumentException if there is no such operation
     */
    public List<RecordedRequest> requests(String operationName) {
        return frontend.log().requests(FaultRule.checked(operationName));
    }

    /**
     * Counts all requests that were received, also those that are no longer kept.
     *
     * @return how many, since the start or the last {@link #clearRequests()}
     */
    public int requestCount() {
        return frontend.log().count();
    }

    /**
     * Counts the requests to one operation that were received, also those that are no longer kept.
     *
     * @param operationName the name of the operation
     * @return how many, since the start or the last {@link #clearRequests()}
     * @throws IllegalArgumentException if there is no such operation
     */
    public int requestCount(String operationName) {
        return frontend.log().count(FaultRule.checked(operationName));
    }

    /** Forgets all requests that were received, and counts from 0. */
    public void clearRequests() {
        frontend.log().clear();
    }

    /**
     * Counts the TCP connections that were accepted.
     *
     * @return how many, since the start
     */
    public int connectionCount() {
        return server.accepted();
    }

    /**
     * Returns the runs of all tests that are not deleted, in their present state.
     *
     * @return the runs, in the order of their creation
     */
    public List<TestRun> runs() {
        return frontend.service().runs();
    }

    /**
     * Puts a rule in force, behind those that are. A request meets one fault at the most: that of the first rule that
     * strikes. The rules behind it do not count the request.
     *
     * @param rule the rule
     */
    public void inject(FaultRule rule) {
        frontend.faults().add(rule);
    }

    /** Takes all rules out of force. Faults that are under way take their course. */
    public void clearFaults() {
        frontend.faults().clear();
    }

    /**
     * Holds streamed answers back: their headers are sent, but each part of their bodies only after one call of
     * {@link #releaseStream()}. That concerns the streams that are under way too, and lasts until {@link #resumeStreams()}.
     */
    public void holdStreams() {
        frontend.gate().hold();
    }

    /**
     * Sends one part of a held stream: a chunk of text or an event. It is the part that has waited longest; if none waits,
     * it is the next one to come. Does nothing unless streams are held.
     */
    public void releaseStream() {
        frontend.gate().release();
    }

    /** Holds no streams back any longer; all of them go on by themselves. */
    public void resumeStreams() {
        frontend.gate().unhold();
    }

    /**
     * Counts the streamed answers whose connection, or on HTTP/2 whose stream, was closed before their end.
     *
     * @return how many, since the start
     */
    public int cancelledStreams() {
        return frontend.gate().cancelled();
    }

    /** Stops listening and closes all connections, so that connecting is refused. State is kept. */
    public void suspend() {
        server.suspend();
    }

    /**
     * Listens again, at the same {@link #baseUrl()}.
     *
     * @throws IllegalStateException if the simulator is closed
     */
    public void resume() {
        server.resume();
    }

    /** Stops for good: closes the socket and all connections, and ends the threads. */
    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return "Simulator at " + baseUrl();
    }

    /** Sets a simulator up. */
    public static final class Builder {

        private int port;
        private String apiKey = DEFAULT_API_KEY;
        private long seed;
        private RunPlan plan = new RunPlan(Duration.ofSeconds(2), Duration.ofSeconds(5), 8, 1, 1);
        private @Nullable Integer rateLimit;
        private Duration rateWindow = Duration.ofSeconds(1);
        private boolean retryAfterOn429;
        private boolean tls;
        private boolean http2 = true;
        private InstantSource clock = InstantSource.system();
        private int recordedRequests = 100_000;
        private Set<String> versions = Set.of();
        private boolean texmlAsXml;
        private Duration streamPause = Duration.ofMillis(50);

        private Builder() {}

        /**
         * Sets the port to listen on.
         *
         * @param number the port; 0, the default, takes any that is free
         * @return this builder
         */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /**
         * Sets the API key to accept; {@link #DEFAULT_API_KEY} by default.
         *
         * @param key the key
         * @return this builder
         */
        public Builder apiKey(String key) {
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
        public Builder seed(long number) {
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
        public Builder runDuration(Duration min, Duration max) {
            plan = new RunPlan(min, max, plan.passed(), plan.failed(), plan.error());
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
        public Builder outcomes(int passed, int failed, int error) {
            plan = new RunPlan(plan.shortest(), plan.longest(), passed, failed, error);
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
        public Builder rateLimit(int requestsPerWindow, Duration window) {
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
        public Builder retryAfterOn429(boolean told) {
            retryAfterOn429 = told;
            return this;
        }

        /**
         * Sets whether connections are encrypted.
         *
         * @param enabled whether they are; not by default
         * @return this builder
         */
        public Builder tls(boolean enabled) {
            tls = enabled;
            return this;
        }

        /**
         * Sets whether HTTP/2 is offered beside HTTP/1.1; without TLS there is HTTP/1.1 alone.
         *
         * @param offered whether it is; by default it is
         * @return this builder
         */
        public Builder http2(boolean offered) {
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
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Sets how many requests are kept for {@link Simulator#requests()}; the oldest go first.
         *
         * @param bound how many, at least 0; 100,000 by default
         * @return this builder
         */
        public Builder recordedRequests(int bound) {
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
        public Builder versions(String... ids) {
            versions = Set.copyOf(List.of(ids));
            return this;
        }

        /**
         * Sets whether TeXML is answered as XML, as some gateways do.
         *
         * @param xml whether it is; by default it is a JSON string
         * @return this builder
         */
        public Builder texmlAsXml(boolean xml) {
            texmlAsXml = xml;
            return this;
        }

        /**
         * Sets how long to wait between the parts of a streamed answer, in real time.
         *
         * @param pause the wait, not negative; 50 milliseconds by default
         * @return this builder
         */
        public Builder streamPause(Duration pause) {
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
                    new ServiceSettings(apiKey, seed, plan, versions, texmlAsXml, clock),
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
}
