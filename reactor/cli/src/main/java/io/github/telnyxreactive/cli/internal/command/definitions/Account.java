package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.definitions.yaml.Tagged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an account has, as it was read once. */
final class Account {

    /** Things of the same key, the oldest first, which gives them the same order whenever they are read. */
    private final TreeMap<Key, List<Thing>> things = new TreeMap<>();

    private final Map<String, Thing> referable = new HashMap<>();

    Account(List<Thing> things) {
        things.stream()
                .sorted(Comparator.comparing(Thing::createdAt))
                .forEach(thing -> this.things
                        .computeIfAbsent(thing.key(), key -> new ArrayList<>())
                        .add(thing));
        things.stream()
                .filter(thing -> Kind.TAGS.contains(thing.kind().noun()))
                .forEach(thing -> referable.put(thing.id(), thing));
    }

    /** Returns the keys of a kind, in order. */
    List<Key> keys(Kind kind) {
        return things.keySet().stream().filter(key -> key.kind() == kind).toList();
    }

    /** Returns the things that have a key, the oldest first. */
    List<Thing> all(Key key) {
        return things.getOrDefault(key, List.of());
    }

    boolean hasTool(String id) {
        Thing thing = referable.get(id);
        return thing != null && thing.kind() == Kind.tools;
    }

    Set<String> names(Kind kind) {
        return keys(kind).stream().map(Key::name).collect(Collectors.toSet());
    }

    /**
     * Returns a content with names in place of the ids of this account.
     *
     * @param ambiguous called for each id that stays, because the name of the thing is not unique
     */
    ObjectNode withNames(ObjectNode content, BiConsumer<Key, String> ambiguous) {
        return (ObjectNode) Values.mapStrings(content, value -> {
            Thing thing = value.isString() ? referable.get(value.stringValue()) : null;
            if (thing == null) {
                return value;
            }
            if (all(thing.key()).size() > 1) {
                ambiguous.accept(thing.key(), thing.id());
                return value;
            }
            return new Tagged(thing.kind().noun(), thing.key().name()).node();
        });
    }

    /** Returns a value with the ids of this account in place of names, as far as they are known and unique. */
    JsonNode withIds(JsonNode content) {
        return Values.mapStrings(content, value -> {
            Tagged tagged = Tagged.in(value);
            Thing thing = tagged == null ? null : find(tagged);
            return thing == null ? value : text(thing);
        });
    }

    private static JsonNode text(Thing thing) {
        return thing.content().stringNode(thing.id());
    }

    /** Returns what a reference is about, {@code null} if there is no such thing, or more than one. */
    @Nullable Thing find(Tagged reference) {
        List<Thing> found = all(key(reference));
        return found.size() == 1 ? found.get(0) : null;
    }

    static Key key(Tagged reference) {
        Kind kind = reference.tag().equals(Kind.tools.noun()) ? Kind.tools : Kind.assistants;
        return new Key(kind, null, reference.text());
    }
}
