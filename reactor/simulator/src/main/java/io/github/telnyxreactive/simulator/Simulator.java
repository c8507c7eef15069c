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
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stateful simulator of the Telnyx AI Assistants API: resources that are created can be read back, and test runs take
 * time and end with various outcomes. It listens on the loopback address only, and serves any HTTP client.
 *
 * <p>All methods are thread-safe. Those that start, suspend, resume or close the simulator block, and must not be
 * called on an event loop.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start()) {
 *     simulator.addSuite("checkout", 10);
 *     simulator.inject(FaultRule.onAny().every(3).inject(Fault.serviceUnavailable()));
 *     // point a client at simulator.baseUrl() with simulator.apiKey()
 * }
 * }</pre>
 *
 * @see io.github.telnyxreactive.simulator.junit.SimulatorExtension
 */
public final class Simulator implements AutoCloseable {

    /** The API key that is accepted unless another one is set. */
    public static final String DEFAULT_API_KEY = "KEY-simulator";

    private final Settings settings;
    private final Frontend frontend;
    private final SimulatorServer server;

    Simulator(Settings settings) {
        this.settings = settings;
        this.frontend = new Frontend(settings);
        this.server = new SimulatorServer(settings, frontend);
    }

    /**
     * Starts a simulator with the default settings.
     *
     * @return a simulator that is listening
     */
    public static Simulator start() {
        return builder().start();
    }

    /**
     * Creates a builder with the default settings.
     *
     * @return the builder
     */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /**
     * Returns the base URL of the simulated API.
     *
     * @return the base URL, without a trailing slash
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
     * Returns the self-signed certificate that a client has to trust.
     *
     * @return the certificate, {@code null} without TLS
     */
    public @Nullable X509Certificate certificate() {
        return server.certificate();
    }

    /**
     * Adds an assistant test without a request.
     *
     * @param request the test to add
     * @return the test
     * @throws IllegalArgumentException if the service would reject the request
     */
    public AssistantTest addTest(CreateAssistantTestRequest request) {
        return frontend.service().addTest(request);
    }

    /**
     * Adds generated tests to a suite without requests.
     *
     * @param name the name of the suite, 1 to 100 characters
     * @param tests the number of tests to add
     * @return the tests
     * @throws IllegalArgumentException if the name is invalid
     */
    public List<AssistantTest> addSuite(String name, int tests) {
        return IntStream.range(0, tests)
                .mapToObj(n -> addTest(SampleTests.sample(name, n)))
                .toList();
    }

    /**
     * Adds the same generated tests as {@link #addSuite(String, int)} to a suite without requests, but generates each
     * test when it is read, so that millions of them are added instantly and take no memory. They can be listed, read,
     * run, updated and deleted like any other test. Listing all tests or a suite is fast; any other filter generates
     * and checks every test.
     *
     * @param suite the name of the suite, 1 to 100 characters
     * @param count the number of tests to add, at least 0
     * @throws IllegalArgumentException if the name or the number is invalid
     */
    public void addTests(String suite, int count) {
        frontend.service().addTests(suite, count, n -> SampleTests.sample(suite, n));
    }

    /**
     * Adds an assistant without a request.
     *
     * @param request the assistant to add
     * @return the assistant, in its only version
     * @throws IllegalArgumentException if the service would reject the request
     */
    public Assistant addAssistant(CreateAssistantRequest request) {
        return frontend.service().addAssistant(request);
    }

    /**
     * Adds generated assistants without requests. Each one is generated when it is read, so that hundreds of thousands
     * are added instantly and take little memory.
     *
     * @param count the number of assistants to add, at least 0
     * @throws IllegalArgumentException if the number is invalid
     */
    public void addAssistants(int count) {
        frontend.service().addAssistants(count);
    }

    /**
     * Adds a shared tool without a request.
     *
     * @param request the tool to add
     * @return the tool
     * @throws IllegalArgumentException if the service would reject the request
     */
    public SharedTool addSharedTool(CreateSharedToolRequest request) {
        return frontend.service().addSharedTool(request);
    }

    /**
     * Adds an MCP server without a request.
     *
     * @param request the server to add
     * @return the server
     * @throws IllegalArgumentException if the service would reject the request
     */
    public McpServer addMcpServer(CreateMcpServerRequest request) {
        return frontend.service().addMcpServer(request);
    }

    /**
     * Returns the most recent requests, as many as {@link SimulatorBuilder#recordedRequests(int)} keeps.
     *
     * @return the requests, in order of arrival
     */
    public List<RecordedRequest> requests() {
        return frontend.log().requests();
    }

    /**
     * Returns the most recent requests of an operation.
     *
     * @param operation the name of the operation, for example {@code assistants.tests.list}
     * @return the requests, in order of arrival
     * @throws IllegalArgumentException if there is no such operation
     */
    public List<RecordedRequest> requests(String operation) {
        return frontend.log().requests(FaultRule.requireOperation(operation));
    }

    /**
     * Returns the number of requests received, including those that are no longer kept.
     *
     * @return the number since the start or the last {@link #clearRequests()}
     */
    public int requestCount() {
        return frontend.log().count();
    }

