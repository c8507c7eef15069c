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
 * One piece of the work of a batch: all tests of a suite, or a single test.
 *
 * @param kind what is run
 * @param name the name of the suite, or the id of the test
 * @param versionId the version of the assistant that the runs talk to, {@code null} for the main version
 * @param idempotencyKey what makes triggering twice the same as triggering once, for up to 24 hours, {@code null} for a key
 *     that no other triggering has
 * @param runs the runs if they were triggered already and are only to be followed, {@code null} if they are to be triggered
 */
public record BatchItem(
        Kind kind,
        String name,
        @Nullable String versionId,
        @Nullable String idempotencyKey,
        @Nullable List<TestRun> runs) {

    /** Checks that there is something to run, and copies what could change. */
    public BatchItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        runs = runs == null ? null : List.copyOf(runs);
    }

    /**
     * Runs all tests of a suite.
     *
     * @param name the name of the suite
     * @return the item, against the main version
     */
    public static BatchItem suite(String name) {
        return new BatchItem(Kind.SUITE, name, null, null, null);
    }

    /**
     * Runs a single test.
     *
     * @param testId the id of the test
     * @return the item, against the main version
     */
    public static BatchItem test(String testId) {
        return new BatchItem(Kind.TEST, testId, null, null, null);
    }

    /**
     * Chooses the version.
     *
     * @param version the version of the assistant that the runs talk to, {@code null} for the main version
     * @return an item that differs in this
     */
    public BatchItem againstVersion(@Nullable String version) {
        return new BatchItem(kind, name, version, idempotencyKey, runs);
    }

    /**
     * Chooses the idempotency key.
     *
     * @param key 1 to 255 letters, digits, hyphens and underscores
     * @return an item that differs in this
     */
    public BatchItem withIdempotencyKey(String key) {
        return new BatchItem(kind, name, versionId, Objects.requireNonNull(key, "key"), runs);
    }

    /**
     * Derives the idempotency key from the name of a batch and from what is run against which version, so that the same
     * batch, repeated within 24 hours, is the same batch: nothing is triggered twice, and the runs are those of the first
     * time. Equal items of one batch get equal keys, and so are triggered once together.
     *
     * @param batch the name of the batch, which may be anything
     * @return an item that differs in this
     */
    public BatchItem inBatch(String batch) {
        MessageDigest digest = sha256();
        List<String> parts =
                versionId == null ? List.of(batch, kind.name(), name) : List.of(batch, kind.name(), name, versionId);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // With its length before each part, no two different items have the same bytes.
            digest.update(HexFormat.of().toHexDigits(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return withIdempotencyKey("telnyx-reactive-" + HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Leaves the triggering out, because it was done before.
     *
     * @param triggered the runs as last seen
     * @return an item that is only followed
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

    /** What an item runs. */
    public enum Kind {
        /** All tests of a suite. */
        SUITE,
        /** One test. */
        TEST
    }
}
