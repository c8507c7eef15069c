package io.github.telnyxreactive.cli.internal.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in a batch, or has become known. Applying the changes of a batch again in their order restores its
 * state; applying a change twice has the effect of applying it once. Items are identified by their index in the batch.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BatchChange.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = BatchChange.Withdrawn.class, name = "withdrawn"),
    @JsonSubTypes.Type(value = BatchChange.Triggered.class, name = "triggered"),
    @JsonSubTypes.Type(value = BatchChange.TriggerFailed.class, name = "trigger_failed"),
    @JsonSubTypes.Type(value = BatchChange.NotStarted.class, name = "not_started"),
    @JsonSubTypes.Type(value = BatchChange.RunMoved.class, name = "moved"),
    @JsonSubTypes.Type(value = BatchChange.RunEnded.class, name = "ended"),
    @JsonSubTypes.Type(value = BatchChange.RunAbandoned.class, name = "given_up"),
    @JsonSubTypes.Type(value = BatchChange.NamesRead.class, name = "names"),
    @JsonSubTypes.Type(value = BatchChange.Paused.class, name = "paused")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface BatchChange {

    /**
     * An item is about to be triggered.
     *
     * @param item the index of the item
     * @param at the time; of several times, the earliest counts
     */
    record Begun(int item, OffsetDateTime at) implements BatchChange {}

    /**
     * An item that was about to be triggered was not handed out, and therefore not triggered.
     *
     * @param item the index of the item
     */
    record Withdrawn(int item) implements BatchChange {}

    /**
     * The runs of an item were started.
     *
     * @param item the index of the item
     * @param runs the runs as the service returned them
     */
    record Triggered(int item, List<RunState> runs) implements BatchChange {

        /** Copies the list. */
        public Triggered {
            runs = List.copyOf(runs);
        }
    }

    /**
     * The runs of an item could not be started.
     *
     * @param item the index of the item
     * @param problem why, in one line
     * @param unknown whether runs may have been started nevertheless
     * @param cause the error, {@code null} if it is from a journal
     */
    record TriggerFailed(
            int item,
            String problem,
            boolean unknown,
            @JsonIgnore @Nullable Throwable cause) implements BatchChange {}

    /**
     * A test of a suite that was triggered has no run.
     *
     * @param item the index of the item of the suite
     * @param test the test
     */
    record NotStarted(int item, UnstartedTest test) implements BatchChange {}

    /**
     * The status of a run has changed, to one that is not final.
     *
     * @param item the index of the item of the run
     * @param runId the id of the run
     * @param status the new status
     */
    record RunMoved(int item, String runId, TestRunStatus status) implements BatchChange {}

    /**
     * A run has ended.
     *
     * @param item the index of the item of the run
     * @param run the run in its final status
     */
    record RunEnded(int item, RunState run) implements BatchChange {}

    /**
     * A run is no longer followed although it was not seen to end.
     *
     * @param item the index of the item of the run
     * @param runId the id of the run
     * @param problem why, in one line
     * @param cause the error, {@code null} if it is from a journal
     */
    record RunAbandoned(
            int item,
            String runId,
            String problem,
            @JsonIgnore @Nullable Throwable cause) implements BatchChange {}

    /**
     * Names of tests were read.
     *
     * @param names the names by the ids of the tests
     */
    record NamesRead(Map<String, String> names) implements BatchChange {

        /** Copies the map. */
        public NamesRead {
            names = Map.copyOf(names);
        }
    }

    /**
     * The batch has ended in good order, complete or not.
     *
     * @param at the time
     */
    record Paused(OffsetDateTime at) implements BatchChange {}
}
