package io.github.telnyxreactive.model;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.JsonCodec;
import java.lang.reflect.Type;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model in the table of all models.
 *
 * @param model the class of the model
 * @param type what is read: the class, or the class with its type arguments
 * @param required the fields that have to be there, by their names on the wire
 */
record ModelRow(Class<?> model, Type type, Set<String> required) {

    static ModelRow row(Class<?> model, String... required) {
        return new ModelRow(model, model, Set.of(required));
    }

    static ModelRow row(Class<?> model, TypeReference<?> type, String... required) {
        return new ModelRow(model, type.getType(), Set.of(required));
    }

    /** Returns the fixture, in which every field is set. */
    ObjectNode full() {
        return Json.fixture(model);
    }

    /** Returns the fixture without what may be left out, at every level. */
    ObjectNode minimal() {
        ObjectNode json = full();
        ModelWalk.walk(
                json,
                read(json),
                (node, part) -> node.retain(ModelTable.of(part.getClass()).required()));
        return json;
    }

    Object read(JsonNode json) {
        return JsonCodec.reader(type).readValue(Json.bytes(json));
    }

    static JsonNode write(Object value) {
        return Json.tree(JsonCodec.write(value));
    }

    @Override
    public String toString() {
        return model.getSimpleName();
    }
}
