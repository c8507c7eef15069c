package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.definitions.yaml.Tagged;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Executes a plan, one step after the other, and ends with the first that fails. */
final class Applier {

    private final Account account;
    private final Resources resources;
    private final Plan plan;

    /** The ids of what was created, by key, and by file for what has the same key as something else. */
    private final Map<Object, Thing> created = new ConcurrentHashMap<>();

    /** What there is of each kind of which something is created, as read right before the first of them. */
    private final Map<Kind, Mono<List<Thing>>> present = new EnumMap<>(Kind.class);

    private final List<Step> done = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private volatile boolean writing;

    Applier(Account account, Resources resources, Plan plan) {
        this.account = account;
        this.resources = resources;
        this.plan = plan;
    }

    /** Executes the plan. */
    Mono<Void> run() {
        return Flux.fromIterable(plan.steps())
                .concatMap(step -> Mono.defer(() -> execute(step)).doOnSuccess(nothing -> {
                    writing = false;
                    done.add(step);
                }))
                .then();
    }

    private Mono<Void> execute(Step step) {
        if (step instanceof Step.Create create) {
            ObjectNode content = resolved(create.content().deepCopy().without(create.deferred()));
            Kind kind = create.definition().kind();
            return absent(create.definition(), step.title())
                    .then(write(() -> resources.create(Resources.creation(kind, content))))
                    .doOnNext(thing -> {
                        created.put(create.definition().key(), thing);
                        created.put(create.definition().file(), thing);
                        note(create.definition(), thing, create.deferred());
                    })
                    .then();
        }
        if (step instanceof Step.Complete complete) {
            Thing thing =
                    Objects.requireNonNull(created.get(complete.definition().file()));
            ObjectNode target = thing.content().deepCopy();
            target.setAll(resolved(complete.fields()));
            return change(complete.definition(), thing, target);
        }
        if (step instanceof Step.Update update) {
            return unchanged(update.present(), update.title())
                    .then(Mono.defer(() -> change(update.definition(), update.present(), resolved(update.target()))));
        }
        Thing surplus = ((Step.Delete) step).present();
        return unchanged(surplus, step.title()).then(write(() -> resources.delete(surplus)));
    }

    private Mono<Void> change(Definition definition, Thing thing, ObjectNode target) {
        return write(() -> resources.update(thing.id(), Resources.change(thing, target)))
                .doOnNext(updated -> note(definition, updated, Set.of()))
                .then();
    }

    private <T> Mono<T> write(Supplier<Mono<T>> request) {
        return Mono.defer(() -> {
            writing = true;
            return request.get();
        });
    }

    /** Fails if there is something by now that has the name of what is to be created, and was not compared. */
    private Mono<Void> absent(Definition definition, String title) {
        Key key = definition.key();
        Set<String> compared = account.all(key).stream().map(Thing::id).collect(Collectors.toSet());
        return present.computeIfAbsent(
                        key.kind(), kind -> resources.list(kind).collectList().cache())
                .flatMap(things -> things.stream()
                        .filter(thing -> thing.key().equals(key) && !compared.contains(thing.id()))
                        .findFirst()
                        .map(thing -> Mono.<Void>error(conflict(title, "it exists by now, with the id " + thing.id())))
                        .orElse(Mono.empty()));
    }

    /** Reads a thing again, and fails if it is not as it was compared. */
    private Mono<Void> unchanged(Thing thing, String title) {
        return resources
                .retrieve(thing)
                .onErrorMap(NotFoundException.class, e -> conflict(title, "it is no longer there"))
                .flatMap(now -> {
                    if (now.isSameAs(thing)) {
                        return Mono.empty();
                    }
                    List<Difference> differences = Difference.between(thing.content(), now.content());
                    return Mono.error(conflict(
                            title,
                            differences.isEmpty()
                                    ? "it has another version, " + now.versionId()
                                    : String.join(
                                                    ", ",
                                                    differences.stream()
                                                            .map(Difference::path)
                                                            .limit(5)
                                                            .toList())
                                            + " changed"));
                });
    }

    private static CommandException conflict(String title, String reason) {
        return new CommandException("conflict: " + Mask.phoneNumbers(title)
                + ": it was changed on the service since it was compared (" + reason + "); nothing more was written");
    }

    private ObjectNode resolved(JsonNode content) {
        Function<Tagged, String> id =
                reference -> Objects.requireNonNull(created.get(Account.key(reference)), "created")
                        .id();
        return (ObjectNode) References.replaced(content, id);
    }

    /** Notes what the service has made of a definition, since the next comparison would find it again. */
    private void note(Definition definition, Thing thing, Set<String> deferred) {
        ObjectNode wanted = resolved(((ObjectNode) account.withIds(definition.content())).without(deferred));
        List<Difference> differences =
                Difference.between(thing.content(), Values.target(thing.kind(), thing.content(), wanted));
        if (!differences.isEmpty()) {
            notes.add(definition.file() + ": the service keeps something else than it was sent, in "
                    + String.join(
                            ", ",
                            differences.stream().map(Difference::path).limit(5).toList())
                    + "; export takes over what it keeps");
        }
    }

    /** Returns what the service has made of definitions otherwise than they say. */
    List<String> notes() {
        return notes;
    }

    /**
     * Returns what was done and what was not, a line each.
     *
     * @param failure the error that has ended it, {@code null} if the user has
     */
    List<String> report(@Nullable Throwable failure) {
        List<String> lines = new CopyOnWriteArrayList<>();
        done.forEach(step -> lines.add("done: " + step.title()));
        List<Step> left = plan.steps().subList(done.size(), plan.steps().size());
        boolean isKnown = !writing || (failure instanceof TelnyxException error && error.isOutcomeKnown());
        for (Step step : left) {
            boolean isUnknown = step == left.get(0) && !isKnown;
            lines.add((isUnknown ? "unknown whether done: " : "not done: ") + step.title());
        }
        return lines;
    }
}
