package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.internal.bulk.WorkCheck;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.operation.TestOperations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * The tests of suites, and single tests, at one moment.
 *
 * @param groups the tests of each suite and the single ones, by their ids
 */
record SuiteTests(Map<TestGroup, Map<String, AssistantTest>> groups) {

    /** The largest page size of the service. */
    private static final int PAGE_SIZE = 100;

    SuiteTests {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** Lists the tests of the suites of a request, one suite after another, and reads the single ones that exist. */
    static Mono<SuiteTests> read(Exchange exchange, GateRequest request) {
        Flux<Map.Entry<TestGroup, Map<String, AssistantTest>>> suites = Flux.fromIterable(request.suites())
                .concatMap(suite -> tests(exchange, suite).map(tests -> Map.entry(new TestGroup(suite), tests)));
        Mono<Map.Entry<TestGroup, Map<String, AssistantTest>>> single =
                request.tests().isEmpty()
                        ? Mono.empty()
                        : new WorkCheck(exchange)
                                .tests(new LinkedHashSet<>(request.tests()))
                                .map(tests -> Map.entry(TestGroup.SINGLE, tests));
        return suites.concatWith(single)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new)
                .map(SuiteTests::new);
    }

    /** Emits the tests if all single ones exist; otherwise an error names the others. */
    static Mono<SuiteTests> require(Exchange exchange, GateRequest request) {
        return read(exchange, request)
                .flatMap(tests -> new WorkCheck(exchange)
                        .require(
                                List.of(),
                                WorkCheck.absent(new LinkedHashSet<>(request.tests()), tests.of(TestGroup.SINGLE)))
                        .thenReturn(tests));
    }

    private static Mono<Map<String, AssistantTest>> tests(Calls calls, String suite) {
        TestListParams params =
                TestListParams.builder().testSuite(suite).pageSize(PAGE_SIZE).build();
        return calls.list(TestOperations.list(params))
                // Some services ignore a filter.
                .filter(test -> test.testSuite() == null || test.testSuite().equals(suite))
                .collectMap(AssistantTest::testId, test -> test, LinkedHashMap::new);
    }

    Map<String, AssistantTest> of(TestGroup group) {
        return groups.getOrDefault(group, Map.of());
    }

    int count() {
        return groups.values().stream().mapToInt(Map::size).sum();
    }

    /** Returns the suites without tests, as sentences. */
    List<String> gaps() {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().isEmpty())
                .map(group -> group.getKey() + " has no tests, or does not exist")
                .toList();
    }

    /** Returns what was changed until another moment, as sentences. */
    List<String> changes(SuiteTests later) {
        List<String> changes = new ArrayList<>();
        groups.forEach((group, before) -> {
            Map<String, AssistantTest> after = later.of(group);
            String removed = group.suite() == null ? " deleted" : " removed from " + group;
            add(changes, without(after, before), after, " added to " + group + " while it ran");
            add(changes, without(before, after), before, removed + " while it ran");
            before.forEach((id, test) -> {
                Set<String> fields = fields(test, after.get(id));
                if (!fields.isEmpty()) {
                    changes.add(group.test(Sentences.test(id, before)) + " was changed while it ran, in these fields: "
                            + String.join(", ", fields));
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
