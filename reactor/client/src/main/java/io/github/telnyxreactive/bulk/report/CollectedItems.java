package io.github.telnyxreactive.bulk.report;

import java.util.ArrayList;
import java.util.List;

/** Keeps all items of a report. */
final class CollectedItems implements ReportSink {

    private final List<ReportedItem> items = new ArrayList<>();
    private List<ReportedRun> runs = new ArrayList<>();
    private List<NotStarted> notStarted = new ArrayList<>();

    @Override
    public void add(ReportedRun run) {
        runs.add(run);
    }

    @Override
    public void add(NotStarted test) {
        notStarted.add(test);
    }

    @Override
    public void end(ReportedItem item) {
        items.add(new ReportedItem(
                item.kind(),
                item.name(),
                item.testName(),
                item.versionId(),
                item.repeat(),
                item.outcome(),
                item.problem(),
                runs,
                notStarted));
        runs = new ArrayList<>();
        notStarted = new ArrayList<>();
    }

    List<ReportedItem> items() {
        return items;
    }
}
