package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TagOperations;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The handlers of tags. Tags belong to the main version, and changing them does not create a new version. */
final class TagHandlers implements HandlerGroup {

    private static final String TAGS = "tags";

    private static final Schema SCHEMA = Schema.of(FieldRule.required("tag", Checks.text(1, Integer.MAX_VALUE)));

    private final SimulatedAssistants assistants;

    TagHandlers(SimulatedAssistants assistants) {
        this.assistants = assistants;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                TagOperations.LIST, request -> response(assistants.store().tags()),
                TagOperations.ADD, this::add,
                TagOperations.REMOVE, this::remove);
    }

    private static ServiceResponse response(List<String> tags) {
        return ServiceResponse.json(200, Map.of(TAGS, tags));
    }

    private ServiceResponse add(ServiceRequest request) {
        assistants.find(request);
        SCHEMA.checkComplete(request.body());
        String tag = String.valueOf(Document.read(request.body()).text("tag"));
        return changed(request, tags -> {
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
            return tags;
        });
    }

    private ServiceResponse remove(ServiceRequest request) {
        String tag = request.subId();
        return changed(request, tags -> {
            if (!tags.remove(tag)) {
                throw RejectedException.notFound("tag");
            }
            return tags;
        });
    }

    private ServiceResponse changed(ServiceRequest request, UnaryOperator<List<String>> change) {
        StoredAssistant updated = assistants.update(request, assistant -> {
            Document settings = assistant.main().settings();
            List<String> tags = change.apply(new ArrayList<>(settings.texts(TAGS)));
            return assistant.with(assistant.main().withSettings(settings.with(TAGS, tags)));
        });
        return response(updated.main().settings().texts(TAGS));
    }
}
