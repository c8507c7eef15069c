package io.github.telnyxreactive.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an item of a batch in its journal: everything that makes the request, and the number of the repetition.
 *
 * @param kind what is run
 * @param name the name of the suite, or the id of the test
 * @param versionId the id of the version of the assistant, {@code null} for the main version
 * @param repeat the number of the repetition, from 1
 * @param testId the id of a test of a suite that is triggered on its own, otherwise {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemId(
        BatchItem.Kind kind,
        String name,
        @JsonProperty("version_id") @Nullable String versionId,
        int repeat,
        @JsonProperty("test_id") @Nullable String testId) {

    /** Checks the required components. */
    public ItemId {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Returns the identity of an item.
     *
     * @param item the item
     * @return its identity
     */
    public static ItemId of(BatchItem item) {
        return new ItemId(item.kind(), item.name(), item.versionId(), item.repeat(), null);
    }

    /**
     * Returns the identity of a test of this suite that is triggered on its own.
     *
     * @param test the id of the test
     * @return the identity of the test within the suite
     */
    public ItemId ofTest(String test) {
        return new ItemId(kind, name, versionId, repeat, test);
    }

    /**
     * Returns the identity of the item that this is a part of.
     *
     * @return the identity without a test
     */
    public ItemId whole() {
        return testId == null ? this : new ItemId(kind, name, versionId, repeat, null);
    }

    /**
     * Returns the item.
     *
     * @return the item, with a new unique key unless it gets another
     */
    public BatchItem toItem() {
        return new BatchItem(kind, name, null, versionId, repeat, null, null, null);
    }
}
