package io.github.telnyxreactive.cli.internal.command.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a response has that the models do not know: fields, and values of fields that have a few known ones. Paths contain
 * names only.
 */
final class Unknowns {

    /** How much is kept of each, as a field whose name is data could have any number of names. */
    private static final int MAX = 20;

    private static final String ELEMENT = "[]";

    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<Problem> values = new LinkedHashSet<>();

    private Unknowns() {}

    /** Returns what is not known of a value that was read, of nothing if there is none. */
    static Unknowns in(@Nullable Object value) {
        Unknowns unknowns = new Unknowns();
        unknowns.walk(value, "");
        return unknowns;
    }

    /** Returns the paths of unknown fields. */
    Set<String> fields() {
        return fields;
    }

    /** Returns the paths of known fields whose values are not known, with these values. */
    Set<Problem> values() {
        return values;
    }

    private void walk(@Nullable Object value, String path) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> walk(element, path + ELEMENT));
        } else if (value instanceof Map<?, ?> entries) {
            entries.values().forEach(entry -> walk(entry, child(path, FieldNames.ANY)));
        } else if (value instanceof Record model && FieldNames.isModel(model.getClass())) {
            RecordComponent[] components = model.getClass().getRecordComponents();
            if (components.length == 1 && isValueOfField(components[0])) {
                walkOnly(model, components[0], path);
            } else if (isUnknownMember(model.getClass())) {
                add(values, problem(path, value(model, components[0])));
            } else {
                walkFields(model, components, path);
            }
        }
    }

    private void walkFields(Record model, RecordComponent[] components, String path) {
        for (RecordComponent component : components) {
            Object value = value(model, component);
            if (!component.getName().equals(FieldNames.UNKNOWN_FIELDS)) {
                walk(value, child(path, FieldNames.of(component)));
            } else if (value instanceof Map<?, ?> others) {
                // Known ones are there too, if they are null or could not be read.
                others.keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> Arrays.stream(components)
                                .noneMatch(known -> FieldNames.of(known).equals(name)))
                        .forEach(name -> add(fields, child(path, FieldNames.shown(name))));
            }
        }
    }

    /** A model that stands for the value of one field has no path of its own. */
    private void walkOnly(Record model, RecordComponent component, String path) {
        Object value = value(model, component);
        Class<?> type = model.getClass();
        Object[] constants = Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .map(field -> {
                    try {
                        return field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
        if (constants.length == 0) {
            walk(value, path);
        } else if (!Arrays.asList(constants).contains(model)) {
            add(values, problem(path, value));
        }
    }

    private static boolean isValueOfField(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonValue.class);
    }

    /** The members of unions for whatever is not known are named so. */
    private static boolean isUnknownMember(Class<?> type) {
        return type.getSimpleName().startsWith("Unknown");
    }

    private static Problem problem(String path, @Nullable Object value) {
        String text = value instanceof String word ? word : String.valueOf(value);
        return new Problem(path, FieldNames.shownValue(text));
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static <T> void add(Set<T> found, T one) {
        if (found.size() < MAX) {
            found.add(one);
        }
    }

    private static @Nullable Object value(Record model, RecordComponent component) {
        try {
            return component.getAccessor().invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
