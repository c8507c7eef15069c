package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.definitions.yaml.Tagged;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares, combines and orders JSON values. */
final class Values {

    /** Objects whose names are free, so that one which a file leaves out is removed. */
    private static final Set<String> WHOLE = Set.of("dynamic_variables");

    private static final List<String> FIRST = List.of("type", "name");

    private Values() {}

    /** Returns whether two values are the same. Numbers are compared by value. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.properties().stream()
                            .allMatch(field ->
                                    other.has(field.getKey()) && same(field.getValue(), other.path(field.getKey())));
        }
        if (one.isArray() && other.isArray()) {
            boolean equal = one.size() == other.size();
            for (int i = 0; equal && i < one.size(); i++) {
                equal = same(one.path(i), other.path(i));
            }
            return equal;
        }
        return one.equals(other);
    }

    /**
     * Returns what a thing is to become: what its file says, and what the file leaves out as it is. Lists, tools and
     * dynamic variables are replaced as a whole. A field that is to be removed is left out.
     */
    static ObjectNode target(Kind kind, ObjectNode present, ObjectNode file) {
        ObjectNode target = present.deepCopy();
        for (var field : file.properties()) {
            String name = field.getKey();
            boolean whole = kind == Kind.tools || WHOLE.contains(name);
            set(target, name, field.getValue(), whole);
        }
        return target;
    }

    private static void set(ObjectNode target, String name, JsonNode value, boolean whole) {
        JsonNode present = target.path(name);
        if (isNothing(value) && (isNothing(present) || isEmpty(present))) {
            return;
        }
        if (value.isNull()) {
            target.remove(name);
        } else if (!whole && present instanceof ObjectNode object && value.isObject()) {
            value.properties().forEach(field -> set(object, field.getKey(), field.getValue(), false));
        } else if (present.isMissingNode() && isEmpty(value)) {
            // Nothing and an empty list are the same to the service.
            return;
        } else if (!same(present, value)) {
            target.set(name, value);
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainer() && value.isEmpty();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** Returns a copy with the fields in the order of files. */
    static ObjectNode ordered(Kind kind, ObjectNode content) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        Stream.concat(
                        kind.order().stream().filter(content::has),
                        new TreeSet<>(content.propertyNames())
                                .stream().filter(name -> !kind.order().contains(name)))
                .forEach(name -> ordered.set(name, ordered(content.path(name))));
        return ordered;
    }

    private static JsonNode ordered(JsonNode value) {
        if (value.isArray()) {
            ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> ordered.add(ordered(element)));
            return ordered;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        value.propertyNames().stream()
                .sorted(Comparator.comparing((String name) -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
                        .thenComparing(Function.identity()))
                .forEach(name -> ordered.set(name, ordered(value.path(name))));
        return ordered;
    }

    /** Returns a copy with other strings, except for names. */
    static JsonNode mapStrings(JsonNode value, UnaryOperator<JsonNode> change) {
        if (value.isArray()) {
            ArrayNode changed = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> changed.add(mapStrings(element, change)));
            return changed;
        }
        if (value.isObject()) {
            ObjectNode changed = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> {
                boolean isName = field.getValue().isString()
                        && (field.getKey().equals("name") || field.getKey().equals("display_name"));
                changed.set(field.getKey(), isName ? field.getValue() : mapStrings(field.getValue(), change));
            });
            return changed;
        }
        return value.isString() || Tagged.in(value) != null ? change.apply(value) : value;
    }

    /** Calls back with each reference in a value and its path. */
    static void references(@Nullable JsonNode value, String path, BiConsumer<String, Tagged> found) {
        if (value == null) {
            return;
        }
        Tagged tagged = Tagged.in(value);
        if (tagged != null) {
            found.accept(path, tagged);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                references(value.path(i), path + "[" + i + "]", found);
            }
        } else if (value.isObject()) {
            value.properties()
                    .forEach(field -> references(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), found));
        }
    }
}
