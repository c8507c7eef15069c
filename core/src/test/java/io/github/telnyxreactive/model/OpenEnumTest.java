package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.json.JsonCodec;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class OpenEnumTest {

    /** An enum with its values on the wire. A new one takes one line here. */
    private static final List<Row> ROWS = List.of(
            new Row(TelnyxConversationChannel.class, "phone_call", "web_call", "sms_chat", "web_chat"),
            new Row(TestRunStatus.class, "pending", "starting", "running", "passed", "failed", "error"));

    static List<Row> rows() {
        return ROWS;
    }

    @Test
    void everyOpenEnumIsInTheTable() {
        assertThat(ROWS.stream().map(Row::type))
                .hasSameElementsAs(MainClasses.records()
                        .filter(type -> Arrays.stream(type.getRecordComponents())
                                .anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyValueHasAConstantThatBearsItsName(Row row) {
        assertThat(row.constants().values().stream().map(Object::toString)).containsExactly(row.values());
        row.constants().forEach((name, constant) -> assertThat(constant).hasToString(name.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aKnownValueIsReadAsItsConstant(Row row) {
        row.constants()
                .values()
                .forEach(constant -> assertThat(row.read("\"" + constant + "\""))
                        .isEqualTo(constant)
                        .hasSameHashCodeAs(constant));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anUnknownValueIsKeptAndWrittenAsItCame(Row row) {
        for (String json : List.of("\"x_brand_new\"", "\"PASSED\"", "\" \"", "\"\"", "\"\u00e9\uD83D\uDE00\\n\"")) {
            assertThat(Json.text(JsonCodec.write(row.read(json)))).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anObjectIsNoValue(Row row) {
        assertThatThrownBy(() -> row.read("{\"value\": \"passed\"}")).isInstanceOf(JacksonException.class);
    }

    @Test
    void aStatusIsFinalOnceTheRunHasEnded() {
        assertThat(Stream.of(TestRunStatus.PASSED, TestRunStatus.FAILED, TestRunStatus.ERROR))
                .allMatch(TestRunStatus::isTerminal);
        assertThat(Stream.of(TestRunStatus.PENDING, TestRunStatus.STARTING, TestRunStatus.RUNNING))
                .noneMatch(TestRunStatus::isTerminal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "timeout", "PASSED", "passed ", ""})
    void anUnknownStatusIsNotFinal(String value) {
        assertThat(new TestRunStatus(value).isTerminal()).isFalse();
    }

    @Test
    void aStatusThatWasReadIsAsFinalAsItsConstant() {
        assertThat(JsonCodec.read("\"failed\"", TestRunStatus.class).isTerminal())
                .isTrue();
    }

    private record Row(Class<?> type, String... values) {

        Object read(String json) {
            return JsonCodec.read(json, type);
        }

        Map<String, Object> constants() {
            Map<String, Object> constants = new LinkedHashMap<>();
            for (java.lang.reflect.Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                    try {
                        constants.put(field.getName(), field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            return constants;
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }
}
