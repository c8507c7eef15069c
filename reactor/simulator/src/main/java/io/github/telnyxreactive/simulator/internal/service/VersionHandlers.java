package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.VersionOperations;
import io.github.telnyxreactive.simulator.internal.store.AssistantVersion;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.util.Map;
import java.util.function.Function;

/** The handlers of assistant versions. */
final class VersionHandlers implements HandlerGroup {

    private final SimulatedAssistants assistants;

    VersionHandlers(SimulatedAssistants assistants) {
        this.assistants = assistants;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                VersionOperations.LIST, this::list,
                VersionOperations.RETRIEVE, this::retrieve,
                VersionOperations.UPDATE, this::update,
                VersionOperations.PROMOTE, this::promote,
                VersionOperations.DELETE, this::delete);
    }

    private ServiceResponse list(ServiceRequest request) {
        StoredAssistant assistant = assistants.find(request);
        return ServiceResponse.list(ListBody.data(assistant.newestFirst().stream()
                .map(version -> assistants.render(assistant, version))
                .toList()));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        StoredAssistant assistant = assistants.find(request);
        Document shown = assistants.render(assistant, assistants.version(request, assistant));
        boolean withoutServers = "false".equals(request.queryParameter("include_mcp_servers"));
        return ServiceResponse.json(200, withoutServers ? shown.with("mcp_servers", null) : shown);
    }

    private ServiceResponse update(ServiceRequest request) {
        assistants.version(request, assistants.find(request));
        AssistantSchema.CHANGE.checkChange(request.body());
        StoredAssistant updated = assistants.update(request, assistant -> {
            AssistantVersion version = assistants.version(request, assistant);
            rejectIfMain(assistant, version, "changed");
            return assistant.with(assistants.changed(version, request.body()));
        });
        return ServiceResponse.json(200, assistants.render(updated, assistants.version(request, updated)));
    }

    /** Makes a version the main version. From then on, it receives all calls, so the canary deploy ends. */
    private ServiceResponse promote(ServiceRequest request) {
        StoredAssistant updated = assistants.update(
                request,
                assistant -> assistant
                        .withMain(assistants.version(request, assistant).id())
                        .withCanary(null));
        return ServiceResponse.json(200, assistants.render(updated));
    }

    private ServiceResponse delete(ServiceRequest request) {
        assistants.update(request, assistant -> {
            AssistantVersion version = assistants.version(request, assistant);
            rejectIfMain(assistant, version, "deleted");
            Document canary = assistant.canary();
            if (canary != null && CanaryHandlers.versionIds(canary).contains(version.id())) {
                throw RejectedException.badRequest("The canary deploy uses this version");
            }
            return assistant.without(version.id());
        });
        return ServiceResponse.empty(204);
    }

    private static void rejectIfMain(StoredAssistant assistant, AssistantVersion version, String what) {
        if (version.id().equals(assistant.mainId())) {
            throw RejectedException.badRequest("The main version cannot be " + what);
        }
    }
}
