package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.internal.store.AssistantStore;
import io.github.telnyxreactive.simulator.internal.store.AssistantVersion;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.DocumentStore;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The assistants of the simulated service: finds, creates and updates them for requests, and renders them. */
final class SimulatedAssistants {

    static final String ASSISTANT = "assistant";
    static final String VERSION = "assistant version";

    private static final String MODEL = "model";
    private static final String DEFAULT_MODEL = "moonshotai/Kimi-K2.5";
    private static final String VERSION_NAME = "version_name";
    private static final String DEFAULT_VERSION_NAME = "New assistant";
    private static final String TOOLS = "tools";
    private static final String TOOL_IDS = "tool_ids";

    /** The fields of requests that are not settings, or that only the service assigns. */
    private static final Set<String> ASSIGNED = Set.of(
            "id", "created_at", "version_id", "version_created_at", "import_metadata", "promote_to_main", TOOL_IDS);

    private final AssistantStore store;
    private final DocumentStore tools;
    private final InstantSource clock;

    SimulatedAssistants(AssistantStore store, DocumentStore tools, InstantSource clock) {
        this.store = store;
        this.tools = tools;
        this.clock = clock;
    }

    AssistantStore store() {
        return store;
    }

    Instant now() {
        return clock.instant();
    }

    /** Finds the assistant of a request. */
    StoredAssistant find(ServiceRequest request) {
        return RejectedException.requireFound(store.find(request.id()), ASSISTANT);
    }

    /** Finds the assistant version of a request. */
    AssistantVersion version(ServiceRequest request, StoredAssistant assistant) {
        return RejectedException.requireFound(assistant.versions().get(request.subId()), VERSION);
    }

    StoredAssistant update(ServiceRequest request, UnaryOperator<StoredAssistant> change) {
        return RejectedException.requireFound(store.update(request.id(), change), ASSISTANT);
    }

    StoredAssistant create(byte[] body) {
        AssistantSchema.CREATION.checkComplete(body);
        Document settings = Document.EMPTY.changed(body, ASSIGNED);
        return store.create(newVersion(settings, toolIds(body, List.of())));
    }

    AssistantVersion newVersion(Document settings, List<String> toolIds) {
        return store.newVersion(completed(settings), toolIds, now());
    }

    /** Creates a new version from an existing one and the changes of a request. */
    AssistantVersion next(AssistantVersion base, byte[] change) {
        Document settings = base.settings().with(VERSION_NAME, null).changed(change, ASSIGNED);
        return newVersion(settings, toolIds(change, base.toolIds()));
    }

    AssistantVersion changed(AssistantVersion version, byte[] change) {
        return version.withSettings(completed(version.settings().changed(change, ASSIGNED)))
                .withToolIds(toolIds(change, version.toolIds()));
    }

    private static Document completed(Document settings) {
        Document named =
                settings.get(VERSION_NAME) == null ? settings.with(VERSION_NAME, DEFAULT_VERSION_NAME) : settings;
        if (named.get(MODEL) != null) {
            return named;
        }
        JsonNode external = named.get("external_llm");
        JsonNode model = external == null ? null : external.get(MODEL);
        return named.with(MODEL, model != null && model.isString() ? model : DEFAULT_MODEL);
    }

    private List<String> toolIds(byte[] body, List<String> present) {
        JsonNode given = TelnyxJson.read(body, JsonNode.class).get(TOOL_IDS);
        if (given == null) {
            return present;
        }
        List<Violation> violations = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode item : given) {
            String id = item.stringValue();
            if (tools.find(id) == null) {
                violations.add(
                        new Violation(List.of("body", TOOL_IDS, ids.size()), "the tool does not exist", "value_error"));
            }
            ids.add(id);
        }
        RejectedException.rejectIfAny(violations);
        return ids.stream().distinct().toList();
    }

    Document render(StoredAssistant assistant) {
        return render(assistant, assistant.main());
    }

    /**
     * Renders an assistant in one of its versions, with the current state of its shared tools and without deleted ones.
     */
    Document render(StoredAssistant assistant, AssistantVersion version) {
        List<Document> attached = version.toolIds().stream()
                .map(tools::find)
                .filter(Objects::nonNull)
                .toList();
        Set<String> ids =
                attached.stream().map(tool -> String.valueOf(tool.text("id"))).collect(Collectors.toSet());
        // A client that sends back what it has read includes the shared tools, which must not appear twice.
        Stream<JsonNode> inline = version.settings().items(TOOLS).stream()
                .filter(tool -> !(tool.has("id") && ids.contains(tool.get("id").asString())));
        return Document.EMPTY
                .with("id", assistant.id())
                .with("created_at", Document.date(assistant.createdAt()))
                .with("version_id", version.id())
                .with("version_created_at", Document.date(version.createdAt()))
                .withAll(version.settings())
                .with(
                        TOOLS,
                        Stream.concat(inline, attached.stream().map(SharedToolHandlers::attached))
                                .toList());
    }
}
