package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.AssistantDeletedResponse;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.store.AssistantVersion;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The handlers of assistants. */
final class AssistantHandlers implements HandlerGroup {

    private static final int DEFAULT_PAGE_SIZE = 100;

    /** The settings that are not cloned, because the clone would receive the calls and messages of the original. */
    private static final List<String> NOT_CLONED =
            List.of("telephony_settings", "messaging_settings", "import_metadata");

    private final SimulatedAssistants assistants;
    private final boolean unpaged;
    private final Consumer<String> afterDeletion;

    /**
     * Creates the handlers.
     *
     * @param assistants the assistants
     * @param unpaged whether they are listed in a single response
     * @param afterDeletion called with the id of a deleted assistant, to delete what belongs to it
     */
    AssistantHandlers(SimulatedAssistants assistants, boolean unpaged, Consumer<String> afterDeletion) {
        this.assistants = assistants;
        this.unpaged = unpaged;
        this.afterDeletion = afterDeletion;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                AssistantOperations.LIST, this::list,
                AssistantOperations.CREATE, request -> response(assistants.create(request.body())),
                AssistantOperations.RETRIEVE, request -> response(assistants.find(request)),
                AssistantOperations.UPDATE, this::update,
                AssistantOperations.DELETE, this::delete,
                AssistantOperations.CLONE, this::cloneAssistant);
    }

    private ServiceResponse response(StoredAssistant assistant) {
        return ServiceResponse.json(200, assistants.render(assistant));
    }

    private ServiceResponse list(ServiceRequest request) {
        PageRequest page = PageRequest.of(request, DEFAULT_PAGE_SIZE);
        if (unpaged) {
            return ServiceResponse.list(ListBody.data(assistants.store().all(assistants::render)));
        }
        return page.response(assistants.store().list(page.offset(), page.size()).map(assistants::render));
    }

    private ServiceResponse update(ServiceRequest request) {
        assistants.find(request);
        AssistantSchema.CHANGE_WITH_PROMOTION.checkChange(request.body());
        JsonNode promote = TelnyxJson.read(request.body(), JsonNode.class).get("promote_to_main");
        boolean promoted = promote == null || promote.isNull() || promote.booleanValue();
        AssistantVersion[] next = new AssistantVersion[1];
        StoredAssistant updated = assistants.update(request, assistant -> {
            next[0] = assistants.next(assistant.main(), request.body());
            StoredAssistant extended = assistant.with(next[0]);
            return promoted ? extended.withMain(next[0].id()) : extended;
        });
        return ServiceResponse.json(200, assistants.render(updated, next[0]));
    }

    private ServiceResponse delete(ServiceRequest request) {
        String id = request.id();
        if (!assistants.store().delete(id)) {
            throw RejectedException.notFound(SimulatedAssistants.ASSISTANT);
        }
        afterDeletion.accept(id);
        return ServiceResponse.json(
                200,
                AssistantDeletedResponse.builder()
                        .id(id)
                        .object("assistant")
                        .deleted(true)
                        .build());
    }

    private ServiceResponse cloneAssistant(ServiceRequest request) {
        AssistantVersion original = assistants.find(request).main();
        return response(assistants
                .store()
                .create(assistants.newVersion(original.settings().without(NOT_CLONED), original.toolIds())));
    }
}
