package io.github.telnyxreactive.bulk;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.telnyxreactive.internal.key.KeyDigest;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item of a batch: all tests of a suite, or a single test.
 *
 * @param kind what is run
 * @param name the name of the suite, or the id of the test
 * @param testName the name of a single test, for events and reports, {@code null} if it is not known; it takes no part in the
 *     idempotency key
 * @param versionId the id of the version of the assistant to test, {@code null} for the main version
 * @param repeat the number of the repetition, from 1, for work that runs the same several times
 * @param batch the name of the batch from which the idempotency key is derived, {@code null} if it is not
 * @param ownKey the idempotency key of the application, {@code null} if it has none
 * @param runs the runs if they were triggered before and only need to be followed, {@code null} to trigger them
 */
public record BatchItem(
        Kind kind,
        String name,
        @Nullable String testName,
        @Nullable String versionId,
        int repeat,
        @Nullable String batch,
        @Nullable String ownKey,
        @Nullable List<TestRun> runs) {

    /** Checks the components, and copies the list. */
    public BatchItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        if (repeat < 1) {
            throw new IllegalArgumentException("repeat must be at least 1: " + repeat);
        }
        runs = runs == null ? null : List.copyOf(runs);
    }

    /**
     * Creates an item that runs all tests of a suite against the main version.
     *
     * @param name the name of the suite
     * @return the item
     */
    public static BatchItem suite(String name) {
        return new BatchItem(Kind.SUITE, name, null, null, 1, null, null, null);
    }

    /**
     * Creates an item that runs a single test against the main version.
     *
     * @param testId the id of the test
     * @return the item
     */
    public static BatchItem test(String testId) {
        return new BatchItem(Kind.TEST, testId, null, null, 1, null, null, null);
    }

    /**
     * Returns a copy with the given name of the test.
     *
     * @param name the name of the single test, {@code null} if it is not known
     * @return the new item
     */
    public BatchItem named(@Nullable String name) {
        return new BatchItem(kind, this.name, name, versionId, repeat, batch, ownKey, runs);
    }

    /**
     * Returns a copy with the given version.
     *
     * @param version the id of the version of the assistant to test, {@code null} for the main version
     * @return the new item
     */
    public BatchItem againstVersion(@Nullable String version) {
        return new BatchItem(kind, name, testName, version, repeat, batch, ownKey, runs);
    }

    /**
     * Returns a copy with the given number of the repetition, so that the same work can be in a batch several times without
     * sharing its runs.
     *
     * @param number the number, from 1
     * @return the new item
     */
    public BatchItem repetition(int number) {
        return new BatchItem(kind, name, testName, versionId, number, batch, ownKey, runs);
    }

    /**
     * Returns a copy with the given idempotency key.
     *
     * @param key 1 to 255 letters, digits, hyphens and underscores
     * @return the new item
     */
    public BatchItem withIdempotencyKey(String key) {
        return new BatchItem(kind, name, testName, versionId, repeat, null, Objects.requireNonNull(key, "key"), runs);
    }

    /**
     * Returns a copy whose idempotency key is derived from the name of a batch, what the item runs, the version, and the
     * number of the repetition, whatever the order in which these are given. Repeating a batch under the same name within
     * 24 hours triggers nothing twice; it returns the runs of the first time. Equal items of a batch have equal keys, and
     * therefore share their runs.
     *
     * @param name the name of the batch, any string
     * @return the new item
     */
    public BatchItem inBatch(String name) {
        return new BatchItem(
                kind, this.name, testName, versionId, repeat, Objects.requireNonNull(name, "name"), null, runs);
    }

    /**
     * Returns a copy that was triggered before: the batch does not trigger it again, and only follows the given runs.
     *
     * @param triggered the runs as last seen
     * @return the new item
     */
    public BatchItem alreadyTriggered(List<TestRun> triggered) {
        return new BatchItem(kind, name, testName, versionId, repeat, batch, ownKey, triggered);
    }

    /**
     * Returns a copy without the runs that were triggered before.
     *
     * @return this item if it has none
     */
    public BatchItem withoutRuns() {
        return runs == null ? this : new BatchItem(kind, name, testName, versionId, repeat, batch, ownKey, null);
    }

    /**
     * Returns the idempotency key, with which triggering repeatedly within 24 hours has the effect of triggering once.
     *
     * @return the key of the application, or the one that is derived from the name of the batch; {@code null} if a batch
     *     generates a new unique key
     */
    public @Nullable String idempotencyKey() {
        if (batch == null) {
            return ownKey;
        }
        List<String> parts = new ArrayList<>(List.of(batch, kind.name(), name, Integer.toString(repeat)));
        if (versionId != null) {
            parts.add(versionId);
        }
        return KeyDigest.of(parts);
    }

    /** The kind of an item: what it runs. */
    public enum Kind {
        /** All tests of a suite. */
        @JsonProperty("suite")
        @JsonAlias("SUITE")
        SUITE,
        /** A single test. */
        @JsonProperty("test")
        @JsonAlias("TEST")
        TEST
    }
}
