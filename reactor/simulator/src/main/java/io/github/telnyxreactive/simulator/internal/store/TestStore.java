package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.simulator.internal.store.SampledStore.Entry;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The assistant tests, by id and by suite. */
public final class TestStore {

    /** The fields that the service assigns itself, whatever a request contains. */
    private static final Set<String> ASSIGNED = Set.of("test_id", "created_at");

    private final SeededRandom random;
    private final SampledStore<AssistantTest> tests;
    private final Map<String, SampledIndex<AssistantTest>> bySuite = new ConcurrentHashMap<>();

    /**
     * Creates an empty store.
     *
     * @param random generates the ids
     */
    public TestStore(SeededRandom random) {
        this.random = random;
        this.tests = new SampledStore<>(id -> random.positionOf(Stream.TEST_ID, id));
    }

    /**
     * Adds a test.
     *
     * @param request the test to add
     * @param now the time of creation
     * @return the test
     */
    public AssistantTest create(CreateAssistantTestRequest request, Instant now) {
        long number = tests.reserve(1);
        AssistantTest test = test(number, request, now);
        tests.put(number, test.testId(), test);
        putIntoSuite(number, test);
        return test;
    }

    /**
     * Adds generated tests. Each is generated whenever it is read, so that many of them take little memory.
     *
     * @param suite the name of their suite
     * @param count the number of tests
     * @param request generates the n-th test, from 0; called repeatedly, and must return the same test every time
     * @param now the time of creation
     */
    public void createSamples(String suite, int count, IntFunction<CreateAssistantTestRequest> request, Instant now) {
        long first = tests.reserve(count);
        LongFunction<AssistantTest> sample = number -> test(number, request.apply((int) (number - first)), now);
        tests.putSamples(first, count, sample);
        suite(suite).putSamples(first, count, sample);
    }

    private AssistantTest test(long number, CreateAssistantTestRequest request, Instant now) {
        TelnyxConversationChannel channel = request.telnyxConversationChannel();
        return AssistantTest.builder()
                .testId(random.id(Stream.TEST_ID, number))
                .name(request.name())
                .telnyxConversationChannel(channel == null ? TelnyxConversationChannel.WEB_CHAT : channel)
                .rubric(request.rubric())
                .createdAt(now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .description(request.description())
                .destination(request.destination())
                .instructions(request.instructions())
                .maxDurationSeconds(request.maxDurationSeconds())
                .testSuite(request.testSuite())
                .additionalProperties(merge(Map.of(), request.additionalProperties()))
                .build();
    }

    /**
     * Merges the additional properties of a request into those of a test.
     *
     * @param present the properties of the test
     * @param given the properties of the request; JSON {@code null} removes a property
     * @return the merged properties
     */
    public static Map<String, JsonNode> merge(Map<String, JsonNode> present, Map<String, JsonNode> given) {
        Map<String, JsonNode> merged = new LinkedHashMap<>(present);
        given.forEach((name, value) -> {
            if (value.isNull()) {
                merged.remove(name);
            } else if (!ASSIGNED.contains(name)) {
                merged.put(name, value);
            }
        });
        return merged;
    }

    /**
     * Finds a test.
     *
     * @param testId the id of the test
     * @return the test, or {@code null} if there is none
     */
    public @Nullable AssistantTest find(String testId) {
        return tests.find(testId);
    }

    /**
     * Updates a test atomically.
     *
     * @param testId the id of the test
     * @param change returns the new test; if it throws, the test is unchanged
     * @return the new test, or {@code null} if there is no such id
     */
    public @Nullable AssistantTest update(String testId, UnaryOperator<AssistantTest> change) {
        return tests.update(testId, change, (old, changed) -> {
            putIntoSuite(changed.number(), changed.value());
            if (!Objects.equals(suiteOf(old.value()), suiteOf(changed.value()))) {
                removeFromSuite(old);
            }
        });
    }

    /**
     * Deletes a test.
     *
     * @param testId the id of the test
     * @return whether there was such a test
     */
    public boolean delete(String testId) {
        return tests.delete(testId, this::removeFromSuite);
    }

    /**
     * Returns the names of the suites that contain a test.
     *
     * @return the names, in alphabetical order
     */
    public List<String> suiteNames() {
        return bySuite.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * Returns the tests of a suite.
     *
     * @param suite the name of the suite
     * @return the tests, oldest first; empty if there is no such suite
     */
    public List<AssistantTest> inSuite(String suite) {
        SampledIndex<AssistantTest> index = bySuite.get(suite);
        if (index == null) {
            return List.of();
        }
        List<AssistantTest> found = new ArrayList<>();
        index.forEach(found::add);
        return found;
    }

    /**
     * Lists tests, oldest first.
     *
     * @param suite the name of the suite, {@code null} for all tests, with or without a suite
     * @param filter selects the tests, {@code null} for all
     * @param offset the number of tests to skip
     * @param limit the maximum number of tests to return
     * @return the tests
     */
    public Slice<AssistantTest> list(
            @Nullable String suite, @Nullable Predicate<AssistantTest> filter, long offset, int limit) {
        if (suite == null) {
            return tests.list(filter, offset, limit);
        }
        SampledIndex<AssistantTest> index = bySuite.get(suite);
        return index == null ? Slice.empty() : index.slice(offset, limit, filter);
    }

    private SampledIndex<AssistantTest> suite(String name) {
        return bySuite.computeIfAbsent(name, same -> new SampledIndex<>());
    }

    private void putIntoSuite(long number, AssistantTest test) {
        String suite = suiteOf(test);
        if (suite != null) {
            suite(suite).put(number, test);
        }
    }

    private void removeFromSuite(Entry<AssistantTest> entry) {
        String suite = suiteOf(entry.value());
        SampledIndex<AssistantTest> index = suite == null ? null : bySuite.get(suite);
        if (index != null) {
            index.remove(entry.number());
        }
    }

    /**
     * Returns the suite of a test, {@code null} for none. A suite with an empty name would not be addressable by a
     * path.
     */
    private static @Nullable String suiteOf(AssistantTest test) {
        String suite = test.testSuite();
        return suite == null || suite.isEmpty() ? null : suite;
    }
}
