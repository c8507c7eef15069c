package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.cli.internal.rendering.Items;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.cli.internal.state.PlannedWork;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a batch would do, in words. */
public final class PlanLines {

    private PlanLines() {}

    /**
     * Describes a plan.
     *
     * @param plan the plan
     * @param options how many runs may be under way, and in total
     * @param rate how many requests per second to send at most, {@code null} for no limit
     * @return one line for each suite and single test, and the sums
     */
    public static List<String> of(BatchPlan plan, BatchOptions options, @Nullable Double rate) {
        List<String> lines = new ArrayList<>();
        PlannedWork work = PlannedWork.NOTHING.plus(plan.items());
        plan.items().stream().filter(item -> item.item().repeat() == 1).forEach(item -> lines.add("  " + line(item)));
        lines.add("");
        lines.add("Would run " + Items.count(work.suites().size(), work.tests()) + Items.times(work.repetitions())
                + ": " + runs(plan));
        lines.add("Channels: " + channels(plan));
        lines.add("At least " + Text.count(Math.toIntExact(plan.minRequests()), "request")
                + time(plan.minRequests(), rate) + ", at most "
                + (options.maxConcurrentRuns() == BatchOptions.UNLIMITED
                        ? "all runs"
                        : Text.count(options.maxConcurrentRuns(), "run"))
                + " under way" + total(options.maxRuns()));
        lines.add("Nothing was triggered.");
        return lines;
    }

    private static String line(PlannedItem item) {
        String version = item.item().versionId() == null
                ? ""
                : ", version " + Text.printable(item.item().versionId());
        if (item.item().kind() == BatchItem.Kind.SUITE) {
            return "suite " + Text.printable(item.item().name()) + version + ": " + Text.count(item.runs(), "test");
        }
        String name = item.testName() == null ? "" : " (" + Text.printable(item.testName()) + ")";
        return "test " + Text.printable(item.item().name()) + name + version;
    }

    /**
     * Describes the runs of a plan.
     *
     * @param plan the plan
     * @return for example {@code 120 runs, 20 of which are calls}
     */
    static String runs(BatchPlan plan) {
        String runs = Text.count(plan.runs(), "run");
        return plan.calls() == 0
                ? runs
                : runs + ", " + plan.calls() + " of which " + (plan.calls() == 1 ? "is a call" : "are calls");
    }

    private static String channels(BatchPlan plan) {
        int known =
                plan.channels().values().stream().mapToInt(Integer::intValue).sum();
        String counts = plan.channels().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .map(PlanLines::channel)
                .collect(Collectors.joining(", "));
        int others = plan.runs() - known;
        if (others <= 0) {
            return counts.isEmpty() ? "none" : counts;
        }
        return (counts.isEmpty() ? "" : counts + ", ") + others + " not specified";
    }

    private static String channel(Map.Entry<TelnyxConversationChannel, Integer> channel) {
        return channel.getValue() + " " + Text.printable(channel.getKey().value());
    }

    private static String time(long requests, @Nullable Double rate) {
        return rate == null
                ? ""
                : ", which take at least " + Text.duration(Duration.ofMillis(Math.round(1000 * requests / rate)));
    }

    private static String total(@Nullable Integer maxRuns) {
        return maxRuns == null ? "" : ", and " + Text.count(maxRuns, "run") + " in total";
    }
}
