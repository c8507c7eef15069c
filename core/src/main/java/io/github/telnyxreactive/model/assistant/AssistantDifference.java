package io.github.telnyxreactive.model.assistant;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Computes the changes between two states of an assistant, field by field in their JSON form. */
final class AssistantDifference {

    /** Fields that only the service sets. */
    private static final Set<String> READ_ONLY =
            Set.of("id", "created_at", "version_id", "version_created_at", "import_metadata", "related_mission_ids");

    /** Lists that an update empties instead of clearing, because they cannot be {@code null}. */
    private static final Set<String> LISTS = Set.of("enabled_features", "integrations", "mcp_servers", "tags", "tools");

    /** Maps that an update empties instead of clearing, for the same reason. */
    private static final Set<String> MAPS = Set.of("dynamic_variables");

    /** The names of the fields of settings that can be cleared by themselves. */
    private static final Map<String, Set<String>> CLEARABLE = clearable();

    private AssistantDifference() {}

    static <T> T between(Assistant before, Assistant after, Class<T> type) {
        ObjectNode old = (ObjectNode) TelnyxJson.toTree(before);
        ObjectNode changed = (ObjectNode) TelnyxJson.toTree(after);
        ObjectNode difference = old.objectNode();
        Set<String> names = new TreeSet<>(old.propertyNames());
        names.addAll(changed.propertyNames());
        names.removeAll(READ_ONLY);
        for (String name : names) {
            JsonNode value = changed.path(name);
            JsonNode last = old.path(name);
            if (value.equals(last) || (isNothing(value) && isNothing(last))) {
                continue;
            }
            if (value.isMissingNode() && LISTS.contains(name)) {
                if (!last.isArray() || !last.isEmpty()) {
                    difference.putArray(name);
                }
            } else if (value.isMissingNode() && MAPS.contains(name)) {
                if (!last.isObject() || !last.isEmpty()) {
                    difference.putObject(name);
                }
            } else if (value.isMissingNode()) {
                difference.putNull(name);
            } else {
                clear(CLEARABLE.getOrDefault(name, Set.of()), last, value);
                difference.set(name, value);
            }
        }
        return TelnyxJson.read(difference.toString(), type);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** What has been removed from an object is cleared, since the service may keep what is left out. */
    private static void clear(Set<String> clearable, JsonNode before, JsonNode after) {
        if (after instanceof ObjectNode object) {
            clearable.stream()
                    .filter(name -> before.hasNonNull(name) && !object.has(name))
                    .forEach(object::putNull);
        }
    }

    private static Map<String, Set<String>> clearable() {
        return Arrays.stream(Assistant.class.getRecordComponents())
                .filter(component -> component.getType().isRecord())
                .collect(Collectors.toMap(
                        AssistantDifference::field,
                        component -> Arrays.stream(component.getType().getRecordComponents())
                                .filter(part -> part.getType() == Field.class)
                                .map(AssistantDifference::field)
                                .collect(Collectors.toSet())));
    }

    private static String field(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
