package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a page in Markdown that say which rubric items fail most, and which runs did not pass. */
final class MarkdownFailures {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_RUBRIC_ITEMS = 20;
    private static final int MOST_RUBRIC_BYTES = 50_000;
    private static final int MOST_RUNS = 200;
    private static final int MOST_RUN_BYTES = 400_000;
    private static final int MOST_ITEMS_OF_RUN = 5;
    private static final String NOTHING = "-";

    private final List<ReportGroup> groups;
    private final ConversationLink link;
    private final Writer out;

    MarkdownFailures(List<ReportGroup> groups, ConversationLink link, Writer out) {
        this.groups = groups;
        this.link = link;
        this.out = out;
    }

    void write() throws IOException {
        rubricItems();
        failedRuns();
    }

    private void rubricItems() throws IOException {
        Map<String, Integer> failed = failedRubricItems();
        if (failed.isEmpty()) {
            return;
        }
        BoundedTable table = new BoundedTable(out, MOST_RUBRIC_ITEMS, MOST_RUBRIC_BYTES);
        table.start("Rubric items that fail most", List.of("Rubric item", "Failed runs"));
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        List<Map.Entry<String, Integer>> most = failed.entrySet().stream()
                .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_RUBRIC_ITEMS)
                .toList();
        for (Map.Entry<String, Integer> item : most) {
            table.row(List.of(
                    MarkdownText.inline(item.getKey(), LONGEST_NAME),
                    item.getValue().toString()));
        }
        table.leaveOut(failed.size() - most.size());
        table.end();
    }

    private Map<String, Integer> failedRubricItems() {
        Map<String, Integer> failed = new HashMap<>();
        for (ReportGroup group : groups) {
            group.runs().stream()
                    .filter(MarkdownFailures::isFailure)
                    .flatMap(MarkdownFailures::failedRubricItems)
                    .forEach(name -> failed.merge(name, 1, Integer::sum));
        }
        return failed;
    }

    /** Each name once, since runs are counted; and only what failed, since an error leaves items without a judgement. */
    private static Stream<String> failedRubricItems(ReportedRun run) {
        return run.rubric().stream()
                .filter(item -> item.status().equals(TestRunStatus.FAILED))
                .map(TestRunDetailResult::name)
                .distinct();
    }

    private void failedRuns() throws IOException {
        if (groups.stream().flatMap(group -> group.runs().stream()).noneMatch(MarkdownFailures::isFailure)) {
            return;
        }
        BoundedTable table = new BoundedTable(out, MOST_RUNS, MOST_RUN_BYTES);
        table.start(
                "Failed runs", List.of("Suite", "Test", "Status", "Rubric items not passed", "Took", "Conversation"));
        for (ReportGroup group : groups) {
            for (ReportedRun run : group.runs()) {
                if (isFailure(run)) {
                    failedRun(table, group, run);
                }
            }
        }
        table.end();
    }

    private void failedRun(BoundedTable table, ReportGroup group, ReportedRun run) throws IOException {
        if (table.isFull()) {
            table.leaveOut(1);
            return;
        }
        table.row(List.of(
                MarkdownText.inline(group.name(), LONGEST_NAME),
                MarkdownText.inline(run.displayName(), LONGEST_NAME),
                RunOutcome.of(run).words(),
                unmet(run.unmet()),
                duration(run.duration()),
                link.to(run.conversationId())));
    }

    private static boolean isFailure(ReportedRun run) {
        RunOutcome outcome = RunOutcome.of(run);
        return outcome == RunOutcome.FAILED || outcome == RunOutcome.ERROR;
    }

    private static String unmet(List<TestRunDetailResult> items) {
        if (items.isEmpty()) {
            return NOTHING;
        }
        String names = items.stream()
                .limit(MOST_ITEMS_OF_RUN)
                .map(item -> MarkdownText.inline(item.name(), LONGEST_NAME))
                .collect(Collectors.joining(", "));
        int more = items.size() - MOST_ITEMS_OF_RUN;
        return more > 0 ? names + " and " + more + " more" : names;
    }

    private static String duration(@Nullable Duration duration) {
        return duration == null || duration.isNegative() ? NOTHING : Text.duration(duration);
    }
}
