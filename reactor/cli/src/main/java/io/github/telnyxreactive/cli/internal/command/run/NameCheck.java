package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks before the first trigger that everything exists that was named. */
final class NameCheck {

    /** From so many tests on, reading the list takes fewer requests than retrieving each. */
    private static final int MANY = 20;

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENCY = 4;

    /** How many tests are compared to find the one that was meant. */
    private static final int MOST_CANDIDATES = 1_000;

    private final AssistantTests tests;

    NameCheck(AssistantTests tests) {
        this.tests = tests;
    }

    /**
     * Looks for tests.
     *
     * @param ids the ids of the tests
     * @return emits the names of those that exist by their ids; the id stands for a name that is missing
     */
    Mono<Map<String, String>> existing(Set<String> ids) {
        if (ids.size() <= MANY) {
            return retrieved(ids);
        }
        Set<String> missing = new LinkedHashSet<>(ids);
        TestListParams pages = TestListParams.builder().pageSize(PAGE_SIZE).build();
        return Flux.defer(() -> tests.list(pages)
                        .take((long) PAGE_SIZE * ids.size())
                        .filter(test -> missing.remove(test.testId()))
                        .takeUntil(test -> missing.isEmpty()))
                .collect(LinkedHashMap<String, String>::new, (names, test) -> names.put(test.testId(), name(test)))
                .flatMap(listed -> retrieved(missing).map(others -> {
                    listed.putAll(others);
                    return listed;
                }));
    }

    private Mono<Map<String, String>> retrieved(Set<String> ids) {
        return Flux.fromIterable(ids)
                .flatMap(
                        id -> tests.retrieve(id).onErrorResume(NameCheck::isAbsent, absent -> Mono.empty()),
                        CONCURRENCY)
                .collect(LinkedHashMap::new, (names, test) -> names.put(test.testId(), name(test)));
    }

    /** Some services refuse an id that cannot be one. */
    private static boolean isAbsent(Throwable error) {
        return error instanceof NotFoundException
                || error instanceof UnprocessableEntityException
                || error instanceof BadRequestException;
    }

    static String name(AssistantTest test) {
        return Objects.requireNonNullElse(test.name(), test.testId());
    }

    /**
     * Fails if anything does not exist.
     *
     * @param suites the names of the suites that have no tests
     * @param ids the ids of the tests that do not exist
     * @return completes if there are none, or else emits an error that names them all, and what was probably meant
     */
    Mono<Void> require(Collection<String> suites, Collection<String> ids) {
        if (suites.isEmpty() && ids.isEmpty()) {
            return Mono.empty();
        }
        Mono<List<String>> knownSuites = suites.isEmpty()
                ? Mono.just(List.of())
                : tests.testSuites().list().collectList().onErrorReturn(List.of());
        Mono<List<String>> knownTests = ids.isEmpty()
                ? Mono.just(List.of())
                : tests.list(TestListParams.builder().pageSize(PAGE_SIZE).build())
                        .take(MOST_CANDIDATES)
                        .map(AssistantTest::testId)
                        .collectList()
                        .onErrorReturn(List.of());
        return Mono.zip(knownSuites, knownTests)
                .flatMap(known -> Mono.error(error(suites, known.getT1(), ids, known.getT2())));
    }

    private static CommandException error(
            Collection<String> suites, List<String> knownSuites, Collection<String> ids, List<String> knownTests) {
        List<String> unknown = new ArrayList<>();
        suites.forEach(suite -> unknown.add(
                knownSuites.contains(suite)
                        ? "the suite \"" + suite + "\" has no tests"
                        : described("suite", suite, knownSuites)));
        ids.forEach(id -> unknown.add(described("test", id, knownTests)));
        return new CommandException("nothing was triggered: " + String.join("; ", unknown));
    }

    private static String described(String kind, String name, List<String> known) {
        String closest = Closest.to(name, known);
        return "there is no " + kind + " \"" + name + "\""
                + (closest == null ? "" : " (did you mean \"" + closest + "\"?)");
    }
}
