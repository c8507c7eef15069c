package io.github.telnyxreactive.internal.check;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a request that were read from JSON and are of another type than their components. What a response has kept
 * so may be sent back within a request, but a request itself is not sent with it.
 *
 * @param known the names of the fields that have a component
 * @param unknown reads the other fields, {@code null} if there are none
 */
record KeptFields(Set<String> known, @Nullable MethodHandle unknown) {

    private static final String UNKNOWN_FIELDS = "additionalProperties";
    private static final MethodType ACCESS = MethodType.methodType(Map.class, Object.class);

    static KeptFields of(Class<?> type) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        MethodHandle unknown = null;
        for (RecordComponent component : components) {
            if (component.getName().equals(UNKNOWN_FIELDS) && component.getType() == Map.class) {
                unknown = accessor(component);
            }
        }
        return new KeptFields(Arrays.stream(components).map(Component::field).collect(Collectors.toSet()), unknown);
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(ACCESS);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("an accessor of a model must be public", e);
        }
    }

    void check(Object request, Violations violations) {
        for (Map.Entry<String, JsonNode> field : fields(request).entrySet()) {
            if (known.contains(field.getKey()) && !field.getValue().isNull()) {
                violations.add(field.getKey(), "must be of another type");
            }
        }
    }

    @SuppressWarnings("unchecked") // The component is declared so.
    private Map<String, JsonNode> fields(Object request) {
        if (unknown == null) {
            return Map.of();
        }
        try {
            return (Map<String, JsonNode>) (Map<?, ?>) unknown.invokeExact(request);
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor of a model must not throw", e);
        }
    }
}
