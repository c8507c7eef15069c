package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.operation.TestOperations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The tests of suites at one moment.
 *
 * @param suites the tests of each suite, by the name of the suite and their ids
 */
record SuiteTests(Map<String, Map<String, AssistantTest>> suites) {

    /** The largest page size of the service. */
    private static final int PAGE_SIZE = 100;

    SuiteTests {
        suites = Collections.unmodifiableMap(new LinkedHashMap<>(suites));
    }

    /** Lists the tests of suites, one suite after another. */
    static Mono<SuiteTests> read(Calls calls, List<String> suites) {
        return Flux.fromIterable(suites)
                .concatMap(suite -> tests(calls, suite).map(tests -> Map.entry(suite, tests)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new)
                .map(SuiteTests::new);
    }

    private static Mono<Map<String, AssistantTest>> tests(Calls calls, String suite) {
        TestListParams params =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return calls.list(TestOperations.list(params))
                // Some services ignore a filter.
                .filter(test -> test.testSuite() == null || test.testSuite().equals(suite))
                .collectMap(AssistantTest::testId, test -> test, LinkedHashMap::new);
    }

    Map<String, AssistantTest> of(String suite) {
        return suites.getOrDefault(suite, Map.of());
    }

    int count() {
        return suites.values().stream().mapToInt(Map::size).sum();
    }

    /** Returns the suites without tests, as sentences. */
    List<String> gaps() {
        return suites.entrySet().stream()
                .filter(suite -> suite.getValue().isEmpty())
                .map(suite -> "suite " + suite.getKey() + " has no tests, or does not exist")
                .toList();
    }

    /** Returns what was changed until another moment, as sentences. */
    List<String> changes(SuiteTests later) {
        List<String> changes = new ArrayList<>();
        suites.forEach((suite, before) -> {
            Map<String, AssistantTest> after = later.of(suite);
            add(changes, without(after, before), after, " added to suite " + suite + " while it ran");
            add(changes, without(before, after), before, " removed from suite " + suite + " while it ran");
            before.forEach((id, test) -> {
                Set<String> fields = fields(test, after.get(id));
                if (!fields.isEmpty()) {
                    changes.add("test " + Sentences.test(id, before) + " of suite " + suite
                            + " was changed while it ran, in these fields: " + String.join(", ", fields));
                }
            });
        });
        return changes;
    }

    private static List<String> without(Map<String, ?> tests, Map<String, ?> others) {
        return tests.keySet().stream().filter(id -> !others.containsKey(id)).toList();
    }

    private static void add(List<String> changes, List<String> tests, Map<String, AssistantTest> known, String what) {
        if (!tests.isEmpty()) {
            changes.add(Sentences.count(tests.size(), "test") + (tests.size() == 1 ? " was" : " were") + what + ": "
                    + Sentences.tests(tests, known));
        }
    }

    /** Returns the fields in which two states of a test differ, without times. */
    private static Set<String> fields(AssistantTest before, @Nullable AssistantTest after) {
        Set<String> fields = new TreeSet<>();
        if (after != null && !before.equals(after)) {
            JsonNode one = TelnyxJson.toTree(before);
            JsonNode other = TelnyxJson.toTree(after);
            Stream.concat(one.propertyNames().stream(), other.propertyNames().stream())
                    .filter(field -> !field.endsWith("_at"))
                    .filter(field -> !Objects.equals(said(one, field), said(other, field)))
                    .forEach(fields::add);
        }
        return fields;
    }

    /** A field that is {@code null} says as much as one that is absent. */
    private static @Nullable JsonNode said(JsonNode test, String field) {
        JsonNode value = test.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
