package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the parts of a Markdown page that show which rubric items fail most often and which runs failed. */
final class MarkdownFailures {

    private static final int MAX_RUBRIC_ITEMS = 20;
    private static final int MAX_RUBRIC_BYTES = 50_000;
    private static final int MAX_RUNS = 200;
    private static final int MAX_RUN_BYTES = 400_000;
    private static final int MAX_ITEMS_OF_RUN = 5;

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
        BoundedTable table = new BoundedTable(out, MAX_RUBRIC_ITEMS, MAX_RUBRIC_BYTES);
        table.start("Rubric items that fail most", List.of("Rubric item", "Failed runs"));
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        List<Map.Entry<String, Integer>> most = failed.entrySet().stream()
                .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_RUBRIC_ITEMS)
                .toList();
        for (Map.Entry<String, Integer> item : most) {
            table.row(List.of(MarkdownText.name(item.getKey()), item.getValue().toString()));
        }
        table.omit(failed.size() - most.size());
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

    /** Returns each name once, since runs are counted, and failed items only, since an error leaves items without a judgment. */
    private static Stream<String> failedRubricItems(ReportedRun run) {
        return run.rubric().stream()
                .filter(item -> ReportedRun.status(item).equals(TestRunStatus.FAILED))
                .map(ReportedRun::name)
                .distinct();
    }

    private void failedRuns() throws IOException {
        if (groups.stream().flatMap(group -> group.runs().stream()).noneMatch(MarkdownFailures::isFailure)) {
            return;
        }
        BoundedTable table = new BoundedTable(out, MAX_RUNS, MAX_RUN_BYTES);
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
            table.omit(1);
            return;
        }
        table.row(List.of(
                MarkdownText.name(group.name()),
                MarkdownText.name(run.displayName()),
                RunOutcome.of(run).words(),
                unmet(run.unmet()),
                MarkdownText.duration(run.duration()),
                link.to(run.conversationId())));
    }

    private static boolean isFailure(ReportedRun run) {
        RunOutcome outcome = RunOutcome.of(run);
        return outcome == RunOutcome.FAILED || outcome == RunOutcome.ERROR;
    }

    private static String unmet(List<TestRunDetailResult> items) {
        if (items.isEmpty()) {
            return MarkdownText.NOTHING;
        }
        String names = items.stream()
                .limit(MAX_ITEMS_OF_RUN)
                .map(item -> MarkdownText.name(item.name()))
                .collect(Collectors.joining(", "));
        int more = items.size() - MAX_ITEMS_OF_RUN;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
