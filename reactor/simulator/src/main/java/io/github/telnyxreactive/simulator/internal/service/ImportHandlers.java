package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.store.AssistantVersion;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The handler of imports of assistants, from simulated providers. */
final class ImportHandlers implements HandlerGroup {

    private static final int ASSISTANTS_PER_PROVIDER = 2;

    private final SimulatedAssistants assistants;
    private final SeededRandom random;
    private final Map<Origin, String> imported = new ConcurrentHashMap<>();

    ImportHandlers(SimulatedAssistants assistants, SeededRandom random) {
        this.assistants = assistants;
        this.random = random;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(AssistantOperations.IMPORTS, this::importAll);
    }

    private ServiceResponse importAll(ServiceRequest request) {
        AssistantSchema.IMPORT.checkComplete(request.body());
        Document body = Document.read(request.body());
        String provider = String.valueOf(body.text("provider"));
        List<String> given = body.texts("import_ids");
        List<String> ids = given.isEmpty() ? generated(provider) : given;
        return ServiceResponse.json(
                200,
                Map.of(
                        "data",
                        ids.stream()
                                .distinct()
                                .map(id -> assistants.render(importOne(new Origin(provider, id))))
                                .toList()));
    }

    /** Returns the ids of the assistants of a provider, the same on every call. */
    private List<String> generated(String provider) {
        long first = (long) provider.hashCode() * ASSISTANTS_PER_PROVIDER;
        return LongStream.range(first, first + ASSISTANTS_PER_PROVIDER)
                .mapToObj(n -> random.id(Stream.IMPORT_ID, n))
                .toList();
    }

    /** Imports an assistant; one that was imported before gets a new version. */
    private StoredAssistant importOne(Origin origin) {
        AssistantVersion version = assistants.newVersion(settings(origin), List.of());
        StoredAssistant[] result = new StoredAssistant[1];
        imported.compute(origin, (same, id) -> {
            result[0] = id == null
                    ? null
                    : assistants.store().update(id, known -> known.with(version).withMain(version.id()));
            if (result[0] == null) {
                result[0] = assistants.store().create(version);
            }
            return result[0].id();
        });
        return result[0];
    }

    private static Document settings(Origin origin) {
        return Document.of(Map.of(
                "name", "Imported " + origin.id,
                "instructions", "You were created at " + origin.provider + ".",
                "import_metadata", Map.of("import_provider", origin.provider, "import_id", origin.id)));
    }

    private record Origin(String provider, String id) {}
}
