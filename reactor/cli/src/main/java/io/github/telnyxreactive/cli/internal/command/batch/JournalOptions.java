package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the journal of a batch. */
public final class JournalOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "The journal to write (default: telnyx-batch-ID.jsonl in the current directory; none with"
                    + " --simulate).")
    private @Nullable Path journal;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Resume the batch of this journal. What may have been triggered is triggered again within 23"
                    + " hours of the first attempt, with the same idempotency key, and not after that.")
    private @Nullable Path resume;

    @Option(
            names = "--same-account",
            description = "With --resume: TELNYX_API_KEY is another key of the account in which the batch was started."
                    + " Otherwise, another key is accepted only if it can read a run of the batch.")
    private boolean sameAccount;

    /**
     * Checks the options.
     *
     * @param simulated whether the batch runs in a simulator
     * @throws ParameterException if they contradict each other
     */
    public void check(boolean simulated) {
        if (resume != null && (journal != null || simulated)) {
            throw UsageErrors.of(
                    spec,
                    "--resume continues with the journal and the service of the batch: leave out "
                            + (journal != null ? "--journal" : "--simulate, whose runs end with the process"));
        }
        if (resume == null && sameAccount) {
            throw UsageErrors.of(spec, "--same-account is for --resume");
        }
    }

    /**
     * Returns the journal to resume.
     *
     * @return the path, {@code null} for a new batch
     */
    public @Nullable Path resumed() {
        return resume;
    }

    /**
     * Returns the journal that was named.
     *
     * @return the path of the one to write or to resume, {@code null} if there is none
     */
    public @Nullable Path named() {
        return resume == null ? journal : resume;
    }

    /**
     * Returns whether the user says that the API key is of the account of the journal.
     *
     * @return whether that need not be proven
     */
    public boolean isSameAccount() {
        return sameAccount;
    }

    /**
     * Returns the place for the journal of a new batch, which does not exist yet.
     *
     * @param simulated whether the batch runs in a simulator
     * @param environment the environment
     * @return the place
     */
    public JournalLocation ofNew(boolean simulated, Environment environment) {
        return simulated && journal == null
                ? JournalLocation.temporary()
                : JournalLocation.ofNew(journal, environment.workingDirectory());
    }
}
