package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.internal.json.JsonCodec;
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

/** Answers the requests for assistants. */
final class AssistantHandlers implements HandlerGroup {

    private static final int DEFAULT_PAGE_SIZE = 100;

    /** What a copy does not get: it would answer the calls and messages of the original. */
    private static final List<String> NOT_CLONED =
            List.of("telephony_settings", "messaging_settings", "import_metadata");

    private final AssistantViews assistants;
    private final boolean unpaged;
    private final Consumer<String> afterDeletion;

    /**
     * Answers for some assistants.
     *
     * @param unpaged whether they are listed all in one answer
     * @param afterDeletion is told the id of a deleted one, to clear away what is left of it
     */
    AssistantHandlers(AssistantViews assistants, boolean unpaged, Consumer<String> afterDeletion) {
        this.assistants = assistants;
        this.unpaged = unpaged;
        this.afterDeletion = afterDeletion;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                AssistantOperations.LIST, this::list,
                AssistantOperations.CREATE, request -> answer(assistants.create(request.body())),
                AssistantOperations.RETRIEVE, request -> answer(assistants.find(request)),
                AssistantOperations.UPDATE, this::update,
                AssistantOperations.DELETE, this::delete,
                AssistantOperations.CLONE, this::copy);
    }

    private ServiceResponse answer(StoredAssistant assistant) {
        return ServiceResponse.json(200, assistants.shown(assistant));
    }

    private ServiceResponse list(ServiceRequest request) {
        Paged page = Paged.of(request, DEFAULT_PAGE_SIZE);
        if (unpaged) {
            return ServiceResponse.list(ListBody.data(assistants.store().all(assistants::shown)));
        }
        return page.answer(assistants.store().list(page.offset(), page.size()).map(assistants::shown));
    }

    private ServiceResponse update(ServiceRequest request) {
        assistants.find(request);
        AssistantSchema.CHANGE_WITH_PROMOTION.checkChange(request.body());
        JsonNode wish = JsonCodec.readTree(request.body()).get("promote_to_main");
        boolean promoted = wish == null || wish.isNull() || wish.booleanValue();
        AssistantVersion[] next = new AssistantVersion[1];
        StoredAssistant updated = assistants.update(request, assistant -> {
            next[0] = assistants.next(assistant.main(), request.body());
            StoredAssistant extended = assistant.with(next[0]);
            return promoted ? extended.withMain(next[0].id()) : extended;
        });
        return ServiceResponse.json(200, assistants.shown(updated, next[0]));
    }

    private ServiceResponse delete(ServiceRequest request) {
        String id = request.pathValues().get(0);
        if (!assistants.store().delete(id)) {
            throw RejectedException.notFound(AssistantViews.WHAT);
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

    private ServiceResponse copy(ServiceRequest request) {
        AssistantVersion original = assistants.find(request).main();
        return answer(assistants
                .store()
                .create(assistants.newVersion(original.settings().without(NOT_CLONED), original.toolIds())));
    }
}
