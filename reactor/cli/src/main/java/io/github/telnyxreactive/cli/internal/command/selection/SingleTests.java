package io.github.telnyxreactive.cli.internal.command.selection;

import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.internal.text.ClosestName;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.resource.AssistantTests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the single tests that a user has named. What is the id of a test means that test, even if it is the name of another.
 * A few are requested by their ids; the tests are listed, once, if there are many, or if some are not ids.
 */
final class SingleTests {

    /** Listing finds more than that sooner, a hundred at a time. */
    private static final int MAX_RETRIEVED = 20;

    private static final int PAGE_SIZE = 100;
    private static final int CONCURRENCY = 8;

    /** How many tests are compared to find the one that was meant. */
    private static final int MAX_CANDIDATES = 1000;

    /** How many tests of the same name are shown. */
    private static final int MAX_SHOWN = 5;

    /** No id has spaces or characters outside of ASCII, as names have. */
    private static final Pattern PERHAPS_ID = Pattern.compile("[\\w.:~-]{1,100}");

    private final AssistantTests tests;

    SingleTests(AssistantTests tests) {
        this.tests = tests;
    }

    /**
     * The tests that were found.
     *
     * @param tests the tests by their ids, in the order in which they were named
     * @param problems what is wrong with the others, in words
     */
    record Found(Map<String, FoundTest> tests, List<String> problems) {}

    /**
     * Finds tests.
     *
     * @param given their ids or names
     * @return emits what was found, or the error of a request
     */
    Mono<Found> find(Set<String> given) {
        Lookup lookup = new Lookup(given);
        Mono<Void> found = given.size() <= MAX_RETRIEVED
                ? retrieve(given, lookup).then(Mono.defer(() -> list(lookup)))
                // The list may leave some out.
                : list(lookup).then(Mono.defer(() -> retrieve(lookup.unknown(), lookup)));
        return found.then(Mono.fromSupplier(lookup::result));
    }

    private Mono<Void> retrieve(Collection<String> given, Lookup lookup) {
        return Flux.fromIterable(given)
                .filter(text -> PERHAPS_ID.matcher(text).matches())
                .flatMapSequential(
                        id -> tests.retrieve(id).onErrorResume(SingleTests::isAbsent, absent -> Mono.empty()),
                        CONCURRENCY)
                .doOnNext(lookup::addRetrieved)
                .then();
    }

    /** Some services refuse an id that cannot be one. */
    private static boolean isAbsent(Throwable error) {
        return error instanceof NotFoundException
                || error instanceof UnprocessableEntityException
                || error instanceof BadRequestException;
    }

    private Mono<Void> list(Lookup lookup) {
        if (lookup.hasAllIds()) {
            return Mono.empty();
        }
        TestListParams all = TestListParams.builder().pageSize(PAGE_SIZE).build();
        return tests.list(all)
                .onUnreadable(error -> {})
                .doOnNext(lookup::add)
                .takeUntil(test -> lookup.hasAllIds())
                .then();
    }

    /** What is known of the tests that were named. */
    private static final class Lookup {

        private final Set<String> given;
        private final Map<String, FoundTest> byId = new HashMap<>();
        private final Map<String, Map<String, AssistantTest>> byName = new HashMap<>();
        private final Set<String> candidates = new LinkedHashSet<>();
        private int listed;

        Lookup(Set<String> given) {
            this.given = given;
        }

        void addRetrieved(AssistantTest test) {
            if (given.contains(test.testId())) {
                byId.put(test.testId(), FoundTest.of(test));
            }
        }

        void add(AssistantTest test) {
            addRetrieved(test);
            String name = test.name() == null ? "" : test.name().strip();
            if (given.contains(name)) {
                byName.computeIfAbsent(name, added -> new LinkedHashMap<>()).put(test.testId(), test);
            }
            if (listed < MAX_CANDIDATES) {
                candidates.add(test.testId());
                if (!name.isEmpty()) {
                    candidates.add(name);
                }
            }
            listed++;
        }

        boolean hasAllIds() {
            return byId.size() == given.size();
        }

        List<String> unknown() {
            return given.stream()
                    .filter(text -> !byId.containsKey(text) && !byName.containsKey(text))
                    .toList();
        }

        Found result() {
            Map<String, FoundTest> found = new LinkedHashMap<>();
            List<String> problems = new ArrayList<>();
            for (String text : given) {
                FoundTest test = byId.get(text);
                Map<String, AssistantTest> named = byName.getOrDefault(text, Map.of());
                if (test != null) {
                    found.put(text, test);
                } else if (named.size() == 1) {
                    named.forEach((id, only) -> found.put(id, FoundTest.of(only)));
                } else {
                    problems.add(named.isEmpty() ? unknown(text) : ambiguous(text, named.values()));
                }
            }
            return new Found(found, problems);
        }

        private String unknown(String text) {
            @Nullable String closest = ClosestName.to(text, candidates);
            return "there is no test \"" + text + "\""
                    + (closest == null ? "" : " (did you mean \"" + closest + "\"?)");
        }

        private static String ambiguous(String name, Collection<AssistantTest> tests) {
            String shown = tests.stream()
                    .limit(MAX_SHOWN)
                    .map(test -> test.testId()
                            + (test.testSuite() == null ? " (in no suite)" : " (suite \"" + test.testSuite() + "\")"))
                    .collect(Collectors.joining(", "));
            String more = tests.size() > MAX_SHOWN ? " and " + (tests.size() - MAX_SHOWN) + " more" : "";
            return tests.size() + " tests have the name \"" + name + "\": use the id of one, " + shown + more;
        }
    }
}
