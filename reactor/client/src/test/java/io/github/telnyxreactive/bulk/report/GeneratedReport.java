package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A report whose items and runs are created when they are read. At the end of each pass it looks which of them are still held,
 * which those are that somebody collects.
 */
final class GeneratedReport {

    private static final int SUITES = 100;
    private static final int SAMPLED = 500;

    /** How many runs there are, half of them in suites. */
    static final int RUNS = Integer.parseInt(System.getenv().getOrDefault("REPORTED_RUNS", "20000"));

    private static final int SINGLE_TESTS = RUNS / 2;
    private static final int RUNS_OF_SUITE = SINGLE_TESTS / SUITES;

    /** How many tests have no run. */
    static final int NOT_STARTED = SUITES;

    private final List<WeakReference<Object>> samples = new ArrayList<>();
    private int created;
    private int passes;
    private int mostHeld;

    BatchReport report() {
        return BatchReport.builder("large", Reports.STARTED, Duration.ofHours(1), this::items)
                .build();
    }

    /** Returns how many times all items were read. */
    int passes() {
        return passes;
    }

    /** Returns how many of the samples were still held at the end of a pass, at most. */
    int mostHeld() {
        return mostHeld;
    }

    private Iterator<ReportedItem> items() {
        Iterator<ReportedItem> items = generate(SUITES + SINGLE_TESTS, this::item);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                boolean hasNext = items.hasNext();
                if (!hasNext) {
                    endPass();
                }
                return hasNext;
            }

            @Override
            public ReportedItem next() {
                return items.next();
            }
        };
    }

    private void endPass() {
        passes++;
        System.gc();
        mostHeld = Math.max(mostHeld, (int)
                samples.stream().filter(sample -> sample.get() != null).count());
        samples.clear();
    }

    private ReportedItem item(int index) {
        if (index >= SUITES) {
            return ReportedItem.builder(BatchItem.Kind.TEST, "id " + index, ItemOutcome.TRIGGERED)
                    .testName("single test " + index)
                    .runs(() -> generate(1, run -> run(index * RUNS_OF_SUITE)))
                    .build();
        }
        return ReportedItem.builder(BatchItem.Kind.SUITE, "suite " + index, ItemOutcome.TRIGGERED)
                .runs(() -> generate(RUNS_OF_SUITE, run -> run(index * RUNS_OF_SUITE + run)))
                .notStarted(() -> generate(1, test -> new NotStarted("id", null, "never")))
                .build();
    }

    private ReportedRun run(int number) {
        String name = "test " + number;
        List<ReportedRubricItem> rubric = List.of(new ReportedRubricItem(
                "item " + number, number % 3 == 0 ? TestRunStatus.FAILED : TestRunStatus.PASSED));
        ReportedRun run = ReportedRun.builder("run " + number, rubric.get(0).status())
                .testId("id " + number)
                .testName(name)
                .problem(number % 7 == 0 ? "lost " + number : null)
                .rubric(rubric)
                .build();
        if (created++ % SAMPLED == 0) {
            samples.add(new WeakReference<>(run));
            samples.add(new WeakReference<>(name));
            samples.add(new WeakReference<>(rubric));
        }
        return run;
    }

    private static <T> Iterator<T> generate(int number, IntFunction<T> element) {
        return IntStream.range(0, number).mapToObj(element).iterator();
    }
}
