package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that limit how many runs a batch starts. */
public final class SizeOptions {

    /** How many runs are started without a question. */
    private static final int LARGE = 100;

    private static final Pattern YES = Pattern.compile("y(es)?", Pattern.CASE_INSENSITIVE);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description =
                    "How many runs may be under way at once (default: 50). A suite that has more tests is triggered"
                            + " test by test.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--max-runs",
            paramLabel = "NUMBER",
            description =
                    "How many runs the batch may start in total, including all of its resumes (default: no limit).")
    private @Nullable Integer maxRuns;

    @Option(names = "--yes", description = "Do not ask before more than " + LARGE + " runs are started.")
    private boolean yes;

    /**
     * Checks the options.
     *
     * @throws ParameterException if a number is not positive
     */
    public void check() {
        if (maxRuns != null && maxRuns < 1) {
            throw UsageErrors.invalidValue(spec, "--max-runs", maxRuns + " is not at least 1");
        }
        if (concurrency != null && concurrency < 1) {
            throw UsageErrors.invalidValue(spec, "--concurrency", concurrency + " is not at least 1");
        }
    }

    /**
     * Returns how many runs may be under way.
     *
     * @return the number, {@code null} for the default, or for that of a journal
     */
    public @Nullable Integer concurrency() {
        return concurrency;
    }

    /**
     * Returns how many runs the batch and all its resumes may start.
     *
     * @return the number, {@code null} for no limit, or for that of a journal
     */
    public @Nullable Integer maxRuns() {
        return maxRuns;
    }

    /**
     * Asks before many runs are started, which cost money and may ring phones.
     *
     * @param plan what would be started
     * @param environment the environment
     * @return whether it is to be started; {@code false} if the user interrupts instead of giving an answer
     * @throws CommandException if it is not
     */
    public boolean isWanted(BatchPlan plan, Environment environment) {
        if (yes || plan.runs() <= LARGE) {
            return true;
        }
        String runs = PlanLines.runs(plan);
        Optional<String> answer = environment.ask("Start " + runs + "? [y/N]");
        if (answer == null) {
            return false;
        }
        if (answer.isEmpty()) {
            throw new CommandException("this would start " + runs
                    + ": look at them with --dry-run, and add --yes to start more than " + LARGE
                    + " without a question");
        }
        if (!YES.matcher(answer.get().strip()).matches()) {
            throw new CommandException("nothing was triggered");
        }
        return true;
    }
}
