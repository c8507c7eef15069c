package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.CanaryDeployOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The handlers of canary deploys, which consist of rules or, in the older form, of versions with percentages. */
final class CanaryHandlers implements HandlerGroup {

    private static final String CANARY_DEPLOY = "canary deploy";
    private static final Set<String> ASSIGNED = Set.of("assistant_id", "created_at", "updated_at");

    private final SimulatedAssistants assistants;

    CanaryHandlers(SimulatedAssistants assistants) {
        this.assistants = assistants;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                CanaryDeployOperations.CREATE, this::create,
                CanaryDeployOperations.RETRIEVE, this::retrieve,
                CanaryDeployOperations.UPDATE, this::update,
                CanaryDeployOperations.DELETE, this::delete);
    }

    private ServiceResponse create(ServiceRequest request) {
        check(request, assistants.find(request));
        return ServiceResponse.json(200, changed(request, assistant -> {
            if (assistant.canary() != null) {
                throw new RejectedException(
                        ServiceErrors.error(409, "409", "Conflict", "The assistant already has a canary deploy"));
            }
            return Document.date(assistants.now());
        }));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        return ServiceResponse.json(
                200, RejectedException.requireFound(assistants.find(request).canary(), CANARY_DEPLOY));
    }

    private ServiceResponse update(ServiceRequest request) {
        StoredAssistant present = assistants.find(request);
        RejectedException.requireFound(present.canary(), CANARY_DEPLOY);
        check(request, present);
        return ServiceResponse.json(
                200,
                changed(
                        request,
                        assistant -> String.valueOf(RejectedException.requireFound(assistant.canary(), CANARY_DEPLOY)
                                .text("created_at"))));
    }

    private Document changed(ServiceRequest request, Function<StoredAssistant, String> creation) {
        StoredAssistant updated = assistants.update(request, assistant -> {
            String createdAt = creation.apply(assistant);
            // Versions may have been deleted since the body was checked.
            check(request, assistant);
            Document deploy = Document.EMPTY.changed(request.body(), ASSIGNED);
            return assistant.withCanary((deploy.get("rules") == null ? deploy.with("rules", rules(deploy)) : deploy)
                    .with("assistant_id", assistant.id())
                    .with("created_at", createdAt)
                    .with("updated_at", Document.date(assistants.now())));
        });
        return RejectedException.requireFound(updated.canary(), CANARY_DEPLOY);
    }

    private ServiceResponse delete(ServiceRequest request) {
        assistants.update(request, assistant -> {
            RejectedException.requireFound(assistant.canary(), CANARY_DEPLOY);
            return assistant.withCanary(null);
        });
        return ServiceResponse.empty(204);
    }

    private static void check(ServiceRequest request, StoredAssistant assistant) {
        CanarySchema.check(request.body());
        List<Violation> violations = new ArrayList<>();
        for (String id : versionIds(Document.read(request.body()))) {
            if (!assistant.versions().containsKey(id)) {
                violations.add(new Violation(List.of("body"), "version " + id + " does not exist", "value_error"));
            }
        }
        RejectedException.rejectIfAny(violations);
    }

    /** Returns the ids of all versions in a canary deploy. */
    static Set<String> versionIds(Document deploy) {
        Set<String> ids = new HashSet<>();
        Stream<JsonNode> served = deploy.items("rules").stream().map(rule -> rule.get("serve"));
        Stream.concat(served, deploy.items("versions").stream())
                .flatMap(serve -> Stream.concat(Stream.of(serve), slots(serve)))
                .map(part -> part.get("version_id"))
                .filter(id -> id != null && id.isString())
                .forEach(id -> ids.add(id.stringValue()));
        return ids;
    }

    private static Stream<JsonNode> slots(JsonNode serve) {
        JsonNode rollout = serve.get("rollout");
        return rollout == null ? Stream.empty() : rollout.values().stream();
    }

    /** Converts versions with percentages to the equivalent rule. */
    private static List<Object> rules(Document deploy) {
        List<Object> rollout = new ArrayList<>();
        for (JsonNode version : deploy.items("versions")) {
            Map<String, JsonNode> slot = new LinkedHashMap<>();
            slot.put("version_id", version.get("version_id"));
            slot.put("weight", version.get("percentage"));
            rollout.add(slot);
        }
        return List.of(Map.of("match", List.of(), "serve", Map.of("rollout", rollout)));
    }
}