    /**
     * Returns the number of requests received for an operation, including those that are no longer kept.
     *
     * @param operation the name of the operation, for example {@code assistants.tests.list}
     * @return the number since the start or the last {@link #clearRequests()}
     * @throws IllegalArgumentException if there is no such operation
     */
    public int requestCount(String operation) {
        return frontend.log().count(FaultRule.requireOperation(operation));
    }

    /**
     * Returns the number of requests received for each operation, including those that are no longer kept.
     *
     * @return the numbers since the start or the last {@link #clearRequests()}, by the name of the operation; without
     *     operations that received none
     */
    public Map<String, Integer> requestCounts() {
        return frontend.log().counts();
    }

    /**
     * Returns the number of responses with a status, including those of faults.
     *
     * @param status the HTTP status
     * @return the number of responses started since the start or the last {@link #clearRequests()}
     */
    public int responseCount(int status) {
        return frontend.log().responses(status);
    }

    /**
     * Returns the highest number of requests received within any second, by the simulator's clock.
     *
     * @return the number since the start or the last {@link #clearRequests()}
     */
    public int peakRequestsPerSecond() {
        return frontend.log().peakPerSecond();
    }

    /** Discards all recorded requests, and resets the counts of requests and responses. */
    public void clearRequests() {
        frontend.log().clear();
    }

    /**
     * Returns the number of TCP connections accepted.
     *
     * @return the number since the start
     */
    public int connectionCount() {
        return server.accepted();
    }

    /**
     * Returns the runs of all tests that have not been deleted, in their current state, whatever an
     * {@linkplain Unkindness unkind} service tells of them.
     *
     * @return the runs, in order of creation
     */
    public List<TestRun> runs() {
        return frontend.service().runs();
    }

    /**
     * Returns all runs that were ever created, as they really are: without the lags, the staleness and the gaps of
     * {@link Unkindness}, and with the runs of deleted tests. Hundreds of thousands of runs take little memory, because
     * the elements of the list are generated when they are read.
     *
     * @return the runs, in order of creation; a snapshot that cannot be modified
     */
    public List<CreatedRun> createdRuns() {
        return CreatedRun.listOf(frontend.service().createdRuns());
    }

    /**
     * Returns the highest number of runs that were under way at the same time, by the simulator's clock. A run is under
     * way from its creation, inclusive, to its end, exclusive, even if its test is deleted in the meantime.
     *
     * @return the number since the start; exact, unless the clock goes back
     */
    public int peakRunsUnderWay() {
        return frontend.service().peakRunsUnderWay();
    }

    /**
     * Activates a rule, after those that are already active. At most one fault is applied to a request, that of the
     * first rule that applies; the rules after it do not count the request.
     *
     * @param rule the rule
     */
    public void inject(FaultRule rule) {
        frontend.faults().add(rule);
    }

    /** Deactivates all rules, with those of {@link Unkindness}. Faults in progress continue. */
    public void clearFaults() {
        frontend.faults().clear();
    }

    /**
     * Holds back streamed responses: their headers are sent, but each part of the body only after a call to
     * {@link #releaseStreamPart()}. This also affects streams in progress, and lasts until {@link #resumeStreams()}.
     */
    public void holdStreams() {
        frontend.gates().streams().hold();
    }

    /**
     * Sends one part of a held stream, a chunk of text or an event: the part that has waited longest, or else the next
     * one that is ready. Has no effect unless streams are held.
     */
    public void releaseStreamPart() {
        frontend.gates().streams().release();
    }

    /** Resumes all streams, and stops holding back new ones. */
    public void resumeStreams() {
        frontend.gates().streams().resume();
    }

    /**
     * Returns the number of streamed responses whose connection, or stream on HTTP/2, was closed before their end.
     *
     * @return the number since the start
     */
    public int cancelledStreams() {
        return frontend.gates().streams().cancelled();
    }

    /**
     * Holds back the responses of list operations: their headers are sent, but each element only after a call to
     * {@link #releaseListElement()}. The JSON before the list is sent with its first element, the JSON after it with
     * the last; an empty list is released like one element. This also affects lists in progress, from the next element
     * on, unless they are already being sent as a whole. It lasts until {@link #resumeLists()}.
     */
    public void holdLists() {
        frontend.gates().lists().hold();
    }

    /**
     * Sends one element of a held list: the element that has waited longest, or else the next one that is ready. Has no
     * effect unless lists are held.
     */
    public void releaseListElement() {
        frontend.gates().lists().release();
    }

    /** Resumes all lists, and stops holding back new ones. */
    public void resumeLists() {
        frontend.gates().lists().resume();
    }

    /**
     * Returns the number of lists that were sent in parts, because they are long or were held, and whose connection, or
     * stream on HTTP/2, was closed before their end.
     *
     * @return the number since the start
     */
    public int cancelledLists() {
        return frontend.gates().lists().cancelled();
    }

    /**
     * Stops listening and closes all connections, so that new connections are refused. The state is kept. Has no effect
     * if the simulator is already suspended.
     */
    public void suspend() {
        server.suspend();
    }

    /**
     * Listens again, with the same {@link #baseUrl()}. Has no effect if the simulator is not suspended.
     *
     * @throws IllegalStateException if the simulator is closed
     */
    public void resume() {
        server.resume();
    }

    /** Closes the server socket and all connections, and ends all threads. Has no effect if it is already closed. */
    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return "Simulator at " + baseUrl();
    }
}
