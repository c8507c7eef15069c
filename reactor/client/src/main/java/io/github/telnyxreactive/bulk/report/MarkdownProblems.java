package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.BoundedTable;
import io.github.telnyxreactive.internal.report.ConversationLink;
import io.github.telnyxreactive.internal.report.MarkdownText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Markdown page that shows what is missing or unknown, and why: items first, then tests that were not started,
 * then runs. Keeps only the rows that are shown.
 */
final class MarkdownProblems {

    private static final int MAX_PROBLEM = 500;
    private static final int MAX_ROWS = 100;
    private static final int MAX_BYTES = 200_000;

    private final ConversationLink link;
    private final BoundedTable items = table();
    private final BoundedTable notStarted = table();
    private final BoundedTable givenUp = table();
    private final BoundedTable notEnded = table();

    MarkdownProblems(ConversationLink link) {
        this.link = link;
    }

    private static BoundedTable table() {
        return new BoundedTable(MAX_ROWS, MAX_BYTES);
    }

    void addItem(ReportGroup group, ReportedItem item, @Nullable ItemDoubt doubt) {
        if (doubt != null) {
            row(items, name(group, item), MarkdownText.NOTHING, doubt.message(), MarkdownText.NOTHING);
        }
    }

    private static String name(ReportGroup group, ReportedItem item) {
        if (item.isSuite()) {
            return MarkdownText.name(group.name());
        }
        String test = MarkdownText.nameWithId(item.testName(), item.name());
        String variant = group.variant(item);
        return variant.isEmpty() ? test : test + " " + MarkdownText.name(variant);
    }

    void add(ReportGroup group, NotStarted test) {
        row(
                notStarted,
                MarkdownText.name(group.name()),
                MarkdownText.nameWithId(test.testName(), test.testId()),
                "Not started: " + test.reason(),
                MarkdownText.NOTHING);
    }

    void add(ReportGroup group, ReportedRun run) {
        RunOutcome outcome = run.outcome();
        if (outcome == RunOutcome.GIVEN_UP || outcome == RunOutcome.NOT_ENDED) {
            row(
                    outcome == RunOutcome.GIVEN_UP ? givenUp : notEnded,
                    MarkdownText.name(group.name()),
                    MarkdownFailures.test(run),
                    RunProblem.of(run, outcome).message(),
                    link.to(run.conversationId()));
        }
    }

    private static void row(BoundedTable table, String group, String test, String problem, String conversation) {
        if (table.isFull()) {
            table.omit(1);
        } else {
            table.row(List.of(group, test, MarkdownText.inline(problem, MAX_PROBLEM), conversation));
        }
    }

    void writeTo(Writer out) throws IOException {
        BoundedTable all = table();
        List.of(items, notStarted, givenUp, notEnded).forEach(all::addAll);
        all.writeTo(out, "Problems", List.of("Suite or test", "Run of", "Problem", "Conversation"));
    }
}
