package io.github.telnyxreactive.simulator.internal.store;

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

/** The assistants by id, and the versions of all of them. */
public final class AssistantStore {

    private static final String PREFIX = "assistant-";

    private final SeededRandom random;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong versions = new AtomicLong();
    private final Map<String, Entry> byId = new ConcurrentHashMap<>();
    private final SampledIndex<Entry> all = new SampledIndex<>();
    private final Map<String, String> ownersOfVersions = new ConcurrentHashMap<>();

    /** By the positions of their first versions, the numbers of the first of assistants that were made up in a row. */
    private final NavigableMap<Long, Long> samplesByVersion = new ConcurrentSkipListMap<>();

    /**
     * Creates an empty store.
     *
     * @param random makes up the ids
     */
    public AssistantStore(SeededRandom random) {
        this.random = random;
    }

    /**
     * Makes a version that belongs to no assistant yet.
     *
     * @param settings what the assistant is like in it
     * @param toolIds the ids of the shared tools that are attached to it
     * @param now the time of its creation
     * @return the version, with an id of its own
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
        long number = sequence.getAndIncrement();
        StoredAssistant assistant =
                new StoredAssistant(id(number), version.createdAt(), version.id(), Map.of(version.id(), version), null);
        ownersOfVersions.put(version.id(), assistant.id());
        Entry entry = new Entry(number, assistant);
        byId.put(assistant.id(), entry);
        all.put(number, entry);
        return assistant;
    }

    /**
     * Adds assistants that are made up as soon as somebody looks at them, so that many of them take little room.
     *
     * @param count how many
     * @param now the time of their creation
     */
    public void createSamples(int count, Instant now) {
        long first = sequence.getAndAdd(count);
        long firstVersion = versions.getAndAdd(count);
        all.putSamples(first, count, number -> new Entry(number, sample(number, firstVersion + number - first, now)));
        if (count > 0) {
            samplesByVersion.put(firstVersion, first);
        }
    }

    /** Makes up an assistant; it has no tags. */
    private StoredAssistant sample(long number, long versionNumber, Instant now) {
        AssistantVersion version = new AssistantVersion(
                random.id(Stream.VERSION_ID, versionNumber), now, SampleAssistants.settings(number), List.of());
        return new StoredAssistant(id(number), now, version.id(), Map.of(version.id(), version), null);
    }

    private String id(long number) {
        return PREFIX + random.id(Stream.ASSISTANT_ID, number);
    }

    /**
     * Finds an assistant.
     *
     * @param id its id
     * @return the assistant, or {@code null} if there is none
     */
    public @Nullable StoredAssistant find(String id) {
        Entry entry = byId.get(id);
        if (entry == null) {
            entry = sample(id);
        }
        return entry == null ? null : entry.assistant();
    }

    /** An assistant that nobody has changed yet. */
    private @Nullable Entry sample(String id) {
        if (!id.startsWith(PREFIX)) {
            return null;
        }
        long number = random.positionOf(Stream.ASSISTANT_ID, id.substring(PREFIX.length()));
        return number < 0 ? null : all.find(number);
    }

    /**
     * Finds out whose a version is.
     *
     * @param versionId the id of the version
     * @return the id of its assistant, or {@code null} if there is no such version
     */
    public @Nullable String ownerOf(String versionId) {
        String owner = ownersOfVersions.get(versionId);
        if (owner != null) {
            return owner;
        }
        long position = random.positionOf(Stream.VERSION_ID, versionId);
        Map.Entry<Long, Long> samples = samplesByVersion.floorEntry(position);
        Entry sample = samples == null ? null : all.find(samples.getValue() + position - samples.getKey());
        return sample != null && sample.assistant().versions().containsKey(versionId)
                ? sample.assistant().id()
                : null;
    }

    /**
     * Tells whether there is any assistant.
     *
     * @return whether there is none
     */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Changes an assistant.
     *
     * @param id its id
     * @param change makes the new state of the old one; where it throws, the assistant stays as it is
     * @return the new state, or {@code null} if there is none of this id
     */
    public @Nullable StoredAssistant update(String id, UnaryOperator<StoredAssistant> change) {
        Entry updated = byId.compute(id, (same, written) -> {
            Entry old = written == null ? sample(id) : written;
            if (old == null) {
                return null;
            }
            StoredAssistant before = old.assistant();
            StoredAssistant after = change.apply(before);
            after.versions().keySet().forEach(version -> ownersOfVersions.putIfAbsent(version, id));
            before.versions().keySet().stream()
                    .filter(version -> !after.versions().containsKey(version))
                    .forEach(ownersOfVersions::remove);
            Entry changed = new Entry(old.number(), after);
            all.put(old.number(), changed);
            return changed;
        });
        return updated == null ? null : updated.assistant();
    }

    /**
     * Removes an assistant.
     *
     * @param id its id
     * @return whether there was one
     */
    public boolean delete(String id) {
        boolean[] removed = new boolean[1];
        byId.compute(id, (same, written) -> {
            Entry old = written == null ? sample(id) : written;
            if (old != null) {
                old.assistant().versions().keySet().forEach(ownersOfVersions::remove);
                all.remove(old.number());
                removed[0] = true;
            }
            return null;
        });
        return removed[0];
    }

    /**
     * Lists assistants, oldest first.
     *
     * @param offset how many to leave out
     * @param limit how many to return at the most
     * @return the assistants
     */
    public Slice<StoredAssistant> list(long offset, int limit) {
        return all.slice(offset, limit, null).map(Entry::assistant);
    }

    /**
     * Reads all assistants one by one, oldest first, each when it is asked for.
     *
     * @param mapper makes one thing of each assistant
     * @param <T> the type of these things
     * @return the things; of assistants that are added or removed while they are read, they may be there or not
     */
    public <T> Iterable<T> all(Function<StoredAssistant, T> mapper) {
        return () -> StreamSupport.stream(all.spliterator(), false)
                .map(entry -> mapper.apply(entry.assistant()))
                .iterator();
    }

    /**
     * Returns the tags of all assistants in their main versions.
     *
     * @return each tag once, in alphabetical order
     */
    public List<String> tags() {
        return all.written().stream()
                .flatMap(entry -> entry.assistant().main().settings().texts("tags").stream())
                .distinct()
                .sorted()
                .toList();
    }

    private record Entry(long number, StoredAssistant assistant) {}
}
