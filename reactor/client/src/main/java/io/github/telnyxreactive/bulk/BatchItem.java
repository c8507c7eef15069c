package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item of a batch: all tests of a suite, or a single test.
 *
 * @param kind what is run
 * @param name the name of the suite, or the id of the test
 * @param versionId the id of the version of the assistant to test, {@code null} for the main version
 * @param idempotencyKey the idempotency key, with which triggering repeatedly within 24 hours has the effect of
 *     triggering once, {@code null} for a new unique key
 * @param runs the runs if they were triggered before and only need to be followed, {@code null} to trigger them
 */
public record BatchItem(
        Kind kind,
        String name,
        @Nullable String versionId,
        @Nullable String idempotencyKey,
        @Nullable List<TestRun> runs) {

    /** Checks the required components, and copies the list. */
    public BatchItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        runs = runs == null ? null : List.copyOf(runs);
    }

    /**
     * Creates an item that runs all tests of a suite against the main version.
     *
     * @param name the name of the suite
     * @return the item
     */
    public static BatchItem suite(String name) {
        return new BatchItem(Kind.SUITE, name, null, null, null);
    }

    /**
     * Creates an item that runs a single test against the main version.
     *
     * @param testId the id of the test
     * @return the item
     */
    public static BatchItem test(String testId) {
        return new BatchItem(Kind.TEST, testId, null, null, null);
    }

    /**
     * Returns a copy with the given version.
     *
     * @param version the id of the version of the assistant to test, {@code null} for the main version
     * @return the new item
     */
    public BatchItem againstVersion(@Nullable String version) {
        return new BatchItem(kind, name, version, idempotencyKey, runs);
    }

    /**
     * Returns a copy with the given idempotency key.
     *
     * @param key 1 to 255 letters, digits, hyphens and underscores
     * @return the new item
     */
    public BatchItem withIdempotencyKey(String key) {
        return new BatchItem(kind, name, versionId, Objects.requireNonNull(key, "key"), runs);
    }

    /**
     * Returns a copy with an idempotency key that is derived from the name of a batch, what the item runs, and the
     * version. Repeating a batch under the same name within 24 hours triggers nothing twice; it returns the runs of the
     * first time. Equal items of a batch have equal keys, and therefore share their runs.
     *
     * @param batch the name of the batch, any string
     * @return the new item
     */
    public BatchItem inBatch(String batch) {
        MessageDigest digest = sha256();
        List<String> parts =
                versionId == null ? List.of(batch, kind.name(), name) : List.of(batch, kind.name(), name, versionId);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length before each part makes the bytes of different items different.
            digest.update(HexFormat.of().toHexDigits(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return withIdempotencyKey("telnyx-reactive-" + HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Returns a copy that was triggered before: the batch does not trigger it again, and only follows the given runs.
     *
     * @param triggered the runs as last seen
     * @return the new item
     */
    public BatchItem alreadyTriggered(List<TestRun> triggered) {
        return new BatchItem(kind, name, versionId, idempotencyKey, triggered);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The kind of an item: what it runs. */
    public enum Kind {
        /** All tests of a suite. */
        SUITE,
        /** A single test. */
        TEST
    }
}
