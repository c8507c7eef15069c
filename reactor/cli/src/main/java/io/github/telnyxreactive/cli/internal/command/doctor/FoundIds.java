package io.github.telnyxreactive.cli.internal.command.doctor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The ids that lists have had so far. They are sent to the service again, and never shown. */
final class FoundIds {

    private final Map<Thing, String> ids = new EnumMap<>(Thing.class);
    private final Set<Thing> absent = EnumSet.noneOf(Thing.class);

    /** Remembers the ids in the first element of a list, unless there are some already. */
    void remember(Check check, JsonNode body) {
        JsonNode elements = elements(body);
        if (elements == null) {
            return;
        }
        if (elements.isEmpty()) {
            absent.addAll(check.gives().keySet());
            return;
        }
        Map<Thing, String> first = new EnumMap<>(Thing.class);
        check.gives().forEach((thing, field) -> {
            JsonNode value = field.isEmpty() ? elements.get(0) : elements.get(0).path(field);
            if (value.isString() && !value.stringValue().isBlank()) {
                first.put(thing, value.stringValue());
            }
        });
        if (first.size() == check.gives().size() && !ids.keySet().containsAll(first.keySet())) {
            ids.putAll(first);
        }
    }

    /** Returns the elements of a list, {@code null} if the body is not a list. */
    static @Nullable JsonNode elements(JsonNode body) {
        JsonNode elements = body.isArray() ? body : body.path("data");
        return elements.isArray() ? elements : null;
    }

    /** Returns the ids of things, {@code null} if one is not known. */
    String @Nullable [] of(List<Thing> things) {
        List<String> found = new ArrayList<>();
        for (Thing thing : things) {
            String id = ids.get(thing);
            if (id == null) {
                return null;
            }
            found.add(id);
        }
        return found.toArray(String[]::new);
    }

    /** Returns why a check cannot be tried. What belongs to something that does not exist does not exist either. */
    String reason(Check check) {
        for (Thing thing : check.needs()) {
            if (!ids.containsKey(thing)) {
                if (absent.contains(thing)) {
                    absent.addAll(check.gives().keySet());
                }
                return absent.contains(thing) ? "there is no " + thing : "no " + thing + " is known";
            }
        }
        throw new IllegalStateException("all ids are known");
    }
}
