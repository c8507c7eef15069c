package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.internal.model.Union;
import io.github.telnyxreactive.model.flow.FlowNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The unions with a discriminator field: sealed interfaces with a member for unknown ones. */
class UnionTest {

    static List<Class<?>> unions() {
        return MainClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(Union.class))
                .filter(type -> type.isInterface())
                .<Class<?>>map(type -> type.reflect())
                .toList();
    }

    /** Returns all unions except that of flow nodes: a node without a discriminator is a prompt. */
    static Stream<Class<?>> unionsWithoutDefault() {
        return unions().stream().filter(union -> union != FlowNode.class);
    }

    static Stream<ModelRow> members() {
        return ModelTable.rows().stream().filter(row -> row.tag() != null);
    }

    @Test
    void findsAllSixUnions() {
        assertThat(unions())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "AssistantTool", "Condition", "EdgeTarget", "Expression", "FlowNode", "ScheduledEvent");
    }

    @ParameterizedTest
    @MethodSource("unions")
    void tableContainsEveryMember(Class<?> union) {
        assertThat(union.isSealed()).isTrue();
        assertThat(members().filter(row -> row.type() == union).map(ModelRow::model))
                .containsExactlyInAnyOrder(union.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("unions")
    void exactlyOneMemberIsUnknown(Class<?> union) {
        assertThat(Arrays.stream(union.getPermittedSubclasses()).map(Class::getSimpleName))
                .filteredOn(name -> name.startsWith("Unknown"))
                .containsExactly("Unknown" + union.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("members")
    void discriminatorSelectsTheMember(ModelRow row) {
        assertThat(row.read(row.full())).isInstanceOf(row.model());
        assertThat(row.read(row.minimal())).isInstanceOf(row.model());
    }

    @ParameterizedTest
    @MethodSource("unions")
    void keepsAnUnknownMemberUnchanged(Class<?> union) {
        ObjectNode json = unknown(union, "x_brand_new");
        ModelRow row = unknownRow(union);

        assertThat(row.read(json)).isInstanceOf(row.model());
        assertThat(ModelRow.write(row.read(json))).isEqualTo(json);
        assertThat(row.read(ModelRow.write(row.read(json)))).isEqualTo(row.read(json));
    }

    @ParameterizedTest
    @MethodSource("unions")
    void matchesTheDiscriminatorExactly(Class<?> union) {
        ModelRow row = unknownRow(union);
        members()
                .filter(member -> member.type() == union && !member.isUnknownMember())
                .forEach(member -> {
                    String name = member.full().get(member.tag()).asString();
                    for (String other : List.of(name.toUpperCase(Locale.ROOT), name + " ", "")) {
                        ObjectNode json = unknown(union, other);

                        assertThat(row.read(json)).as(other).isInstanceOf(row.model());
                        assertThat(ModelRow.write(row.read(json))).isEqualTo(json);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("unionsWithoutDefault")
    void readsAMemberWithoutADiscriminatorAsUnknownAndWritesItUnchanged(Class<?> union) {
        ObjectNode json = unknown(union, "x_brand_new");
        ModelRow row = unknownRow(union);
        json.remove(row.tag());

        assertThat(row.read(json)).isInstanceOf(row.model());
        assertThat(ModelRow.write(row.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("members")
    void discriminatorMayComeLast(ModelRow row) {
        ObjectNode json = row.full();
        ObjectNode reordered = json.deepCopy();
        reordered.remove(row.tag());
        reordered.set("x_unknown", Json.tree("[{}]"));
        reordered.set(row.tag(), json.get(row.tag()));

        assertThat(row.read(reordered)).isInstanceOf(row.model());
        assertThat(ModelRow.write(row.read(reordered))).isEqualTo(reordered);
    }

    private static ModelRow unknownRow(Class<?> union) {
        return members()
                .filter(row -> row.type() == union && row.isUnknownMember())
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode unknown(Class<?> union, String name) {
        ObjectNode json = unknownRow(union).full();
        json.put(unknownRow(union).tag(), name);
        json.set("payload", Json.tree("{\"deep\": [null, {\"type\": \"hangup\"}, 1.50], \"id\": 9007199254740993}"));
        json.putNull("x_null");
        return json;
    }
}
