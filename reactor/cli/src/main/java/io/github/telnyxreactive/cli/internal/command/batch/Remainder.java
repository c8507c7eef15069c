package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PossiblyDoubledException;
import io.github.telnyxreactive.bulk.RunLimitException;
import io.github.telnyxreactive.bulk.TriggerExpiredException;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.Prospects;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.error.UnauthorizedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of a batch that is not complete, by what helps. Resuming it helps what may succeed the next time. */
public final class Remainder {

    private final Map<String, Throwable> causes;

    /** Whether the service has, or may have, started anything. */
    private boolean hasStarted;

    private boolean isResumable;
    private boolean isOverBudget;
    private int refused;
    private int undecided;

    /** Triggers of which the outcome is not known, and whose repetitions the service refuses. */
    private int unanswered;

    private Remainder(Map<String, Throwable> causes) {
        this.causes = causes;
    }

    /**
     * Finds out what is left.
     *
     * @param report the report of the batch, with the problems as they were described
     * @param causes the errors by their description, as far as they are known
     * @return what is left
     */
    public static Remainder of(BatchReport report, Map<String, Throwable> causes) {
        Remainder left = new Remainder(causes);
        report.items().forEach(left::add);
        return left;
    }

    private void add(ReportedItem item) {
        hasStarted |= item.outcome() != ItemOutcome.NOT_TRIGGERED;
        Throwable cause = cause(item.problem());
        if (item.outcome() == ItemOutcome.NOT_TRIGGERED) {
            add(cause);
        } else if (cause instanceof TriggerExpiredException || cause instanceof PossiblyDoubledException) {
            undecided++;
        } else if (item.outcome() == ItemOutcome.UNKNOWN && cause != null && !Prospects.canGetBetter(cause)) {
            unanswered++;
        } else if (item.outcome() == ItemOutcome.UNKNOWN || item.problem() != null) {
            isResumable = true;
        }
        for (ReportedRun run : item.runs()) {
            if (run.outcome() == RunOutcome.GIVEN_UP) {
                add(cause(run.problem()));
            } else {
                isResumable |= run.outcome() == RunOutcome.NOT_ENDED && !run.ended();
            }
        }
        for (NotStarted test : item.notStarted()) {
            Throwable refusal = causes.get(test.reason());
            if (refusal != null) {
                add(refusal);
            }
        }
    }

    private @Nullable Throwable cause(@Nullable String problem) {
        return problem == null ? null : causes.get(problem);
    }

    /** Without a known cause, it was left out for the reason for which the batch has ended. */
    private void add(@Nullable Throwable cause) {
        if (cause instanceof RunLimitException) {
            isOverBudget = true;
        } else if (cause == null || Prospects.canGetBetter(cause)) {
            isResumable = true;
        } else {
            refused++;
        }
    }

    /**
     * Reports what has ended the batch early, and how to go on.
     *
     * @param error the error
     * @param resume how to resume the batch, {@code null} if that is not possible
     * @param problems reports it
     */
    public void report(Throwable error, @Nullable String resume, Problems problems) {
        if (error instanceof JournalException failure) {
            problems.reportJournal(failure, resume);
        } else if (error instanceof UnauthorizedException) {
            // With another key, a batch without runs cannot show that it is of the same account.
            problems.reportRejection(hasStarted ? resume : null);
        } else {
            problems.reportEnd(error, Prospects.canGetBetter(error) ? resume : null);
        }
    }

    /**
     * Returns how to go on.
     *
     * @param reason why the batch has ended early, {@code null} if it has not
     * @param resume how to resume it
     * @param journal its journal
     * @return lines, none if there is nothing to advise
     */
    public List<String> advice(@Nullable StopReason reason, @Nullable String resume, JournalLocation journal) {
        List<String> lines = new ArrayList<>();
        if (isOverBudget) {
            lines.add(prefix(reason) + ", raise --max-runs: " + resume + " --max-runs NUMBER");
        } else if (isResumable || refused + undecided + unanswered == 0) {
            lines.add(prefix(reason) + ": " + resume);
        } else if (refused > 0) {
            lines.add("What was refused would be refused again: correct that, and run it in a new batch.");
        }
        if (unanswered > 0) {
            lines.add("What became of " + Text.count(unanswered, "item") + " is not known while the service refuses "
                    + (unanswered == 1 ? "it" : "them") + ": correct that and resume the batch, or decide it: "
                    + journal.decision());
        }
        if (undecided > 0) {
            lines.add("What became of " + Text.count(undecided, "item") + " can only be decided by a person: "
                    + journal.decision());
        }
        return lines;
    }

    private static String prefix(@Nullable StopReason reason) {
        return reason == StopReason.FAIL_FAST
                ? "Stopped because of --fail-fast. To run the rest"
                : "To resume this batch";
    }
}
