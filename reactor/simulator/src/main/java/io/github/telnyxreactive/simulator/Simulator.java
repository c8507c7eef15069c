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

    Simulator(Settings settings) {
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
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
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
     * Adds made-up tests to a suite without requests, those of {@link #addSuite(String, int)}. Each is made up when somebody
     * reads it, so that millions are added at once and take no room. They are listed, read, run, changed and deleted as any
     * other, but only a list of all tests or of a suite is quick: for other filters each test is made up and looked at.
     *
     * @param suite the name of the suite, 1 to 100 characters
     * @param count how many tests to add, at least 0
     * @throws IllegalArgumentException if there can be no such suite, or not so many tests
     */
    public void addTests(String suite, int count) {
        frontend.service().addTests(suite, count, n -> SampleTests.sample(suite, n));
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
     * @param count how many, at least 0
     * @throws IllegalArgumentException if there cannot be so many
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

    /**
     * Counts the requests by operation, also those that are no longer kept.
     *
     * @return how many each operation has had that had any, since the start or the last {@link #clearRequests()}
     */
    public Map<String, Integer> requestCounts() {
        return frontend.log().counts();
    }

    /**
     * Counts the answers with a status, those of faults included.
     *
     * @param status the HTTP status
     * @return how many were begun, since the start or the last {@link #clearRequests()}
     */
    public int answerCount(int status) {
        return frontend.log().answers(status);
    }

    /**
     * Returns the highest number of requests that were received in any second, by the simulator's clock.
     *
     * @return the number, since the start or the last {@link #clearRequests()}
     */
    public int peakRequestsPerSecond() {
        return frontend.log().peakPerSecond();
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
        frontend.gates().streams().hold();
    }

    /**
     * Sends one part of a held stream: a chunk of text or an event. It is the part that has waited longest; if none waits,
     * it is the next one to come. Does nothing unless streams are held.
     */
    public void releaseStream() {
        frontend.gates().streams().release();
    }

    /** Holds no streams back any longer; all of them go on by themselves. */
    public void resumeStreams() {
        frontend.gates().streams().unhold();
    }

    /**
     * Counts the streamed answers whose connection, or on HTTP/2 whose stream, was closed before their end.
     *
     * @return how many, since the start
     */
    public int cancelledStreams() {
        return frontend.gates().streams().cancelled();
    }

    /**
     * Holds the answers to list operations back: their headers are sent, but each element of the list only after one call of
     * {@link #releaseItem()}. What precedes the list is sent with its first element, what follows it with the last; a list
     * without elements is released as one element. That concerns the lists that are under way too, from the element on that
     * is not taken up yet, unless they are sent as a whole already, and lasts until {@link #resumeLists()}.
     */
    public void holdLists() {
        frontend.gates().lists().hold();
    }

    /**
     * Sends one element of a held list. It is the element that has waited longest; if none waits, it is the next one to come.
     * Does nothing unless lists are held.
     */
    public void releaseItem() {
        frontend.gates().lists().release();
    }

    /** Holds no lists back any longer; all of them go on by themselves. */
    public void resumeLists() {
        frontend.gates().lists().unhold();
    }

    /**
     * Counts the lists that were sent part by part, because they are long or were held, and whose connection, or on HTTP/2
     * whose stream, was closed before their end.
     *
     * @return how many, since the start
     */
    public int cancelledLists() {
        return frontend.gates().lists().cancelled();
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
}
