package io.github.telnyxreactive.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.json.TelnyxJson;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model in the table of all models.
 *
 * @param model the class of the model
 * @param type the type to read: the class, the class with its type arguments, or the union that it is a member of
 * @param required the names of the required fields in JSON
 * @param tag the field that discriminates the members of the union, {@code null} if the class is not a member of one
 */
record ModelRow(
        Class<?> model,
        Type type,
        Set<String> required,
        @Nullable String tag) {

    static ModelRow row(Class<?> model, String... required) {
        return new ModelRow(model, model, Set.of(required), null);
    }

    static ModelRow row(Class<?> model, TypeReference<?> type, String... required) {
        return new ModelRow(model, type.getType(), Set.of(required), null);
    }

    /** Returns a row for a member of a union, which is read as the union and always has the discriminator. */
    static ModelRow row(Class<?> model, Class<?> union, String... required) {
        String tag = union.getAnnotation(JsonTypeInfo.class).property();
        return new ModelRow(model, union, Set.of(required), tag);
    }

    /** Returns the fixture, in which every field is set. */
    ObjectNode full() {
        return Json.fixture(model);
    }

    /** Returns whether the model represents union members that this library does not know. */
    boolean isUnknownMember() {
        return model.getSimpleName().startsWith("Unknown");
    }

    /** Returns whether a field may be omitted. A discriminator may not: without it, the member is another. */
    boolean isOptional(String field) {
        return !required.contains(field) && !field.equals(tag);
    }

    /** Returns the fixture without optional fields at any level. */
    ObjectNode minimal() {
        ObjectNode json = full();
        ModelWalk.walk(
                json,
                read(json),
                (node, part) -> node.propertyNames().stream()
                        .filter(ModelTable.of(part.getClass())::isOptional)
                        .toList()
                        .forEach(node::remove));
        return json;
    }

    Object read(JsonNode json) {
        return JsonCodec.reader(type).readValue(Json.bytes(json));
    }

    static JsonNode write(Object value) {
        return Json.tree(TelnyxJson.write(value));
    }

    @Override
    public String toString() {
        return model.getSimpleName();
    }
}
