package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.internal.check.RequestChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares definitions with an account. */
final class Planner {

    /** Stands for the id of what is not created yet when a request is checked. */
    private static final String PENDING = "pending";

    private final Account account;
    private final Consumer<String> problems;
    private final Map<Key, List<Definition>> definitions = new TreeMap<>();
    private final List<Step.Update> updates = new ArrayList<>();
    private final List<Thing> surplus = new ArrayList<>();
    private final Map<Key, List<Definition>> added = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int unchanged;

    private Planner(Account account, Consumer<String> problems) {
        this.account = account;
        this.problems = problems;
    }

    /**
     * Plans what makes the account as the definitions say.
     *
     * @param account the account
     * @param definitions the definitions
     * @param deletable the kinds of which things without a definition are deleted
     * @param problems receives what is wrong with a definition; if anything is, the plan must not be executed
     * @return the plan
     */
    static Plan plan(Account account, List<Definition> definitions, Set<Kind> deletable, Consumer<String> problems) {
        Planner planner = new Planner(account, problems);
        definitions.forEach(definition -> planner.definitions
                .computeIfAbsent(definition.key(), key -> new ArrayList<>())
                .add(definition));
        return planner.plan(deletable);
    }

    private Plan plan(Set<Kind> deletable) {
        definitions.forEach(this::match);
        Set<Key> deleted = new HashSet<>();
        for (Kind kind : deletable) {
            account.keys(kind).stream()
                    .filter(key -> !definitions.containsKey(key))
                    .forEach(key -> {
                        surplus.addAll(account.all(key));
                        deleted.add(key);
                    });
        }
        References references = new References(account, definitions, deleted);
        definitions.values().forEach(same -> same.forEach(definition -> references.check(definition, problems)));
        List<Step> steps = creations();
        steps.addAll(updates);
        surplus.stream()
                .filter(thing -> deletable.contains(thing.kind()))
                .sorted((one, other) -> other.kind().compareTo(one.kind()))
                .forEach(thing -> steps.add(new Step.Delete(thing)));
        return new Plan(steps, unchanged, notes);
    }

    /** Finds out which thing each definition of a key is about: first one that is as it says, then the one that is left. */
    private void match(Key key, List<Definition> same) {
        List<Thing> things = new ArrayList<>(account.all(key));
        List<Definition> others = new ArrayList<>();
        for (Definition definition : same) {
            Thing equal = things.stream()
                    .filter(thing -> Values.same(target(thing, definition), thing.content()))
                    .findFirst()
                    .orElse(null);
            if (equal == null) {
                others.add(definition);
            } else {
                things.remove(equal);
                unchanged++;
                checkRequired(definition, equal);
            }
        }
        if (others.isEmpty()) {
            surplus.addAll(things);
        } else if (things.isEmpty()) {
            others.forEach(definition -> add(key, definition));
        } else if (things.size() == 1 && others.size() == 1) {
            update(others.get(0), things.get(0));
        } else {
            problems.accept(others.get(0)
                    .problem(
                            key.kind().nameField(),
                            "there are " + account.all(key).size() + " of " + key + " in the account and " + same.size()
                                    + " in the folder, and it is not clear which is which: give them other names"));
        }
    }

    private ObjectNode target(Thing thing, Definition definition) {
        return Values.target(thing.kind(), thing.content(), (ObjectNode) account.withIds(definition.content()));
    }

    private void update(Definition definition, Thing thing) {
        if (checkRequired(definition, thing)) {
            Step.Update update = new Step.Update(definition, thing, target(thing, definition));
            updates.add(update);
            check(definition, Resources.change(thing, (ObjectNode) pending(update.target())));
        }
    }

    private void add(Key key, Definition definition) {
        if (checkRequired(definition, null)) {
            added.computeIfAbsent(key, same -> new ArrayList<>()).add(definition);
            check(definition, Resources.creation(key.kind(), pending(definition.content())));
        }
    }

    private boolean checkRequired(Definition definition, @Nullable Thing thing) {
        boolean complete = true;
        for (String name : definition.kind().required()) {
            boolean expected = thing == null || thing.content().has(name);
            if (expected
                    && (!definition.content().has(name)
                            || definition.content().path(name).isNull())) {
                problems.accept(definition.problem("", "the field \"" + name + "\" is required"));
                complete = false;
            }
        }
        return complete;
    }

    private static JsonNode pending(ObjectNode content) {
        return References.replaced(content, reference -> PENDING);
    }

    private void check(Definition definition, Object request) {
        notes.addAll(FieldNames.doubts(definition, request));
        for (Violation violation : RequestChecks.check(request)) {
            problems.accept(definition.problem(violation.field(), violation.toString()));
        }
    }

    /** Creates everything after what it refers to. Where there is a circle, fields are set when all of it is there. */
    private List<Step> creations() {
        List<Step> steps = new ArrayList<>();
        List<Step> completions = new ArrayList<>();
        Set<Key> open = new LinkedHashSet<>();
        Set<Key> done = new HashSet<>();
        added.keySet().forEach(key -> create(key, open, done, steps, completions));
        steps.addAll(completions);
        return steps;
    }

    private void create(Key key, Set<Key> open, Set<Key> done, List<Step> steps, List<Step> completions) {
        if (done.contains(key) || !added.containsKey(key) || !open.add(key)) {
            return;
        }
        List<Definition> same = added.getOrDefault(key, List.of());
        same.forEach(definition ->
                References.in(definition.content()).forEach(other -> create(other, open, done, steps, completions)));
        for (Definition definition : same) {
            ObjectNode content = (ObjectNode) account.withIds(definition.content());
            content.properties().removeIf(field -> field.getValue().isNull());
            Set<String> deferred = new TreeSet<>();
            content.properties().stream()
                    .filter(field -> References.in(field.getValue()).stream().anyMatch(other -> !done.contains(other)))
                    .forEach(field -> deferred.add(field.getKey()));
            steps.add(new Step.Create(definition, content, deferred));
            if (!deferred.isEmpty()) {
                completions.add(new Step.Complete(definition, content.deepCopy().retain(deferred)));
            }
        }
        done.add(key);
    }
}
