package io.github.telnyxreactive.model;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.json.ModelReader;
import io.github.telnyxreactive.internal.model.Union;
import io.github.telnyxreactive.json.TelnyxJson;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
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
        String tag = union.getAnnotation(Union.class).by();
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

    /** Returns whether a value without the field cannot be read: all fields that a request requires, an id of others. */
    boolean isIdentity(String field) {
        return required.contains(field)
                && ModelWalk.components(model).stream()
                        .filter(component -> ModelWalk.wireName(component).equals(field))
                        .noneMatch(component -> component.isAnnotationPresent(Required.class));
    }

    /** Returns the fields that may be missing, {@code null} or of another kind. */
    List<String> lenientFields() {
        return ModelWalk.components(model).stream()
                .map(ModelWalk::wireName)
                .filter(field -> !isIdentity(field) && !field.equals(tag))
                .toList();
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
        byte[] bytes = Json.bytes(json);
        try (JsonParser parser = JsonCodec.mapper().createParser(bytes)) {
            return ModelReader.ofType(type).read(parser, () -> JsonCodec.readTree(bytes));
        }
    }

    static JsonNode write(Object value) {
        return Json.tree(TelnyxJson.write(value));
    }

    @Override
    public String toString() {
        return model.getSimpleName();
    }
}
