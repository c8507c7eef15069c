package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.BoundedTable;
import io.github.telnyxreactive.internal.report.ConversationLink;
import io.github.telnyxreactive.internal.report.MarkdownText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a Markdown page that shows which runs failed. Keeps only the rows that are shown. */
final class MarkdownFailures {

    private static final int MAX_ROWS = 200;
    private static final int MAX_BYTES = 400_000;
    private static final int MAX_ITEMS_OF_RUN = 5;

    private final ConversationLink link;
    private final BoundedTable table = new BoundedTable(MAX_ROWS, MAX_BYTES);

    MarkdownFailures(ConversationLink link) {
        this.link = link;
    }

    void add(ReportGroup group, ReportedRun run) {
        if (!isFailure(run)) {
            return;
        }
        if (table.isFull()) {
            table.omit(1);
            return;
        }
        table.row(List.of(
                MarkdownText.name(group.name()),
                test(run),
                run.outcome().words(),
                unmet(run.unmet()),
                MarkdownText.duration(run.duration()),
                link.to(run.conversationId())));
    }

    static boolean isFailure(ReportedRun run) {
        RunOutcome outcome = run.outcome();
        return outcome == RunOutcome.FAILED || outcome == RunOutcome.ERROR;
    }

    /** Returns the name and the id of the test of a run, as far as they are known. */
    static String test(ReportedRun run) {
        return run.testId() == null
                ? MarkdownText.name(run.displayName())
                : MarkdownText.nameWithId(run.testName(), run.testId());
    }

    private static String unmet(List<ReportedRubricItem> items) {
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

    void writeTo(Writer out) throws IOException {
        table.writeTo(
                out,
                "Failed runs",
                List.of("Suite", "Test", "Status", "Rubric items not passed", "Took", "Conversation"));
    }
}
