package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.definitions.yaml.Tagged;
import io.github.telnyxreactive.internal.text.ClosestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks that what definitions refer to is there, once, and stays. */
final class References {

    private static final String TOOL_IDS = "tool_ids";

    private final Account account;
    private final Map<Key, List<Definition>> definitions;
    private final Set<Key> deleted;

    References(Account account, Map<Key, List<Definition>> definitions, Set<Key> deleted) {
        this.account = account;
        this.definitions = definitions;
        this.deleted = deleted;
    }

    void check(Definition definition, Consumer<String> problems) {
        Values.references(definition.content(), "", (path, reference) -> {
            String problem = problem(Account.key(reference));
            if (problem != null) {
                problems.accept(definition.problem(path, problem));
            }
        });
        if (definition.kind() == Kind.assistants) {
            checkToolIds(definition, problems);
        }
    }

    private @Nullable String problem(Key key) {
        int there = account.all(key).size();
        int defined = definitions.getOrDefault(key, List.of()).size();
        if (there > 1 || defined > 1) {
            return "there are several of " + key + ": write the id of one of them instead, or give them other names";
        }
        if (there == 0 && defined == 0) {
            return "there is no " + key + closest(key);
        }
        return deleted.contains(key) ? "--delete would delete " + key + ", which this refers to" : null;
    }

    private String closest(Key key) {
        Set<String> names = new TreeSet<>(account.names(key.kind()));
        definitions.keySet().stream()
                .filter(other -> other.kind() == key.kind())
                .forEach(other -> names.add(other.name()));
        return ClosestName.sorted(key.name(), names).stream()
                .findFirst()
                .map(name -> "; the closest name is \"" + name + "\"")
                .orElse("");
    }

    private void checkToolIds(Definition definition, Consumer<String> problems) {
        JsonNode ids = definition.content().path(TOOL_IDS);
        for (int i = 0; i < ids.size(); i++) {
            JsonNode id = ids.path(i);
            if (id.isString() && !account.hasTool(id.stringValue())) {
                problems.accept(definition.problem(
                        TOOL_IDS + "[" + i + "]",
                        "no tool has the id \"" + id.stringValue()
                                + "\"; to refer to one by its name, write !tool before it"));
            }
        }
    }

    /** Returns what a value refers to. */
    static Set<Key> in(JsonNode value) {
        Set<Key> keys = new TreeSet<>();
        Values.references(value, "", (path, reference) -> keys.add(Account.key(reference)));
        return keys;
    }

    /** Returns a value with a text in place of each reference. */
    static JsonNode replaced(JsonNode value, Function<Tagged, String> ids) {
        return Values.mapStrings(value, node -> {
            Tagged reference = Tagged.in(node);
            return reference == null ? node : JsonNodeFactory.instance.stringNode(ids.apply(reference));
        });
    }
}
