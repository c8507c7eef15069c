package io.github.telnyxreactive.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item of a {@link BatchPlan}.
 *
 * @param item what is run
 * @param testName the name of a single test, {@code null} for a suite or if it is not known
 * @param runs how many runs it is going to start: the number of tests of a suite, 1 for a single test
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedItem(
        ItemId item, @JsonProperty("test_name") @Nullable String testName, int runs) {

    /** Checks the required components. */
    public PlannedItem {
        Objects.requireNonNull(item, "item");
    }

    PlannedItem repetition(int number) {
        ItemId repeated = new ItemId(item.kind(), item.name(), item.versionId(), number, null);
        return new PlannedItem(repeated, testName, runs);
    }

    /**
     * Returns the item in the form that a {@link TestBatch} runs.
     *
     * @return the item, with a new unique key unless it gets another
     */
    public BatchItem toItem() {
        return item.toItem().named(testName);
    }
}
