package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.internal.command.Readings;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.resource.Assistants;
import io.github.telnyxreactive.resource.SharedTools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the things of an account. */
final class Resources {

    private static final int PAGE_SIZE = 100;

    private final SharedTools tools;
    private final Assistants assistants;
    private final AssistantTests tests;

    /** The shared tools that were read or created, by which those of an assistant are told from its own. */
    private final Set<String> toolIds = ConcurrentHashMap.newKeySet();

    Resources(TelnyxClient client) {
        tools = client.ai().tools();
        assistants = client.ai().assistants();
        tests = assistants.tests();
    }

    /**
     * Reads the account until two readings agree, since a list that changes meanwhile may leave something out. Tools and
     * assistants are always read, since others refer to them.
     */
    Mono<Account> read(Set<Kind> kinds) {
        return new Readings<>(
                        "the account",
                        things(kinds),
                        thing -> thing.key().toString(),
                        "Nothing was written; run this again when nobody changes it")
                .agreed()
                .map(things -> new Account(List.copyOf(things.values())));
    }

    private Mono<Map<String, Thing>> things(Set<Kind> kinds) {
        return Flux.just(Kind.tools, Kind.assistants, Kind.tests)
                .filter(kind -> kind != Kind.tests || kinds.contains(kind))
                .concatMap(this::list)
                .collectMap(thing -> thing.kind() + " " + thing.id(), thing -> thing, LinkedHashMap::new);
    }

    /** Lists the things of a kind. Assistants are to be listed after tools. */
    Flux<Thing> list(Kind kind) {
        return switch (kind) {
            case tools ->
                tools.list(SharedToolListParams.builder().pageSize(PAGE_SIZE).build())
                        .map(Thing::of)
                        .doOnNext(tool -> toolIds.add(tool.id()));
            case assistants -> assistants.list().map(assistant -> Thing.of(assistant, toolIds));
            case tests ->
                tests.list(TestListParams.builder().pageSize(PAGE_SIZE).build()).map(Thing::of);
        };
    }

    /** Reads a thing again. */
    Mono<Thing> retrieve(Thing thing) {
        return switch (thing.kind()) {
            case tools -> tools.retrieve(thing.id()).map(Thing::of);
            case assistants -> assistants.retrieve(thing.id()).map(assistant -> Thing.of(assistant, toolIds));
            case tests -> tests.retrieve(thing.id()).map(Thing::of);
        };
    }

    /** Creates a thing from a request for it. */
    Mono<Thing> create(Object request) {
        if (request instanceof CreateSharedToolRequest tool) {
            return tools.create(tool).map(Thing::of).doOnNext(created -> toolIds.add(created.id()));
        }
        return request instanceof CreateAssistantRequest assistant
                ? assistants.create(assistant).map(created -> Thing.of(created, toolIds))
                : tests.create((CreateAssistantTestRequest) request).map(Thing::of);
    }

    /** Changes a thing by a request for it. */
    Mono<Thing> update(String id, Object request) {
        if (request instanceof UpdateSharedToolRequest tool) {
            return tools.update(id, tool).map(Thing::of);
        }
        return request instanceof UpdateAssistantRequestWithPromotion assistant
                ? assistants.update(id, assistant).map(updated -> Thing.of(updated, toolIds))
                : tests.update(id, (UpdateAssistantTestRequest) request).map(Thing::of);
    }

    Mono<Void> delete(Thing thing) {
        return switch (thing.kind()) {
            case tools -> tools.delete(thing.id());
            case assistants -> assistants.delete(thing.id()).then();
            case tests -> tests.delete(thing.id());
        };
    }

    /** Returns the request that creates a thing. */
    static Object creation(Kind kind, JsonNode content) {
        byte[] json = TelnyxJson.write(content);
        return switch (kind) {
            case tools -> TelnyxJson.read(json, CreateSharedToolRequest.class);
            case assistants -> TelnyxJson.read(json, CreateAssistantRequest.class);
            case tests -> TelnyxJson.read(json, CreateAssistantTestRequest.class);
        };
    }

    /** Returns the request that turns one content into another, with the fields that differ. */
    static Object change(Thing present, ObjectNode target) {
        if (present.kind() == Kind.assistants) {
            return UpdateAssistantRequestWithPromotion.difference(
                    assistant(present, present.content()), assistant(present, target));
        }
        ObjectNode changes = target.objectNode();
        Set<String> names = new TreeSet<>(present.content().propertyNames());
        names.addAll(target.propertyNames());
        for (String name : names) {
            JsonNode value = target.path(name);
            if (value.isMissingNode()) {
                changes.putNull(name);
            } else if (!Values.same(value, present.content().path(name))) {
                changes.set(name, value);
            }
        }
        byte[] json = TelnyxJson.write(changes);
        return present.kind() == Kind.tools
                ? TelnyxJson.read(json, UpdateSharedToolRequest.class)
                : TelnyxJson.read(json, UpdateAssistantTestRequest.class);
    }

    private static Assistant assistant(Thing thing, ObjectNode content) {
        return TelnyxJson.read(TelnyxJson.write(content.deepCopy().put("id", thing.id())), Assistant.class);
    }
}
