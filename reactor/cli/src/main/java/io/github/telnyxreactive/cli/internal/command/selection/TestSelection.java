package io.github.telnyxreactive.cli.internal.command.selection;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Which tests of suites are run.
 *
 * @param grep found in the names of the tests, {@code null} for all
 * @param exclude not found in the names of the tests, {@code null} for none
 * @param shard the part of the tests, {@code null} for all
 */
public record TestSelection(
        @Nullable Pattern grep,
        @Nullable Pattern exclude,
        @Nullable Shard shard) {

    /** Every test. */
    static final TestSelection ALL = new TestSelection(null, null, null);

    /**
     * One of several parts. In which part a test is depends on its id alone, so that no test is left out, or is in two parts,
     * because others are created or deleted meanwhile.
     *
     * @param number the number of the part, from 1
     * @param count how many parts there are
     */
    public record Shard(int number, int count) {

        boolean has(String testId) {
            CRC32 hash = new CRC32();
            hash.update(testId.getBytes(StandardCharsets.UTF_8));
            return hash.getValue() % count == number - 1;
        }

        @Override
        public String toString() {
            return number + "/" + count;
        }
    }

    /** Returns the same selection of all parts. */
    TestSelection ofAllParts() {
        return new TestSelection(grep, exclude, null);
    }

    /** Returns whether suites may be triggered as a whole. */
    boolean isAll() {
        return equals(ALL);
    }

    /**
     * Returns whether a test is run.
     *
     * @param testId its id
     * @param name its name, {@code null} if it has none: then its id is searched
     */
    boolean has(String testId, @Nullable String name) {
        String searched = name == null ? testId : name;
        return (grep == null || grep.matcher(searched).find())
                && (exclude == null || !exclude.matcher(searched).find())
                && (shard == null || shard.has(testId));
    }
}
