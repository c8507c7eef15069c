package io.github.telnyxreactive.simulator.service;

import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.VersionOperations;
import io.github.telnyxreactive.simulator.store.AssistantVersion;
import io.github.telnyxreactive.simulator.store.Document;
import io.github.telnyxreactive.simulator.store.StoredAssistant;
import java.util.Map;
import java.util.function.Function;

/** Answers the requests for the versions of assistants. */
final class VersionHandlers implements HandlerGroup {

    private final Assistants assistants;

    VersionHandlers(Assistants assistants) {
        this.assistants = assistants;
    }

    @Override
    public Map<Endpoint<?>, Function<ApiRequest, ApiResponse>> handlers() {
        return Map.of(
                VersionOperations.LIST, this::list,
                VersionOperations.RETRIEVE, this::retrieve,
                VersionOperations.UPDATE, this::update,
                VersionOperations.PROMOTE, this::promote,
                VersionOperations.DELETE, this::delete);
    }

    private ApiResponse list(ApiRequest request) {
        StoredAssistant assistant = assistants.find(request);
        return ApiResponse.list(ListBody.data(assistant.newestFirst().stream()
                .map(version -> assistants.shown(assistant, version))
                .toList()));
    }

    private ApiResponse retrieve(ApiRequest request) {
        StoredAssistant assistant = assistants.find(request);
        Document shown = assistants.shown(assistant, assistants.version(request, assistant));
        boolean withoutServers = "false".equals(request.queryParameter("include_mcp_servers"));
        return ApiResponse.json(200, withoutServers ? shown.with("mcp_servers", null) : shown);
    }

    private ApiResponse update(ApiRequest request) {
        assistants.version(request, assistants.find(request));
        AssistantSchema.CHANGE.checkChange(request.body());
        StoredAssistant updated = assistants.update(request, assistant -> {
            AssistantVersion version = assistants.version(request, assistant);
            refuseMain(assistant, version, "changed");
            return assistant.with(assistants.changed(version, request.body()));
        });
        return ApiResponse.json(200, assistants.shown(updated, assistants.version(request, updated)));
    }

    /** From then on all calls go to the promoted version, so the canary deploy ends. */
    private ApiResponse promote(ApiRequest request) {
        StoredAssistant updated = assistants.update(
                request,
                assistant -> assistant
                        .withMain(assistants.version(request, assistant).id())
                        .withCanary(null));
        return ApiResponse.json(200, assistants.shown(updated));
    }

    private ApiResponse delete(ApiRequest request) {
        assistants.update(request, assistant -> {
            AssistantVersion version = assistants.version(request, assistant);
            refuseMain(assistant, version, "deleted");
            Document canary = assistant.canary();
            if (canary != null && CanaryHandlers.versionIds(canary).contains(version.id())) {
                throw new RejectedException(ErrorAnswers.badRequest("The canary deploy uses this version"));
            }
            return assistant.without(version.id());
        });
        return ApiResponse.empty(204);
    }

    private static void refuseMain(StoredAssistant assistant, AssistantVersion version, String what) {
        if (version.id().equals(assistant.mainId())) {
            throw new RejectedException(ErrorAnswers.badRequest("The main version cannot be " + what));
        }
    }
}
