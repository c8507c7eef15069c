package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import java.lang.reflect.RecordComponent;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RoundTripTest {

    private static final JsonNode UNKNOWN = Json.tree("""
            {"deep": [{"deeper": null}, 1, "two", [], {}], "": "empty name", "long": 9007199254740993, "half": 0.5}
            """);

    private static final List<String> OTHERS = List.of(
            "null", "true", "7", "7.5", "\"\"", "\"?\"", "{}", "{\"?\": 1}", "[]", "[null]", "[7]", "[[]]", "[{}]");

    static List<ModelRow> rows() {
        return ModelTable.rows();
    }

    static Stream<Arguments> identityFields() {
        return rows().stream()
                .flatMap(row -> row.required().stream().filter(row::isIdentity).map(field -> Arguments.of(row, field)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void writesEveryFieldAsItWasRead(ModelRow row) {
        assertThat(ModelRow.write(row.read(row.full()))).isEqualTo(row.full());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsTheWrittenJsonAsAnEqualValue(ModelRow row) {
        Object value = row.read(row.full());

        assertThat(row.read(ModelRow.write(value))).isEqualTo(value).hasSameHashCodeAs(value);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsUnknownFieldsAtEveryLevel(ModelRow row) {
        ObjectNode json = row.full();
        ModelWalk.walk(json, row.read(json), (node, model) -> {
            node.set("x_unknown", UNKNOWN);
            node.putNull("x_null");
            node.put("x_text", "");
            node.putArray("x_list");
            node.putObject("x_object");
            node.put("x_false", false);
            node.put("x_zero", 0);
        });

        assertThat(ModelRow.write(row.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsAnUnknownFieldNamedLikeTheComponentThatHoldsIt(ModelRow row) {
        for (String name : List.of("additional_properties", "additionalProperties")) {
            for (JsonNode unknown : List.of(Json.tree("\"text\""), UNKNOWN)) {
                ObjectNode json = row.full();
                json.set(name, unknown);

                assertThat(ModelRow.write(row.read(json))).as(name).isEqualTo(json);
            }
        }
    }

    static Stream<ModelRow> rowsWithBuilder() {
        return ModelTableTest.rowsWithBuilder();
    }

    @ParameterizedTest
    @MethodSource("rowsWithBuilder")
    void copyByTheBuilderIsEqualIncludingUnknownFields(ModelRow row) throws ReflectiveOperationException {
        ObjectNode json = row.full();
        json.set("x_unknown", UNKNOWN);
        Object value = row.read(json);
        Object copy = row.model().getMethod("toBuilder").invoke(value);

        assertThat(copy.getClass().getMethod("build").invoke(copy)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void omittedOptionalFieldsStayOmitted(ModelRow row) {
        assertThat(ModelRow.write(row.read(row.minimal()))).isEqualTo(row.minimal());
    }

    @ParameterizedTest
    @MethodSource("identityFields")
    void reportsTheNameOfAMissingIdentity(ModelRow row, String field) {
        ObjectNode json = row.full();
        json.remove(field);

        assertThatThrownBy(() -> row.read(json))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("\"" + field + "\" is missing");
    }

    @ParameterizedTest
    @MethodSource("identityFields")
    void reportsTheNameOfANullIdentity(ModelRow row, String field) {
        ObjectNode json = row.full();
        json.putNull(field);

        assertThatThrownBy(() -> row.read(json))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("\"" + field + "\" is missing");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsWhatMayBeMissing(ModelRow row) {
        for (String field : row.lenientFields()) {
            ObjectNode json = row.full();
            json.remove(field);

            assertThat(ModelRow.write(row.read(json))).as(field).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsWhatIsNullOrOfAnotherKind(ModelRow row) {
        for (String field : row.lenientFields()) {
            for (String other : OTHERS) {
                ObjectNode json = row.full();
                json.set(field, Json.tree(other));

                JsonNode written = ModelRow.write(row.read(json));
                assertThat(Json.isSame(written, json))
                        .as("%s of %s: %s", field, other, written)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsNullsAndEmptyListsAtEveryLevel(ModelRow row) {
        ObjectNode json = row.full();
        Map<ObjectNode, Record> models = new IdentityHashMap<>();
        ModelWalk.walk(json, row.read(json), models::put);
        models.forEach((node, model) -> {
            for (String field : ModelTable.of(model.getClass()).lenientFields()) {
                if (node.path(field).isArray()) {
                    node.putArray(field);
                } else if (!node.path(field).isObject()) {
                    node.putNull(field);
                }
            }
        });

        assertThat(ModelRow.write(row.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("rowsWithBuilder")
    void writesAnEmptyListThatWasSetAndNoneThatWasNot(ModelRow row) throws ReflectiveOperationException {
        for (RecordComponent component : ModelWalk.components(row.model())) {
            String field = ModelWalk.wireName(component);
            boolean isList = component.getType() == List.class;
            if (!isList && component.getType() != Map.class
                    || !row.lenientFields().contains(field)) {
                continue;
            }
            ObjectNode without = row.full();
            without.remove(field);
            Object builder = row.model().getMethod("toBuilder").invoke(row.read(without));
            Object unset = builder.getClass().getMethod("build").invoke(builder);
            builder.getClass()
                    .getMethod(component.getName(), component.getType())
                    .invoke(builder, isList ? List.of() : Map.of());
            Object set = builder.getClass().getMethod("build").invoke(builder);

            assertThat(ModelRow.write(unset)).as(field).isEqualTo(without);
            assertThat(ModelRow.write(set).get(field)).as(field).isEqualTo(Json.tree(isList ? "[]" : "{}"));
        }
    }

    @ParameterizedTest
    @MethodSource("rowsWithBuilder")
    void neverWritesAFieldTwice(ModelRow row) throws ReflectiveOperationException {
        Object full = row.read(row.full());
        for (RecordComponent component : ModelWalk.components(row.model())) {
            String field = ModelWalk.wireName(component);
            Object value = ModelWalk.get(component, (Record) full);
            if (!row.lenientFields().contains(field) || value == null) {
                continue;
            }
            ObjectNode json = row.full();
            json.set(field, Json.tree("[[[7]]]"));
            Object builder = row.model().getMethod("toBuilder").invoke(row.read(json));
            builder.getClass()
                    .getMethod(component.getName(), component.getType())
                    .invoke(builder, value);
            Object set = builder.getClass().getMethod("build").invoke(builder);

            assertThat(Json.text(TelnyxJson.write(set))).as(field).isEqualTo(Json.text(TelnyxJson.write(full)));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void listsAndMapsAreImmutableAndNullOnlyIfNullable(ModelRow row) {
        ObjectNode full = row.full();
        full.set("x_unknown", UNKNOWN);
        for (ObjectNode json : List.of(full, row.minimal())) {
            ModelWalk.walk(json, row.read(json), (node, model) -> assertCollectionsAreImmutable(model));
        }
    }

    private static void assertCollectionsAreImmutable(Record model) {
        for (RecordComponent component : model.getClass().getRecordComponents()) {
            Object value = ModelWalk.get(component, model);
            Object inner = value instanceof Field<?> field ? field.value().orElse(null) : value;
            if (inner == null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                continue;
            }
            if (List.class.isAssignableFrom(component.getType()) || inner instanceof List<?>) {
                assertThatThrownBy(() -> ((List<?>) inner).add(null))
                        .as("%s", component)
                        .isInstanceOf(UnsupportedOperationException.class);
            }
            if (Map.class.isAssignableFrom(component.getType()) || inner instanceof Map<?, ?>) {
                assertThatThrownBy(() -> ((Map<?, ?>) inner).put(null, null))
                        .as("%s", component)
                        .isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }
}
