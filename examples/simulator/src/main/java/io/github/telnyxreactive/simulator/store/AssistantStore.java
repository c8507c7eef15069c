package io.github.telnyxreactive.simulator.store;

import io.github.telnyxreactive.simulator.store.SeededRandom.Stream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The assistants by id, and the versions of all of them. */
public final class AssistantStore {

    private final SeededRandom random;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong versions = new AtomicLong();
    private final Map<String, Entry> byId = new ConcurrentHashMap<>();
    private final Index<Entry> all = Index.oldestFirst();
    private final Map<String, String> ownersOfVersions = new ConcurrentHashMap<>();

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
        StoredAssistant assistant = new StoredAssistant(
                "assistant-" + random.id(Stream.ASSISTANT_ID, number),
                version.createdAt(),
                version.id(),
                Map.of(version.id(), version),
                null);
        ownersOfVersions.put(version.id(), assistant.id());
        put(new Written(number, assistant));
        return assistant;
    }

    /**
     * Adds assistants that are made up as soon as somebody looks at them, so that many of them take little room.
     *
     * @param count how many
     * @param now the time of their creation
     */
    public void createSamples(int count, Instant now) {
        for (int i = 0; i < count; i++) {
            long number = sequence.getAndIncrement();
            String id = "assistant-" + random.id(Stream.ASSISTANT_ID, number);
            String version = random.id(Stream.VERSION_ID, versions.getAndIncrement());
            ownersOfVersions.put(version, id);
            put(new Sample(number, id, version, now));
        }
    }

    private void put(Entry entry) {
        byId.put(entry.id(), entry);
        all.put(entry.number(), entry);
    }

    /**
     * Finds an assistant.
     *
     * @param id its id
     * @return the assistant, or {@code null} if there is none
     */
    public @Nullable StoredAssistant find(String id) {
        Entry entry = byId.get(id);
        return entry == null ? null : entry.assistant();
    }

    /**
     * Finds out whose a version is.
     *
     * @param versionId the id of the version
     * @return the id of its assistant, or {@code null} if there is no such version
     */
    public @Nullable String ownerOf(String versionId) {
        return ownersOfVersions.get(versionId);
    }

    /**
     * Tells whether there is any assistant.
     *
     * @return whether there is none
     */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /**
     * Changes an assistant.
     *
     * @param id its id
     * @param change makes the new state of the old one; where it throws, the assistant stays as it is
     * @return the new state, or {@code null} if there is none of this id
     */
    public @Nullable StoredAssistant update(String id, UnaryOperator<StoredAssistant> change) {
        Entry updated = byId.computeIfPresent(id, (same, old) -> {
            StoredAssistant before = old.assistant();
            StoredAssistant after = change.apply(before);
            after.versions().keySet().forEach(version -> ownersOfVersions.putIfAbsent(version, id));
            before.versions().keySet().stream()
                    .filter(version -> !after.versions().containsKey(version))
                    .forEach(ownersOfVersions::remove);
            Entry changed = new Written(old.number(), after);
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
        byId.computeIfPresent(id, (same, old) -> {
            old.assistant().versions().keySet().forEach(ownersOfVersions::remove);
            all.remove(old.number());
            removed[0] = true;
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
     * Returns the tags of all assistants in their main versions.
     *
     * @return each tag once, in alphabetical order
     */
    public List<String> tags() {
        return all.all().stream()
                .filter(Written.class::isInstance)
                .flatMap(entry -> entry.assistant().main().settings().texts("tags").stream())
                .distinct()
                .sorted()
                .toList();
    }

    private sealed interface Entry {

        long number();

        String id();

        StoredAssistant assistant();
    }

    private record Written(long number, StoredAssistant assistant) implements Entry {

        @Override
        public String id() {
            return assistant.id();
        }
    }

    /** An assistant that nobody has changed yet; it has no tags. */
    private record Sample(long number, String id, String versionId, Instant createdAt) implements Entry {

        @Override
        public StoredAssistant assistant() {
            AssistantVersion version =
                    new AssistantVersion(versionId, createdAt, SampleAssistants.settings(number), List.of());
            return new StoredAssistant(id, createdAt, versionId, Map.of(versionId, version), null);
        }
    }
}
