package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sample reports. */
final class Reports {

    static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-11-20T10:30:00.123456+01:00");

    /** Text that breaks careless writers. */
    static final List<String> HOSTILE = List.of(
            "control \u0000\u0001\u0008\u000b\u001b\u007f\u0085",
            "]]> <![CDATA[ <!-- --> <?xml?> &amp; &lt; &#0;",
            "quotes \" ' ` ``` \\ \\| |",
            "emoji \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "unpaired \ud83d and \ude00\ud83d",
            "line\r\nbreaks\nand\ttabs\u2028\u2029",
            "..",
            "../../etc/passwd",
            "\ufffe\uffff\ufeff",
            " ",
            "",
            "[[ATTACHMENT|/etc/passwd]]",
            "[link](https://evil.example) www.evil.example @somebody #1 <img src=x onerror=alert(1)> $x$ :tada: **b** __i__",
            "# heading\n| --- |\n- [ ] task");

    private Reports() {}

    static BatchReport report(ReportedItem... items) {
        return BatchReport.builder("nightly", STARTED, Duration.ofMillis(65_004), List.of(items))
                .build();
    }

    /** Returns a report of a batch of which not every run has to pass. */
    static BatchReport requiring(String percent, @Nullable PassRule rule, ReportedItem... items) {
        return BatchReport.builder("nightly", STARTED, Duration.ofMillis(65_004), List.of(items))
                .requirement(new PassRequirement(new Percentage(new BigDecimal(percent)), rule))
                .build();
    }

    static BatchReport interrupted(ReportedItem... items) {
        return BatchReport.builder("nightly", STARTED, Duration.ofMillis(65_004), List.of(items))
                .interrupted(true)
                .build();
    }

    static ReportedItem suite(String name, ReportedRun... runs) {
        return suite(name, ItemOutcome.TRIGGERED, null, runs);
    }

    static ReportedItem suite(String name, ItemOutcome outcome, @Nullable String problem, ReportedRun... runs) {
        return ReportedItem.builder(BatchItem.Kind.SUITE, name, outcome)
                .problem(problem)
                .runs(List.of(runs))
                .build();
    }

    static ReportedItem test(String id, ReportedRun... runs) {
        return ReportedItem.builder(BatchItem.Kind.TEST, id, ItemOutcome.TRIGGERED)
                .testName("name of " + id)
                .runs(List.of(runs))
                .build();
    }

    static ReportedItem withProblem(ReportedItem item, String problem) {
        return copy(item, item.outcome()).problem(problem).build();
    }

    static ReportedItem withOutcome(ReportedItem item, ItemOutcome outcome, @Nullable String problem) {
        return copy(item, outcome).problem(problem).build();
    }

    static ReportedItem withVersion(ReportedItem item, String version) {
        return copy(item, item.outcome()).versionId(version).build();
    }

    static ReportedItem repeated(ReportedItem item, int repeat) {
        return copy(item, item.outcome()).repeat(repeat).build();
    }

    static ReportedItem withNotStarted(ReportedItem item, NotStarted... tests) {
        return copy(item, item.outcome()).notStarted(List.of(tests)).build();
    }

    private static ReportedItemBuilder copy(ReportedItem item, ItemOutcome outcome) {
        return ReportedItem.builder(item.kind(), item.name(), outcome)
                .testName(item.testName())
                .versionId(item.versionId())
                .repeat(item.repeat())
                .problem(item.problem())
                .runs(item.runs())
                .notStarted(item.notStarted());
    }

    static NotStarted notStarted(String name) {
        return new NotStarted("id-" + name, name, "no run by the deadline");
    }

    static ReportedRun passed(String name) {
        return run(name, TestRunStatus.PASSED, item("greets", TestRunStatus.PASSED));
    }

    static ReportedRun failed(String name, String... failedItems) {
        List<ReportedRubricItem> rubric = new ArrayList<>(List.of(item("greets", TestRunStatus.PASSED)));
        Arrays.stream(failedItems).map(item -> item(item, TestRunStatus.FAILED)).forEach(rubric::add);
        return run(name, TestRunStatus.FAILED, rubric.toArray(ReportedRubricItem[]::new));
    }

    static ReportedRun run(String name, TestRunStatus status, ReportedRubricItem... rubric) {
        return run(
                "run-" + name,
                "id-" + name,
                name,
                status,
                Duration.ofMillis(1_500),
                List.of(rubric),
                "call-" + name,
                null);
    }

    static ReportedRun givenUp(String name, TestRunStatus lastSeen, String problem) {
        return run("run-" + name, "id-" + name, name, lastSeen, null, List.of(), null, problem);
    }

    static ReportedRun run(
            String runId,
            String testId,
            @Nullable String testName,
            TestRunStatus status,
            @Nullable Duration duration,
            List<ReportedRubricItem> rubric,
            @Nullable String conversationId,
            @Nullable String problem) {
        return new ReportedRun(runId, testId, testName, status, false, duration, conversationId, problem, rubric);
    }

    static ReportedRubricItem item(String name, TestRunStatus status) {
        return new ReportedRubricItem(name, status);
    }

    /** Returns a report with every kind of item and run. */
    static BatchReport everything() {
        return report(
                suite(
                        "Billing",
                        passed("one"),
                        failed("two", "refunds", "says goodbye"),
                        run("three", TestRunStatus.ERROR),
                        run("four", new TestRunStatus("hibernating")),
                        givenUp("five", TestRunStatus.RUNNING, "The deadline has passed")),
                suite("Empty"),
                suite("Missing", ItemOutcome.NOT_TRIGGERED, "404: no such suite"),
                suite("Doubtful", ItemOutcome.UNKNOWN, "the answer was lost"),
                withNotStarted(
                        suite("Partial", passed("six")), notStarted("seven"), new NotStarted("id-8", null, "why")),
                test("test-1", passed("single")),
                withVersion(test("test-2", failed("single")), "v2"));
    }

    /** Returns a report with hostile text wherever text can be. */
    static BatchReport hostile() {
        ReportedItem[] items = HOSTILE.stream()
                .flatMap(text -> List.of(
                        withNotStarted(
                                withVersion(withProblem(suite(text, hostileRuns(text)), text), text),
                                new NotStarted(text, text, text)),
                        withOutcome(test(text, hostileRuns(text)), ItemOutcome.UNKNOWN, text))
                        .stream())
                .toArray(ReportedItem[]::new);
        return BatchReport.builder(String.join("", HOSTILE), STARTED, Duration.ofSeconds(-1), List.of(items))
                .interrupted(true)
                .build();
    }

    private static ReportedRun[] hostileRuns(String text) {
        TestRunStatus unknown = new TestRunStatus(text);
        return new ReportedRun[] {
            hostile(text, TestRunStatus.PASSED, null),
            hostile(text, TestRunStatus.FAILED, null),
            hostile(text, TestRunStatus.ERROR, null),
            hostile(text, unknown, null),
            hostile(text, unknown, text)
        };
    }

    private static ReportedRun hostile(String text, TestRunStatus status, @Nullable String problem) {
        List<ReportedRubricItem> rubric =
                List.of(item(text, TestRunStatus.FAILED), item(text, new TestRunStatus(text)));
        return run(text, text, text, status, Duration.ofSeconds(-5), rubric, text, problem);
    }

    /** Returns a report of one suite in which every run failed. */
    static BatchReport allFailed(int runs) {
        ReportedRun[] failed = IntStream.range(0, runs)
                .mapToObj(number -> failed("test " + number, "item " + number % 7))
                .toArray(ReportedRun[]::new);
        return report(suite("Large", failed));
    }
}
