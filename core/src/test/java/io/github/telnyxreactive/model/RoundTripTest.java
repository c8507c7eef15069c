package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import java.lang.reflect.RecordComponent;
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

    static List<ModelRow> rows() {
        return ModelTable.rows();
    }

    static Stream<Arguments> requiredFields() {
        return rows().stream().flatMap(row -> row.required().stream().map(field -> Arguments.of(row, field)));
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
    @MethodSource("requiredFields")
    void reportsTheNameOfAMissingRequiredField(ModelRow row, String field) {
        ObjectNode json = row.full();
        json.remove(field);

        assertThatThrownBy(() -> row.read(json))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("\"" + field + "\" is missing");
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void reportsTheNameOfANullRequiredField(ModelRow row, String field) {
        ObjectNode json = row.full();
        json.putNull(field);

        assertThatThrownBy(() -> row.read(json))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("\"" + field + "\" is missing");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void acceptsNullOptionalFieldsAndKeepsNullOnlyInUpdates(ModelRow row) {
        ObjectNode json = row.minimal();
        ObjectNode expected = row.minimal();
        Object value = row.read(json);
        ModelWalk.walk(json, value, (node, model) -> putNulls(node, model, false));
        ModelWalk.walk(expected, value, (node, model) -> putNulls(node, model, true));

        assertThat(ModelRow.write(row.read(json))).isEqualTo(expected);
    }

    private static void putNulls(ObjectNode node, Record model, boolean onlyKept) {
        ModelRow row = ModelTable.of(model.getClass());
        for (RecordComponent component : ModelWalk.components(model.getClass())) {
            String name = ModelWalk.wireName(component);
            if (row.isOptional(name) && (!onlyKept || component.getType() == Field.class)) {
                node.putNull(name);
            }
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
