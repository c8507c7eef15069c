package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a gate runs, if no evidence about its baseline was kept. */
final class ComparisonPlan {

    private ComparisonPlan() {}

    /**
     * Plans the runs against both versions.
     *
     * @param once the suites and tests
     * @param request the versions, and how often each test is run
     */
    static BatchPlan of(BatchPlan once, GateRequest request) {
        List<PlannedItem> items = new ArrayList<>();
        Baseline baseline = request.baseline() instanceof Baseline.Kept kept ? kept.version() : request.baseline();
        for (PlannedItem planned : once.items()) {
            BatchItem item = planned.toItem();
            add(items, item.againstVersion(request.candidateVersionId()), planned);
            if (baseline instanceof Baseline.Version version) {
                add(items, item.againstVersion(version.versionId()), planned);
            } else if (baseline instanceof Baseline.Main) {
                add(items, item.againstVersion(null), planned);
            }
        }
        int versions = baseline instanceof Baseline.None ? 1 : 2;
        Map<TelnyxConversationChannel, Integer> channels = new HashMap<>();
        once.channels().forEach((channel, runs) -> channels.put(channel, Math.multiplyExact(runs, versions)));
        return new BatchPlan(items, channels, Math.multiplyExact(once.minRequests(), versions))
                .repeated(request.repeats());
    }

    private static void add(List<PlannedItem> items, BatchItem item, PlannedItem planned) {
        items.add(new PlannedItem(ItemId.of(item), planned.testName(), planned.runs()));
    }
}
