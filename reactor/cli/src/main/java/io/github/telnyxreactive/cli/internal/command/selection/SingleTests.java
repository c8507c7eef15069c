package io.github.telnyxreactive.cli.internal.command.selection;

import io.github.telnyxreactive.internal.bulk.TestLookup;
import io.github.telnyxreactive.internal.text.ClosestName;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
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
import reactor.core.publisher.Mono;

/**
 * Finds the single tests that a user has named. What is the id of a test means that test, even if it is the name of another.
 * A few are requested by their ids; the tests are listed, once, if there are many, or if some are not ids.
 */
final class SingleTests {

    /** How many tests of the same name are shown. */
    private static final int MAX_SHOWN = 5;

    /** No id has spaces or characters outside of ASCII, as names have. */
    private static final Pattern PERHAPS_ID = Pattern.compile("[\\w.:~-]{1,100}");

    private final TestLookup tests;

    SingleTests(AssistantTests tests) {
        this.tests = new TestLookup(tests::retrieve, tests::list);
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
        Named named = new Named(given);
        Mono<Void> found = given.size() <= TestLookup.MAX_RETRIEVED
                ? retrieve(given, named).then(Mono.defer(() -> list(named)))
                // The list may leave some out, and have others whose names are their ids.
                : list(named).then(Mono.defer(() -> retrieve(named.withoutId(), named)));
        return found.then(Mono.fromSupplier(named::result));
    }

    private Mono<Void> retrieve(Collection<String> given, Named named) {
        List<String> perhapsIds = given.stream()
                .filter(text -> PERHAPS_ID.matcher(text).matches())
                .toList();
        return tests.retrieved(perhapsIds).doOnNext(named::addRetrieved).then();
    }

    private Mono<Void> list(Named named) {
        return named.hasAllIds()
                ? Mono.empty()
                : tests.listed()
                        .doOnNext(named::add)
                        .takeUntil(test -> named.hasAllIds())
                        .then();
    }

    /** What is known of the tests that were named. */
    private static final class Named {

        private final Set<String> given;
        private final Map<String, FoundTest> byId = new HashMap<>();
        private final Map<String, Map<String, AssistantTest>> byName = new HashMap<>();
        private final Set<String> candidates = new LinkedHashSet<>();
        private int listed;

        Named(Set<String> given) {
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
            if (listed < TestLookup.MAX_CANDIDATES) {
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

        List<String> withoutId() {
            return given.stream().filter(text -> !byId.containsKey(text)).toList();
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
                    problems.add(
                            named.isEmpty()
                                    ? ClosestName.absence("test", text, candidates)
                                    : ambiguous(text, named.values()));
                }
            }
            return new Found(found, problems);
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
