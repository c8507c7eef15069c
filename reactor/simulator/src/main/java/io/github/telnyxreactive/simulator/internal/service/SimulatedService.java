package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.simulator.internal.store.AssistantStore;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.DocumentStore;
import io.github.telnyxreactive.simulator.internal.store.RunStore;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import io.github.telnyxreactive.simulator.internal.store.StoredRun;
import io.github.telnyxreactive.simulator.internal.store.TestStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The simulated service: its state, and its responses to requests. */
public final class SimulatedService {

    private final ServiceSettings settings;
    private final TestStore tests;
    private final RunStore runs;
    private final IdempotencyKeys keys;
    private final SimulatedAssistants assistants;
    private final SharedToolHandlers sharedTools;
    private final McpServerHandlers mcpServers;
    private final Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers = new HashMap<>();

    /**
     * Creates an empty service.
     *
     * @param settings the settings
     * @param random generates ids, durations and outcomes
     */
    public SimulatedService(ServiceSettings settings, SeededRandom random) {
        this.settings = settings;
        this.tests = new TestStore(random);
        this.runs = new RunStore(random, settings.plan(), settings.modes());
        this.keys = new IdempotencyKeys(settings.modes(), random, settings.clock());
        DocumentStore tools = new DocumentStore(random, Stream.TOOL_ID);
        this.sharedTools = new SharedToolHandlers(tools, settings.clock());
        this.mcpServers = new McpServerHandlers(new DocumentStore(random, Stream.MCP_SERVER_ID), settings.clock());
        this.assistants = new SimulatedAssistants(new AssistantStore(random), tools, settings.clock());
        ListFilters filters = new ListFilters(settings.modes());
        Pages pages = new Pages(settings.modes());
        EventHandlers events = new EventHandlers(assistants, random);
        List<HandlerGroup> groups = List.of(
                new AssistantHandlers(assistants, settings.unpagedAssistants(), events::deleteOf),
                events,
                new TagHandlers(assistants),
                new ChatHandlers(assistants, random),
                new InstructionHandlers(assistants, settings.texmlAsXml()),
                new AssistantToolHandlers(assistants, tools),
                new ImportHandlers(assistants, random),
                new VersionHandlers(assistants),
                new CanaryHandlers(assistants),
                sharedTools,
                mcpServers,
                new IntegrationHandlers(),
                new TestHandlers(tests, runs, filters, pages, settings.clock()),
                new RunHandlers(tests, runs, new RunReads(settings.modes(), random, settings.clock()), filters, pages),
                new TriggerHandlers(
                        tests,
                        runs,
                        new DestinationVersions(settings.versions(), assistants.store()),
                        settings.modes(),
                        random,
                        settings.clock()));
        groups.forEach(group -> handlers.putAll(group.handlers()));
    }

    /**
     * Returns the endpoints that the service supports.
     *
     * @return the endpoints that have a handler
     */
    public Set<Endpoint<?>> endpoints() {
        return Set.copyOf(handlers.keySet());
    }

    /**
     * Accepts a request: checks its API key, and claims its idempotency key.
     *
     * @param request the request
     * @return processes the request and supplies the response; must be called exactly once
     */
    public Supplier<ServiceResponse> accept(ServiceRequest request) {
        if (!isAuthorized(request.header("authorization"))) {
            return ServiceErrors::unauthorized;
        }
        String key = request.header(IdempotencyKeys.HEADER);
        if (key == null || request.endpoint().safety() != Safety.IDEMPOTENT_BY_KEY) {
            return () -> handle(request);
        }
        return keys.claim(request, key, this::handle);
    }

    private boolean isAuthorized(@Nullable String authorization) {
        String scheme = "Bearer ";
        return authorization != null
                && authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                && authorization.substring(scheme.length()).equals(settings.apiKey());
    }

    private ServiceResponse handle(ServiceRequest request) {
        Function<ServiceRequest, ServiceResponse> handler = handlers.get(request.endpoint());
        if (handler == null) {
            throw new IllegalStateException("no handler for " + request.endpoint());
        }
        try {
            return handler.apply(request);
        } catch (RejectedException e) {
            return e.response();
        }
    }

    /**
     * Adds a test without a request.
     *
     * @param request the test to add
     * @return the test
     * @throws IllegalArgumentException if the service would reject the request
     */
    public AssistantTest addTest(CreateAssistantTestRequest request) {
        return withoutRequest(() -> {
            TestSchema.SCHEMA.checkComplete(TelnyxJson.write(request));
            return tests.create(request, settings.clock().instant());
        });
    }

    /**
     * Adds generated tests without requests.
     *
     * @param suite the name of their suite
     * @param count the number of tests
     * @param request generates the n-th test, from 0; called repeatedly, and must return the same test every time
     * @throws IllegalArgumentException if the service would reject such a test, or the number is negative
     */
    public void addTests(String suite, int count, IntFunction<CreateAssistantTestRequest> request) {
        withoutRequest(() -> {
            TestSchema.SCHEMA.checkComplete(TelnyxJson.write(request.apply(0)));
            tests.createSamples(
                    suite, requireNotNegative(count), request, settings.clock().instant());
            return suite;
        });
    }

    private static int requireNotNegative(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number to add must not be negative, but was " + count);
        }
        return count;
    }

    /**
     * Adds an assistant without a request.
     *
     * @param request the assistant to add
     * @return the assistant
     * @throws IllegalArgumentException if the service would reject the request
     */
    public Assistant addAssistant(CreateAssistantRequest request) {
        return withoutRequest(
                () -> read(assistants.render(assistants.create(TelnyxJson.write(request))), Assistant.class));
    }

    /**
     * Adds generated assistants without requests.
     *
     * @param count the number of assistants
     * @throws IllegalArgumentException if the number is negative
     */
    public void addAssistants(int count) {
        assistants
                .store()
                .createSamples(requireNotNegative(count), settings.clock().instant());
    }

    /**
     * Adds a shared tool without a request.
     *
     * @param request the tool to add
     * @return the tool
     * @throws IllegalArgumentException if the service would reject the request
     */
    public SharedTool addSharedTool(CreateSharedToolRequest request) {
        return withoutRequest(() -> read(sharedTools.create(TelnyxJson.write(request)), SharedTool.class));
    }

    /**
     * Adds an MCP server without a request.
     *
     * @param request the server to add
     * @return the server
     * @throws IllegalArgumentException if the service would reject the request
     */
    public McpServer addMcpServer(CreateMcpServerRequest request) {
        return withoutRequest(() -> read(mcpServers.create(TelnyxJson.write(request)), McpServer.class));
    }

    private static <T> T read(Document document, Class<T> type) {
        return TelnyxJson.read(TelnyxJson.write(document), type);
    }

    private static <T> T withoutRequest(Supplier<T> creation) {
        try {
            return creation.get();
        } catch (RejectedException e) {
            throw new IllegalArgumentException(new String(e.response().body(), StandardCharsets.UTF_8), e);
        }
    }

    /**
     * Returns all runs in their current state.
     *
     * @return the runs, oldest first
     */
    public List<TestRun> runs() {
        Instant now = settings.clock().instant();
        return runs.all().stream().map(run -> run.at(now)).toList();
    }

    /**
     * Returns all runs that were ever created.
     *
     * @return the runs, oldest first
     */
    public List<StoredRun> createdRuns() {
        return runs.created();
    }

    /**
     * Returns the highest number of runs under way at the same time.
     *
     * @return the number since the start
     */
    public int peakRunsUnderWay() {
        return runs.peakUnderWay();
    }
}
