package io.github.telnyxreactive.model.assistant;

import io.github.telnyxreactive.json.TelnyxJson;
import java.util.Set;
import java.util.TreeSet;
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

    private AssistantDifference() {}

    static <T> T between(Assistant before, Assistant after, Class<T> type) {
        ObjectNode old = (ObjectNode) TelnyxJson.toTree(before);
        ObjectNode changed = (ObjectNode) TelnyxJson.toTree(after);
        ObjectNode difference = old.objectNode();
        Set<String> names = new TreeSet<>(old.propertyNames());
        names.addAll(changed.propertyNames());
        names.removeAll(READ_ONLY);
        for (String name : names) {
            JsonNode value = changed.get(name);
            if (value == null && LISTS.contains(name)) {
                difference.putArray(name);
            } else if (value == null && MAPS.contains(name)) {
                difference.putObject(name);
            } else if (value == null) {
                difference.putNull(name);
            } else if (!value.equals(old.get(name))) {
                difference.set(name, value);
            }
        }
        return TelnyxJson.read(difference.toString(), type);
    }
}
