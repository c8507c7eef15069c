package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.PlainText;
import io.github.telnyxreactive.internal.report.WorkflowCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is wrong with a batch as annotations of GitHub Actions: workflow commands, which the runner reads from the output
 * of a step.
 *
 * <p>There is an {@code error} for each run that failed or ended in an error, and for what is missing or unknown: items without
 * a result, tests that were not started, and runs that were given up or have not ended. GitHub shows ten of a step at most, so
 * there are no more; if both are many, five of each. A {@code notice} then says how many are not shown. A batch of
 * which every run passed has no annotations. A failed run has one even if its test or the batch has reached what it has to.
 * GitHub shows an annotation at the file of its test if {@link SourceFiles} know it.
 *
 * <p>Each is one line. External text can neither end it nor begin another command. Long text is truncated.
 */
public final class GitHubAnnotations {

    /** So many errors of a step are shown. */
    private static final int MOST = 10;

    private static final int MOST_OF_EITHER = MOST / 2;
    private static final int MAX_NAME = 200;
    private static final int MAX_PROBLEM = 1_000;

    private final SourceFiles sources;
    private final Shown failed = new Shown();
    private final Shown missing = new Shown();

    private GitHubAnnotations(SourceFiles sources) {
        this.sources = sources;
    }

    /**
     * Writes to a stream, in UTF-8, for example the standard output of a step. The stream is flushed and not closed. This
     * blocks the calling thread.
     *
     * @param report the report
     * @param out the stream
     * @throws IOException if the report cannot be read or writing fails
     */
    public static void write(BatchReport report, OutputStream out) throws IOException {
        write(report, SourceFiles.NONE, out);
    }

    /**
     * Writes to a stream, in UTF-8, and names the files of tests. The stream is flushed and not closed. This blocks the calling
     * thread.
     *
     * @param report the report
     * @param sources the files of the tests
     * @param out the stream
     * @throws IOException if the report cannot be read or writing fails
     */
    public static void write(BatchReport report, SourceFiles sources, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        lines(report, sources).forEach(line -> text.append(line).append('\n'));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * Returns the workflow commands. This blocks the calling thread.
     *
     * @param report the report
     * @return the lines, eleven at most
     * @throws IOException if the report cannot be read
     */
    public static List<String> lines(BatchReport report) throws IOException {
        return lines(report, SourceFiles.NONE);
    }

    /**
     * Returns the workflow commands, which name the files of tests. This blocks the calling thread.
     *
     * @param report the report
     * @param sources the files of the tests
     * @return the lines, eleven at most
     * @throws IOException if the report cannot be read
     */
    public static List<String> lines(BatchReport report, SourceFiles sources) throws IOException {
        GitHubAnnotations annotations = new GitHubAnnotations(sources);
        try {
            ReportGroup.of(report, ReportVersions.of(report.items()))
                    .forEach(group -> annotations.read(group, report.interrupted()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return annotations.lines();
    }

    private void read(ReportGroup group, boolean interrupted) {
        for (ReportedItem item : group.items()) {
            ItemDoubt doubt = ItemDoubt.of(item, interrupted);
            if (doubt != null && !doubt.isNotStarted()) {
                missing.add(() -> error(item.file(sources), itemTitle(group, item), doubt.message()));
            }
            for (NotStarted test : item.notStarted()) {
                missing.add(() -> error(
                        sources.of(item.suite(), test.testId(), test.testName()),
                        title(group, test.displayName(), test.testId(), item),
                        "Not started: " + test.reason()));
            }
            for (ReportedRun run : item.runs()) {
                add(group, item, run);
            }
        }
    }

    private void add(ReportGroup group, ReportedItem item, ReportedRun run) {
        RunOutcome outcome = run.outcome();
        if (outcome != RunOutcome.PASSED) {
            (MarkdownFailures.isFailure(run) ? failed : missing)
                    .add(() -> error(
                            sources.of(item.suite(), run.testId(), run.testName()),
                            title(group, run.displayName(), run.testId(), item),
                            RunProblem.of(run, outcome).message(),
                            ids(run)));
        }
    }

    private static String itemTitle(ReportGroup group, ReportedItem item) {
        return item.isSuite()
                ? WorkflowCommand.shortLine(group.name(), MAX_NAME)
                : title(group, item.displayName(), item.name(), item);
    }

    private static String title(ReportGroup group, String name, @Nullable String testId, ReportedItem item) {
        String suite = WorkflowCommand.shortLine(group.name(), MAX_NAME);
        String test = WorkflowCommand.shortLine(name, MAX_NAME);
        String id =
                testId == null || testId.equals(name) ? "" : " (" + WorkflowCommand.shortLine(testId, MAX_NAME) + ")";
        String variant = item.isSuite() ? "" : WorkflowCommand.shortLine(" " + group.variant(item), MAX_NAME);
        return suite + ": " + test + id + (variant.isEmpty() ? "" : " " + variant);
    }

    private static String ids(ReportedRun run) {
        StringJoiner ids = new StringJoiner(", ");
        ids.add("run " + WorkflowCommand.shortLine(run.runId(), MAX_NAME));
        if (run.conversationId() != null) {
            ids.add("conversation " + WorkflowCommand.shortLine(run.conversationId(), MAX_NAME));
        }
        return ids.toString();
    }

    private static String error(@Nullable String file, String title, String problem, String... lines) {
        StringJoiner message = new StringJoiner("\n");
        message.add(WorkflowCommand.shortLine(problem, MAX_PROBLEM));
        for (String line : lines) {
            message.add(line);
        }
        return WorkflowCommand.annotation("error", file, title, message.toString());
    }

    private List<String> lines() {
        int ofMissing = Math.min(missing.count, Math.max(MOST_OF_EITHER, MOST - failed.count));
        int ofFailed = Math.min(failed.count, MOST - ofMissing);
        List<String> lines = new ArrayList<>(failed.lines.subList(0, ofFailed));
        lines.addAll(missing.lines.subList(0, ofMissing));
        List<String> more = new ArrayList<>();
        if (failed.count > ofFailed) {
            more.add(PlainText.count(failed.count - ofFailed, "more run") + " did not pass");
        }
        if (missing.count > ofMissing) {
            more.add(PlainText.count(missing.count - ofMissing, "more result") + " missing or unknown");
        }
        if (!more.isEmpty()) {
            lines.add(WorkflowCommand.annotation("notice", null, "Not all is shown", String.join("; ", more)));
        }
        return lines;
    }

    /** The annotations of a kind: the first ones, and how many there are. */
    private static final class Shown {

        private final List<String> lines = new ArrayList<>();
        private int count;

        void add(Supplier<String> line) {
            if (count < MOST) {
                lines.add(line.get());
            }
            count++;
        }
    }
}
