package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.simulator.internal.store.SampledStore.Entry;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The assistants by id, with their versions. */
public final class AssistantStore {

    private static final String PREFIX = "assistant-";

    private final SeededRandom random;
    private final SampledStore<StoredAssistant> assistants = new SampledStore<>(this::numberOf);
    private final AtomicLong versions = new AtomicLong();
    private final Map<String, String> ownersOfVersions = new ConcurrentHashMap<>();

    /** For each range of samples, the position of the first version and the number of the first assistant. */
    private final NavigableMap<Long, Long> samplesByVersion = new ConcurrentSkipListMap<>();

    /**
     * Creates an empty store.
     *
     * @param random generates the ids
     */
    public AssistantStore(SeededRandom random) {
        this.random = random;
    }

    private String id(long number) {
        return PREFIX + random.id(Stream.ASSISTANT_ID, number);
    }

    private long numberOf(String id) {
        return id.startsWith(PREFIX) ? random.positionOf(Stream.ASSISTANT_ID, id.substring(PREFIX.length())) : -1;
    }

    /**
     * Creates a version that does not belong to an assistant yet.
     *
     * @param settings the settings of the assistant in this version
     * @param toolIds the ids of the attached shared tools
     * @param now the time of creation
     * @return the version, with a generated id
     */
    public AssistantVersion newVersion(Document settings, List<String> toolIds, Instant now) {
        return new AssistantVersion(random.id(Stream.VERSION_ID, versions.getAndIncrement()), now, settings, toolIds);
    }

    /**
     * Adds an assistant.
     *
     * @param version its only version
     * @return the assistant
     */
    public StoredAssistant create(AssistantVersion version) {
        long number = assistants.reserve(1);
        StoredAssistant assistant = StoredAssistant.of(id(number), version);
        ownersOfVersions.put(version.id(), assistant.id());
        assistants.put(number, assistant.id(), assistant);
        return assistant;
    }

    /**
     * Adds generated assistants. Each is generated whenever it is read, so that many of them take little memory.
     *
     * @param count the number of assistants
     * @param now the time of creation
     */
    public void createSamples(int count, Instant now) {
        long first = assistants.reserve(count);
        long firstVersion = versions.getAndAdd(count);
        assistants.putSamples(first, count, number -> sample(number, firstVersion + number - first, now));
        if (count > 0) {
            samplesByVersion.put(firstVersion, first);
        }
    }

    /** Generates an assistant; it has no tags, as {@link #tags()} relies on. */
    private StoredAssistant sample(long number, long versionNumber, Instant now) {
        String versionId = random.id(Stream.VERSION_ID, versionNumber);
        return StoredAssistant.of(
                id(number), new AssistantVersion(versionId, now, SampleAssistants.settings(number), List.of()));
    }

    /**
     * Finds an assistant.
     *
     * @param id the id of the assistant
     * @return the assistant, or {@code null} if there is none
     */
    public @Nullable StoredAssistant find(String id) {
        return assistants.find(id);
    }

    /**
     * Finds the assistant that a version belongs to.
     *
     * @param versionId the id of the version
     * @return the id of the assistant, or {@code null} if there is no such version
     */
    public @Nullable String ownerOf(String versionId) {
        String owner = ownersOfVersions.get(versionId);
        if (owner != null) {
            return owner;
        }
        long position = random.positionOf(Stream.VERSION_ID, versionId);
        Map.Entry<Long, Long> samples = samplesByVersion.floorEntry(position);
        StoredAssistant sample =
                samples == null ? null : assistants.find(samples.getValue() + position - samples.getKey());
        return sample != null && sample.versions().containsKey(versionId) ? sample.id() : null;
    }

    /**
     * Returns whether there is no assistant.
     *
     * @return {@code true} if the store is empty
     */
    public boolean isEmpty() {
        return assistants.isEmpty();
    }

    /**
     * Updates an assistant atomically.
     *
     * @param id the id of the assistant
     * @param change returns the new state; if it throws, the assistant is unchanged
     * @return the new state, or {@code null} if there is no such assistant
     */
    public @Nullable StoredAssistant update(String id, UnaryOperator<StoredAssistant> change) {
        return assistants.update(id, change, (old, changed) -> {
            Map<String, AssistantVersion> present = changed.value().versions();
            present.keySet().forEach(version -> ownersOfVersions.putIfAbsent(version, id));
            old.value().versions().keySet().stream()
                    .filter(version -> !present.containsKey(version))
                    .forEach(ownersOfVersions::remove);
        });
    }

    /**
     * Deletes an assistant.
     *
     * @param id the id of the assistant
     * @return whether there was such an assistant
     */
    public boolean delete(String id) {
        return assistants.delete(
                id, deleted -> deleted.value().versions().keySet().forEach(ownersOfVersions::remove));
    }

    /**
     * Lists assistants, oldest first.
     *
     * @param offset the number of assistants to skip
     * @param limit the maximum number of assistants to return
     * @return the assistants
     */
    public Slice<StoredAssistant> list(long offset, int limit) {
        return assistants.list(null, offset, limit);
    }

    /**
     * Returns all assistants, oldest first, each looked up when it is read.
     *
     * @param mapper applied to each assistant
     * @param <T> the type of the results
     * @return the results; they may or may not reflect concurrent additions and deletions
     */
    public <T> Iterable<T> all(Function<StoredAssistant, T> mapper) {
        return () -> StreamSupport.stream(assistants.all().spliterator(), false)
                .map(Entry::value)
                .map(mapper)
                .iterator();
    }

    /**
     * Returns the tags of all assistants in their main versions.
     *
     * @return each tag once, in alphabetical order
     */
    public List<String> tags() {
        return assistants.written().stream()
                .flatMap(entry -> entry.value().main().settings().texts("tags").stream())
                .distinct()
                .sorted()
                .toList();
    }
}
