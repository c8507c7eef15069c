package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.report.JsonEvidence;
import io.github.telnyxreactive.bulk.report.ReportFormatException;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.DurationConverter;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.VersionEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that keep evidence for a later gate, and use it. */
final class EvidenceOptions {

    private static final Duration USUAL_AGE = Duration.ofDays(7);

    @Option(
            names = "--keep-evidence",
            paramLabel = "FILE",
            description = "Write the evidence that the next version is to be compared with: about this version if it is"
                    + " promoted, otherwise about the baseline.")
    private @Nullable Path keep;

    @Option(
            names = "--baseline-file",
            paramLabel = "FILE",
            description =
                    "Compare with the evidence in a file of --keep-evidence, and do not run the suites against the"
                            + " baseline. If it is too old, or if anything has changed since, they are run all the same.")
    private @Nullable Path file;

    @Option(
            names = "--max-age",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Maximum age of the evidence in --baseline-file, such as 12h or 7d (default: 7d).")
    private @Nullable Duration maxAge;

    /**
     * Returns what to compare with.
     *
     * @param version the version to compare with
     * @param problems reports a file that is of no use
     * @return the kept baseline if there is one that can be read, otherwise the version
     * @throws IllegalArgumentException if the options contradict each other
     * @throws CommandException if there is no such file
     */
    Baseline baseline(Baseline version, Problems problems) {
        if (file == null) {
            if (maxAge != null) {
                throw new IllegalArgumentException("--max-age is the age of a --baseline-file, which is missing");
            }
            return version;
        }
        if (version instanceof Baseline.None) {
            throw new IllegalArgumentException("--baseline-file and --baseline none contradict each other");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Baseline.kept(JsonEvidence.read(in), maxAge == null ? USUAL_AGE : maxAge, version);
        } catch (ReportFormatException e) {
            problems.report(new CommandException(
                    file + " is not used, and the suites are run against the baseline: " + e.getMessage(), e));
            return version;
        } catch (NoSuchFileException e) {
            throw new CommandException(
                    "there is no file " + file
                            + ": let a gate write it with --keep-evidence, or leave out --baseline-file",
                    e);
        } catch (IOException e) {
            throw new CommandException("could not read " + file + describe(e), e);
        }
    }

    /**
     * Writes the evidence if that was asked for. An error is only reported, since the decision has been carried out.
     *
     * @param evidence the evidence, {@code null} if there is none
     * @param problems reports why nothing was written
     */
    void keep(@Nullable VersionEvidence evidence, Problems problems) {
        if (keep == null) {
            return;
        }
        if (evidence == null) {
            problems.report(new CommandException("nothing was written to " + keep
                    + ": there is no complete evidence about a version that the next one could be compared with"));
            return;
        }
        try {
            JsonEvidence.write(evidence, keep);
        } catch (IOException e) {
            problems.report(new CommandException("could not write " + keep + describe(e), e));
        }
    }

    private static String describe(IOException e) {
        return " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")";
    }
}
