package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.MainClasses;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTableTest {

    static List<ModelRow> rows() {
        return ModelTable.rows();
    }

    /** Returns all rows except pages and unknown members of unions: only the service creates those. */
    static Stream<ModelRow> rowsWithBuilder() {
        return rows().stream()
                .filter(row -> row.model().getPackageName().startsWith(Model.class.getPackageName() + "."))
                .filter(row -> !row.isUnknownMember());
    }

    @Test
    void tableContainsEveryModel() {
        assertThat(ModelTable.rows().stream().map(ModelRow::model)).hasSameElementsAs(MainClasses.jsonModels());
    }

    @Test
    void fixturesSetEveryFieldOfEveryModel() {
        Set<String> unset = new TreeSet<>();
        rows().forEach(row ->
                ModelWalk.components(row.model()).forEach(component -> unset.add(name(row.model(), component))));
        for (ModelRow row : rows()) {
            ModelWalk.walk(
                    row.full(),
                    row.read(row.full()),
                    (node, model) -> ModelWalk.components(model.getClass()).forEach(component -> {
                        if (isSet(ModelWalk.get(component, model))) {
                            unset.remove(name(model.getClass(), component));
                        }
                    }));
        }

        assertThat(unset).as("components that no fixture sets").isEmpty();
    }

    private static boolean isSet(@Nullable Object value) {
        if (value instanceof Field<?> field) {
            return isSet(field.value().orElse(null));
        }
        if (value instanceof Collection<?> collection) {
            return !collection.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null && !value.equals("");
    }

    private static String name(Class<?> model, RecordComponent component) {
        return model.getSimpleName() + "." + component.getName();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void fixtureHasOnlyFieldsOfTheModel(ModelRow row) {
        ModelWalk.walk(
                row.full(),
                row.read(row.full()),
                (node, model) -> assertThat(node.propertyNames())
                        .isSubsetOf(ModelWalk.components(model.getClass()).stream()
                                .map(ModelWalk::wireName)
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void requiredFieldsAreMarkedOrNeitherNullableNorOmittable(ModelRow row) {
        Set<String> required = ModelWalk.components(row.model()).stream()
                .filter(component -> component.isAnnotationPresent(Required.class)
                        || (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                && !component.isAnnotationPresent(Omittable.class)))
                .map(ModelWalk::wireName)
                .collect(Collectors.toSet());

        assertThat(required).isEqualTo(row.required());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyModelKeepsUnknownFields(ModelRow row) throws NoSuchMethodException {
        assertThat(row.model().getMethod("additionalProperties").getReturnType())
                .isEqualTo(Map.class);
    }

    @ParameterizedTest
    @MethodSource("rowsWithBuilder")
    void everyModelHasBuilderMethods(ModelRow row) throws NoSuchMethodException {
        assertThat(Modifier.isStatic(row.model().getMethod("builder").getModifiers()))
                .isTrue();
        assertThat(row.model().getMethod("toBuilder").getReturnType().getSimpleName())
                .isEqualTo(row.model().getSimpleName() + "Builder");
    }

    @Test
    void everyQueryParameterIsOptional() {
        assertThat(MainClasses.records()
                        .filter(MainClasses::isQuery)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(RecordComponent::getAnnotatedType)
                        .map(AnnotatedElement.class::cast))
                .isNotEmpty()
                .allMatch(type -> type.isAnnotationPresent(Nullable.class), "is optional");
    }
}
