package io.github.telnyxreactive.cli.internal.progress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or learnt in a batch. The changes of a batch, applied again in their order, give what was known;
 * applied twice, a change does what it does once. Items go by their places in the batch, from 0.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BatchChange.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = BatchChange.Withdrawn.class, name = "withdrawn"),
    @JsonSubTypes.Type(value = BatchChange.Triggered.class, name = "triggered"),
    @JsonSubTypes.Type(value = BatchChange.TriggerFailed.class, name = "trigger_failed"),
    @JsonSubTypes.Type(value = BatchChange.RunMoved.class, name = "moved"),
    @JsonSubTypes.Type(value = BatchChange.RunEnded.class, name = "ended"),
    @JsonSubTypes.Type(value = BatchChange.RunGivenUp.class, name = "given_up"),
    @JsonSubTypes.Type(value = BatchChange.NamesRead.class, name = "names"),
    @JsonSubTypes.Type(value = BatchChange.Paused.class, name = "paused")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface BatchChange {

    /**
     * An item is about to be triggered.
     *
     * @param item the item
     * @param at when it was; if it was before already, then the earlier time counts
     */
    record Begun(int item, OffsetDateTime at) implements BatchChange {}

    /**
     * An item that was about to be triggered was not handed out, and so was not triggered.
     *
     * @param item the item
     */
    record Withdrawn(int item) implements BatchChange {}

    /**
     * The runs of an item were started.
     *
     * @param item the item
     * @param runs the runs as they were started
     */
    record Triggered(int item, List<RunState> runs) implements BatchChange {

        /** Copies what could change. */
        public Triggered {
            runs = List.copyOf(runs);
        }
    }

    /**
     * The runs of an item could not be started.
     *
     * @param item the item
     * @param problem why, in one line
     * @param unknown whether runs may have been started nevertheless
     * @param cause what went wrong, {@code null} if it is from a journal
     */
    record TriggerFailed(
            int item,
            String problem,
            boolean unknown,
            @JsonIgnore @Nullable Throwable cause) implements BatchChange {}

    /**
     * A run has another status, which is not final.
     *
     * @param item the item of the run
     * @param runId the id of the run
     * @param status its status now
     */
    record RunMoved(int item, String runId, TestRunStatus status) implements BatchChange {}

    /**
     * A run has ended.
     *
     * @param item the item of the run
     * @param run the run in its final status
     */
    record RunEnded(int item, RunState run) implements BatchChange {}

    /**
     * A run is not followed any longer, though it has not been seen to end.
     *
     * @param item the item of the run
     * @param runId the id of the run
     * @param problem why, in one line
     * @param cause what went wrong, {@code null} if it is from a journal
     */
    record RunGivenUp(
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

        /** Copies what could change. */
        public NamesRead {
            names = Map.copyOf(names);
        }
    }

    /**
     * The batch was left in good order, complete or not.
     *
     * @param at when
     */
    record Paused(OffsetDateTime at) implements BatchChange {}
}
