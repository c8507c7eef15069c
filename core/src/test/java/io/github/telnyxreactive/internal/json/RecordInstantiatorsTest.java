package io.github.telnyxreactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.telnyxreactive.Json;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Compares records created by method handles with those that Jackson creates itself. */
class RecordInstantiatorsTest {

    private static final JsonMapper PLAIN = JsonMapper.builder().build();
    private static final JsonMapper PREPARED = prepared(PLAIN);

    private static JsonMapper prepared(JsonMapper plain) {
        return prepared(plain, new RecordInstantiators(false));
    }

    private static JsonMapper prepared(JsonMapper plain, ValueInstantiators instantiators) {
        SimpleModule module = new SimpleModule("records") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                context.addValueInstantiators(instantiators);
            }
        };
        return plain.rebuild().addModule(module).build();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Many.class,
                Primitives.class,
                Open.class,
                Strict.class,
                Pair.class,
                CustomConstructor.class,
                Hidden.class
            })
    void createsRecordsByMethodHandle(Class<?> type) {
        assertThat(isCreatedByHandle(PLAIN, type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {Empty.class, DelegatingConstructor.class, FactoryMethod.class, Bean.class})
    void leavesTypesWithoutAConstructorWithArgumentsToJackson(Class<?> type) {
        assertThat(isCreatedByHandle(PLAIN, type)).isFalse();
    }

    @Test
    void setsManyComponentsInOrder() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 20; i >= 1; i--) {
            json.append("\"c").append(i).append("\": \"").append(i).append("\", ");
        }
        Many many = same(json + "\"last\": 21}", Many.class);

        assertThat(many.c1).isEqualTo("1");
        assertThat(many.c20).isEqualTo("20");
        assertThat(many.last).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5, \"f\": 6.5, \"g\": true, \"h\": \"i\"}",
                "{\"b\": 9007199254740993}",
                "{\"a\": 300}",
                "{\"g\": \"no\"}",
                "{\"f\": null}",
                "null",
                "[]"
            })
    void acceptsAbsentPrimitives(String json) {
        same(json, Primitives.class);
    }

    @Test
    void handlesANullPrimitiveAsTheMapperIsConfigured() {
        for (boolean fails : new boolean[] {true, false}) {
            JsonMapper plain = JsonMapper.builder()
                    .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, fails)
                    .build();
            same(plain, prepared(plain), "{\"a\": null, \"g\": null}", Primitives.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"name\": \"a\"}", "{\"x\": 1, \"name\": \"a\", \"y\": {\"z\": null}}", "{\"x\": null}"})
    void keepsFieldsWithoutAComponent(String json) {
        Open open = same(json, Open.class);

        assertThat(Json.tree(PREPARED.writeValueAsBytes(open))).isEqualTo(Json.tree(PLAIN.writeValueAsBytes(open)));
        if (json.contains("x")) {
            assertThat(open.others).containsKey("x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": \"illegal\"}", "{\"name\": \"checked\"}", "{\"name\": \"jackson\"}"})
    void reportsAnExceptionOfAConstructorLikeJackson(String json) {
        same(json, Strict.class);
        same("[" + json + "]", new TypeReference<List<Strict>>() {});
        same("{\"first\": 1, \"second\": [" + json + "]}", new TypeReference<Pair<Integer, List<Strict>>>() {});
        assertThatThrownBy(() -> PREPARED.readValue("{\"name\": \"illegal\"}", Strict.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotWrapAnError() {
        assertThat(catchThrowable(() -> PREPARED.readValue("{\"name\": \"error\"}", Strict.class)))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("deep");
        same("{\"name\": \"error\"}", Strict.class);
    }

    @Test
    void readsNestedGenericRecords() {
        Pair<Pair<Integer, String>, List<Pair<Long, Open>>> pair = same(
                "{\"first\": {\"first\": 1, \"second\": \"a\"}, \"second\": [{\"first\": 2, \"second\": {\"x\": 3}}]}",
                new TypeReference<Pair<Pair<Integer, String>, List<Pair<Long, Open>>>>() {});

        assertThat(pair.first.first).isEqualTo(1);
        assertThat(pair.second.get(0).first).isEqualTo(2L);
        assertThat(pair.second.get(0).second.others).containsOnlyKeys("x");
        same("{\"first\": {\"first\": \"one\"}}", new TypeReference<Pair<Pair<Integer, String>, String>>() {});
    }

    @Test
    void usesACustomCreator() {
        assertThat(same("{\"text\": \"ab\"}", CustomConstructor.class).length).isEqualTo(2);
        same("{\"text\": null}", CustomConstructor.class);
        same("\"ab\"", DelegatingConstructor.class);
        same("{\"text\": \"ab\"}", FactoryMethod.class);
        same("{}", Empty.class);
    }

    @Test
    void createsANonPublicRecordIfJacksonMayOverrideAccess() {
        assertThat(same("{\"name\": \"a\", \"inner\": {\"value\": 1}}", Hidden.class).inner.value)
                .isEqualTo(1);
    }

    @Test
    void leavesARecordToJacksonIfAccessMayNotBeOverridden() {
        JsonMapper plain = JsonMapper.builder()
                .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
                .build();
        JsonMapper prepared = prepared(plain);

        same(plain, prepared, "{\"name\": \"a\", \"others\": 1}", Open.class);
        same(plain, prepared, "{\"name\": \"a\"}", Hidden.class);
        assertThat(isCreatedByHandle(plain, Open.class)).isTrue();
        assertThat(isCreatedByHandle(plain, Hidden.class)).isFalse();
    }

    private static boolean isCreatedByHandle(JsonMapper plain, Class<?> type) {
        Map<Class<?>, Boolean> modified = new HashMap<>();
        RecordInstantiators instantiators = new RecordInstantiators(false);
        JsonMapper watched = prepared(plain, new ValueInstantiators.Base() {
            @Override
            public ValueInstantiator modifyValueInstantiator(
                    DeserializationConfig config, BeanDescription.Supplier description, ValueInstantiator standard) {
                ValueInstantiator instantiator = instantiators.modifyValueInstantiator(config, description, standard);
                modified.put(description.getBeanClass(), instantiator != standard);
                return instantiator;
            }
        });
        catchThrowable(() -> watched.readValue("{}", type));
        return modified.get(type);
    }

    private static <T> @Nullable T same(String json, Class<T> type) {
        return same(PLAIN, PREPARED, json, type);
    }

    private static <T> @Nullable T same(JsonMapper plain, JsonMapper prepared, String json, Type type) {
        JavaType javaType = plain.constructType(type);
        AtomicReference<@Nullable T> read = new AtomicReference<>();
        Throwable expected = catchThrowable(() -> read.set(plain.readValue(json, javaType)));
        T value = read.getAndSet(null);
        Throwable actual = catchThrowable(() -> read.set(prepared.readValue(json, javaType)));

        assertThat(read.get()).isEqualTo(value);
        for (; expected != null; expected = expected.getCause(), actual = actual.getCause()) {
            assertThat(actual).isNotNull().hasSameClassAs(expected);
            assertThat(message(actual)).isEqualTo(message(expected));
            if (expected instanceof JacksonException withPath) {
                assertThat(((JacksonException) actual).getPathReference()).isEqualTo(withPath.getPathReference());
            }
        }
        assertThat(actual).isNull();
        return value;
    }

    /** Returns the message without identity hash codes. */
    private static @Nullable String message(Throwable e) {
        return e.getMessage() == null ? null : e.getMessage().replaceAll("@[0-9a-f]+", "@");
    }

    private static <T> @Nullable T same(String json, TypeReference<T> type) {
        return same(PLAIN, PREPARED, json, type.getType());
    }

    public record Many(
            String c1,
            String c2,
            String c3,
            String c4,
            String c5,
            String c6,
            String c7,
            String c8,
            String c9,
            String c10,
            String c11,
            String c12,
            String c13,
            String c14,
            String c15,
            String c16,
            String c17,
            String c18,
            String c19,
            String c20,
            int last) {}

    public record Primitives(byte a, short b, int c, long d, float e, double f, boolean g, char h) {}

    public record Open(
            @Nullable String name,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {}

    public record Pair<A, B>(A first, B second) {}

    /** Throws the exception that the name stands for. */
    public record Strict(String name) {

        public Strict {
            switch (Objects.requireNonNull(name, "name is missing")) {
                case "illegal" -> throw new IllegalArgumentException("not a name");
                case "checked" -> sneak(new IOException("not read"));
                case "jackson" -> PLAIN.readTree("{");
                case "error" -> throw new StackOverflowError("deep");
                default -> {}
            }
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void sneak(Throwable e) throws E {
            throw (E) e;
        }
    }

    public record CustomConstructor(int length, boolean known) {

        @JsonCreator
        public CustomConstructor(@JsonProperty("text") @Nullable String text) {
            this(text == null ? 0 : text.length(), text != null);
        }
    }

    public record DelegatingConstructor(String text) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public DelegatingConstructor {}
    }

    public record FactoryMethod(String text) {

        @JsonCreator
        public static FactoryMethod of(@JsonProperty("text") String text) {
            return new FactoryMethod(text + "!");
        }
    }

    public record Empty() {}

    public static final class Bean {

        @JsonCreator
        public Bean(@JsonProperty("text") String text) {}
    }

    private record Hidden(String name, Inner inner) {

        private record Inner(int value) {}
    }
}
