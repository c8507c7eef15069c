package io.github.telnyxreactive.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.telnyxreactive.model.tool.CallTargets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.ObjectNode;

/** Visits every model in a value together with the JSON object that it was read from. */
final class ModelWalk {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private ModelWalk() {}

    /** Visits outer models before inner ones, so that a visitor may change the fields of its object. */
    static void walk(JsonNode json, Object value, BiConsumer<ObjectNode, Record> visitor) {
        if (value instanceof Field<?> field) {
            field.value().ifPresent(set -> walk(json, set, visitor));
        } else if (value instanceof CallTargets.Listed targets) {
            walk(json, targets.targets(), visitor);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(json.get(i), list.get(i), visitor);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> walk(json.get((String) key), entry, visitor));
        } else if (value instanceof Record model && model.getClass().isAnnotationPresent(Model.class)) {
            visitor.accept((ObjectNode) json, model);
            for (RecordComponent component : components(model.getClass())) {
                JsonNode child = json.get(wireName(component));
                Object inner = get(component, model);
                if (child != null && inner != null) {
                    walk(child, inner, visitor);
                }
            }
        }
    }

    /** Returns the components that represent a single field. */
    static List<RecordComponent> components(Class<?> model) {
        return Arrays.stream(model.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonAnyGetter.class))
                .toList();
    }

    static String wireName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty()
                ? NAMES.nameForField(null, null, component.getName())
                : property.value();
    }

    static @Nullable Object get(RecordComponent component, Record model) {
        return invoke(component.getAccessor(), model);
    }

    static @Nullable Object invoke(Method method, Object target) {
        try {
            return method.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
