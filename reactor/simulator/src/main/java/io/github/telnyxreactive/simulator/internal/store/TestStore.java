package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The assistant tests, by id and by suite. */
public final class TestStore {

    /** The fields that the service sets itself, whatever a request says. */
    private static final Set<String> ASSIGNED = Set.of("test_id", "created_at");

    private final SeededRandom random;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Stored> byId = new ConcurrentHashMap<>();
    private final SampledIndex<Stored> all = new SampledIndex<>();
    private final Map<String, SampledIndex<Stored>> bySuite = new ConcurrentHashMap<>();

    /**
     * Creates an empty store.
     *
     * @param random makes up the ids
     */
    public TestStore(SeededRandom random) {
        this.random = random;
    }

    /**
     * Adds a test.
     *
     * @param request what it shall be
     * @param now the time of its creation
     * @return the test
     */
    public AssistantTest create(CreateAssistantTestRequest request, Instant now) {
        long number = sequence.getAndIncrement();
        Stored stored = new Stored(number, test(number, request, now));
        byId.put(stored.test.testId(), stored);
        put(stored);
        return stored.test;
    }

    /**
     * Adds tests that are made up as soon as somebody looks at them, so that many of them take little room.
     *
     * @param suite the name of their suite
     * @param count how many
     * @param request makes up the n-th test, from 0; it is asked again and again, and has to give the same every time
     * @param now the time of their creation
     */
    public void createSamples(String suite, int count, IntFunction<CreateAssistantTestRequest> request, Instant now) {
        long first = sequence.getAndAdd(count);
        LongFunction<Stored> sample =
                number -> new Stored(number, test(number, request.apply((int) (number - first)), now));
        all.putSamples(first, count, sample);
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
                .additionalProperties(kept(Map.of(), request.additionalProperties()))
                .build();
    }

    /**
     * Merges the fields that have no component of their own.
     *
     * @param present what a test has
     * @param given what a request gives; {@code null} on the wire removes a field
     * @return what the test has then
     */
    public static Map<String, JsonNode> kept(Map<String, JsonNode> present, Map<String, JsonNode> given) {
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
     * @param testId its id
     * @return the test, or {@code null} if there is none
     */
    public @Nullable AssistantTest find(String testId) {
        Stored stored = byId.get(testId);
        if (stored == null) {
            stored = sample(testId);
        }
        return stored == null ? null : stored.test;
    }

    /** A test that nobody has changed yet. */
    private @Nullable Stored sample(String testId) {
        long number = random.positionOf(Stream.TEST_ID, testId);
        return number < 0 ? null : all.find(number);
    }

    /**
     * Changes a test.
     *
     * @param testId its id
     * @param change makes the new test of the old one
     * @return the new test, or {@code null} if there is none of this id
     */
    public @Nullable AssistantTest update(String testId, UnaryOperator<AssistantTest> change) {
        Stored updated = byId.compute(testId, (id, written) -> {
            Stored old = written == null ? sample(id) : written;
            if (old == null) {
                return null;
            }
            Stored changed = new Stored(old.sequence, change.apply(old.test));
            // Replaced in place: a list that is read meanwhile shows the test in one state or the other.
            put(changed);
            if (!Objects.equals(suiteOf(old.test), suiteOf(changed.test))) {
                removeFromSuite(old);
            }
            return changed;
        });
        return updated == null ? null : updated.test;
    }

    /**
     * Removes a test.
     *
     * @param testId its id
     * @return whether there was one
     */
    public boolean delete(String testId) {
        Stored[] removed = new Stored[1];
        byId.compute(testId, (id, written) -> {
            Stored old = written == null ? sample(id) : written;
            if (old != null) {
                removed[0] = old;
                all.remove(old.sequence);
                removeFromSuite(old);
            }
            return null;
        });
        return removed[0] != null;
    }

    /**
     * Returns the names of the suites that have a test.
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
     * @param suite its name
     * @return the tests, oldest first; empty if there is no such suite
     */
    public List<AssistantTest> inSuite(String suite) {
        SampledIndex<Stored> index = bySuite.get(suite);
        if (index == null) {
            return List.of();
        }
        List<AssistantTest> tests = new ArrayList<>();
        index.forEach(stored -> tests.add(stored.test));
        return tests;
    }

    /**
     * Lists tests, oldest first.
     *
     * @param suite the name of the suite, or {@code null} for the tests of all suites and of none
     * @param filter which tests, or {@code null} for all of them
     * @param offset how many to leave out
     * @param limit how many to return at the most
     * @return the tests
     */
    public Slice<AssistantTest> list(
            @Nullable String suite, @Nullable Predicate<AssistantTest> filter, long offset, int limit) {
        SampledIndex<Stored> index = suite == null ? all : bySuite.get(suite);
        if (index == null) {
            return new Slice<>(List.of(), 0);
        }
        Predicate<Stored> storedFilter = filter == null ? null : stored -> filter.test(stored.test);
        return index.slice(offset, limit, storedFilter).map(Stored::test);
    }

    private void put(Stored stored) {
        all.put(stored.sequence, stored);
        String suite = suiteOf(stored.test);
        if (suite != null) {
            suite(suite).put(stored.sequence, stored);
        }
    }

    private SampledIndex<Stored> suite(String name) {
        return bySuite.computeIfAbsent(name, same -> new SampledIndex<>());
    }

    private void removeFromSuite(Stored stored) {
        String suite = suiteOf(stored.test);
        SampledIndex<Stored> index = suite == null ? null : bySuite.get(suite);
        if (index != null) {
            index.remove(stored.sequence);
        }
    }

    /** A suite without a name could not be addressed by any path, so it is none. */
    private static @Nullable String suiteOf(AssistantTest test) {
        String suite = test.testSuite();
        return suite == null || suite.isEmpty() ? null : suite;
    }

    private record Stored(long sequence, AssistantTest test) {}
}
