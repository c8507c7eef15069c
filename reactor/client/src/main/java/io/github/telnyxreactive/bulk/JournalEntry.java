package io.github.telnyxreactive.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in a batch, or has become known. The entries of a batch in their order say what is known of it.
 * Recording an entry twice has the effect of recording it once. Entries contain neither keys of the API nor transcripts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Opened.class, name = "batch"),
    @JsonSubTypes.Type(value = JournalEntry.AccountAccepted.class, name = "account"),
    @JsonSubTypes.Type(value = JournalEntry.Gated.class, name = "gate"),
    @JsonSubTypes.Type(value = JournalEntry.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = JournalEntry.PlanComplete.class, name = "plan_complete"),
    @JsonSubTypes.Type(value = JournalEntry.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = JournalEntry.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = JournalEntry.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = JournalEntry.Started.class, name = "started"),
    @JsonSubTypes.Type(value = JournalEntry.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = JournalEntry.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = JournalEntry.NotStarted.class, name = "not_started"),
    @JsonSubTypes.Type(value = JournalEntry.Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = JournalEntry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = JournalEntry.Abandoned.class, name = "abandoned"),
    @JsonSubTypes.Type(value = JournalEntry.Completed.class, name = "completed")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface JournalEntry {

    /**
     * The version of the entries that this library writes, and the newest that it reads. Version 5 has {@link Resolved},
     * {@link Gated}, and requirements, without which an older library would judge wrongly.
     */
    int VERSION = 5;

    /**
     * The first entry: the batch and the account in which it runs.
     *
     * @param version the version of the entries
     * @param batch the name of the batch, from which the idempotency keys of items without a key are derived
     * @param startedAt when the batch was started
     * @param account the account
     */
    record Opened(
            int version,
            String batch,
            @JsonProperty("started_at") OffsetDateTime startedAt,
            JournalAccount account) implements JournalEntry {}

    /**
     * Another key was accepted, since it is of the same account.
     *
     * @param account the account, with the fingerprint of that key
     */
    record AccountAccepted(JournalAccount account) implements JournalEntry {}

    /**
     * The batch is of a release gate: its runs say something about these versions and tests only. It stands before the plan.
     *
     * @param definitions the digest of the versions and the tests, and of how they are to be run
     */
    record Gated(String definitions) implements JournalEntry {}

    /**
     * Items that the batch is going to run, in order. A plan has any number of these entries, and then a {@link PlanComplete}
     * with their number. Of more, the last count: writing the others was interrupted.
     *
     * @param items the items
     */
    record Planned(List<PlannedItem> items) implements JournalEntry {

        /** Copies the list. */
        public Planned {
            items = List.copyOf(items);
        }
    }

    /**
     * The plan is complete. Nothing is triggered before.
     *
     * @param items how many items it has
     * @param maxConcurrentRuns how many runs may be under way at the same time
     * @param maxRuns how many runs the batch may start in total, {@code null} for no limit
     * @param minPassRatePercent how many per cent of the tests have to pass, {@code null} for all
     * @param passRule how many runs of a test have to pass, such as {@code 2/3}, {@code null} for all
     */
    record PlanComplete(
            int items,
            @JsonProperty("max_concurrent_runs") int maxConcurrentRuns,
            @JsonProperty("max_runs") @Nullable Integer maxRuns,

            @JsonProperty("min_pass_rate_percent") @Nullable BigDecimal minPassRatePercent,

            @JsonProperty("pass_rule") @Nullable String passRule)
            implements JournalEntry {

        /** Checks the requirement. */
        public PlanComplete {
            requirement(minPassRatePercent, passRule);
        }

        /**
         * Creates an entry.
         *
         * @param items how many items the plan has
         * @param maxConcurrentRuns how many runs may be under way at the same time
         * @param maxRuns how many runs the batch may start in total, {@code null} for no limit
         * @param requirement what the batch has to reach
         * @return the entry
         */
        public static PlanComplete of(
                int items, int maxConcurrentRuns, @Nullable Integer maxRuns, PassRequirement requirement) {
            PassRule rule = requirement.passRule();
            return new PlanComplete(
                    items,
                    maxConcurrentRuns,
                    maxRuns,
                    requirement.minPassRate().equals(Percentage.ALL)
                            ? null
                            : requirement.minPassRate().value(),
                    rule == null ? null : rule.text());
        }

        /**
         * Returns what the batch has to reach.
         *
         * @return the requirement
         */
        public PassRequirement requirement() {
            return requirement(minPassRatePercent, passRule);
        }

        private static PassRequirement requirement(@Nullable BigDecimal percent, @Nullable String rule) {
            return new PassRequirement(
                    percent == null ? Percentage.ALL : new Percentage(percent),
                    rule == null ? null : PassRule.parse(rule));
        }
    }

    /**
     * The batch was resumed.
     *
     * @param at when
     */
    record Resumed(OffsetDateTime at) implements JournalEntry {}

    /**
     * The batch has ended in good order, complete or not.
     *
     * @param at when
     */
    record Paused(OffsetDateTime at) implements JournalEntry {}

    /**
     * An item is about to be triggered. Of several times, the first after the last {@link Refused}, or
     * {@link Resolved} without runs, counts.
     *
     * @param item the item
     * @param testName the name of a single test, {@code null} if it is not known
     * @param key the idempotency key
     * @param runs how many runs are expected, at least 1
     * @param at when
     */
    record Begun(
            ItemId item,
            @JsonProperty("test_name") @Nullable String testName,
            String key,
            int runs,
            OffsetDateTime at) implements JournalEntry {}

    /**
     * Runs of an item exist.
     *
     * @param item the item
     * @param runs the runs as first seen
     * @param testNames the names of the tests by their ids, as far as they are known
     * @param repeated whether the item was triggered more than once with the same key
     */
    record Started(
            ItemId item,
            List<RunState> runs,

            @JsonProperty("test_names") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            Map<String, String> testNames,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean repeated)
            implements JournalEntry {

        /** Copies the list and the map. */
        public Started {
            runs = List.copyOf(runs);
            testNames = testNames == null ? Map.of() : Map.copyOf(testNames);
        }
    }

    /**
     * An item has certainly not been triggered, or a test of a suite that is triggered test by test has not.
     *
     * @param item the item
     * @param problem why
     */
    record Refused(ItemId item, String problem) implements JournalEntry {}

    /**
     * It is not known whether runs of an item exist that are not known.
     *
     * @param item the item
     * @param problem why
     */
    record Unknown(ItemId item, String problem) implements JournalEntry {}

    /**
     * A test of a suite has no run.
     *
     * @param item the item of the suite
     * @param test the test
     */
    record NotStarted(ItemId item, UnstartedTest test) implements JournalEntry {}

    /**
     * It was decided what became of an item whose outcome was not known. It has the runs that are known by now, and no others.
     * Without any, it was not triggered, and may be triggered again: with its last key, as long as the service remembers that
     * for certain, and otherwise with a new one.
     *
     * @param item the item
     * @param at when
     */
    record Resolved(ItemId item, OffsetDateTime at) implements JournalEntry {}

    /**
     * A run has ended.
     *
     * @param item the item of the run
     * @param run the run in its final status
     * @param testName the name of its test, {@code null} if it is not known
     */
    record Ended(
            ItemId item,
            RunState run,
            @JsonProperty("test_name") @Nullable String testName) implements JournalEntry {}

    /**
     * A run is not followed any more.
     *
     * @param item the item of the run
     * @param runId the id of the run
     * @param problem why
     */
    record Abandoned(ItemId item, @JsonProperty("run_id") String runId, String problem) implements JournalEntry {}

    /**
     * All runs of an item are known and have ended.
     *
     * @param item the item
     */
    record Completed(ItemId item) implements JournalEntry {}
}
