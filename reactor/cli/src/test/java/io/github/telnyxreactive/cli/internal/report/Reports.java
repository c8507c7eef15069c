package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
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

    static Report report(ReportedItem... items) {
        return new Report("nightly", STARTED, Duration.ofMillis(65_004), false, List.of(items));
    }

    static Report interrupted(ReportedItem... items) {
        return new Report("nightly", STARTED, Duration.ofMillis(65_004), true, List.of(items));
    }

    static ReportedItem suite(String name, ReportedRun... runs) {
        return new ReportedItem(BatchItem.Kind.SUITE, name, null, null, List.of(runs));
    }

    static ReportedItem test(String id, ReportedRun... runs) {
        return new ReportedItem(BatchItem.Kind.TEST, id, null, null, List.of(runs));
    }

    static ReportedItem withProblem(ReportedItem item, String problem) {
        return new ReportedItem(item.kind(), item.name(), item.versionId(), problem, item.runs());
    }

    static ReportedItem withVersion(ReportedItem item, String version) {
        return new ReportedItem(item.kind(), item.name(), version, item.problem(), item.runs());
    }

    static ReportedRun passed(String name) {
        return run(name, TestRunStatus.PASSED, item("greets", TestRunStatus.PASSED));
    }

    static ReportedRun failed(String name, String... failedItems) {
        List<TestRunDetailResult> rubric = new ArrayList<>(List.of(item("greets", TestRunStatus.PASSED)));
        Arrays.stream(failedItems).map(item -> item(item, TestRunStatus.FAILED)).forEach(rubric::add);
        return run(name, TestRunStatus.FAILED, rubric.toArray(TestRunDetailResult[]::new));
    }

    static ReportedRun run(String name, TestRunStatus status, TestRunDetailResult... rubric) {
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
            List<TestRunDetailResult> rubric,
            @Nullable String conversationId,
            @Nullable String problem) {
        OffsetDateTime completedAt = duration == null ? null : STARTED.plus(duration);
        return new ReportedRun(
                new RunState(runId, testId, null, status, STARTED, completedAt, conversationId, rubric, problem, false),
                testName);
    }

    static TestRunDetailResult item(String name, TestRunStatus status) {
        return TestRunDetailResult.builder().name(name).status(status).build();
    }

    /** Returns a report with every kind of item and run. */
    static Report everything() {
        return report(
                suite(
                        "Billing",
                        passed("one"),
                        failed("two", "refunds", "says goodbye"),
                        run("three", TestRunStatus.ERROR),
                        run("four", new TestRunStatus("hibernating")),
                        givenUp("five", TestRunStatus.RUNNING, "The deadline has passed")),
                suite("Empty"),
                withProblem(suite("Missing"), "404: no such suite"),
                test("test-1", passed("single")),
                withVersion(test("test-2", failed("single")), "v2"));
    }

    /** Returns a report with hostile text wherever text can be. */
    static Report hostile() {
        ReportedItem[] items = HOSTILE.stream()
                .flatMap(text -> List.of(
                        withVersion(withProblem(suite(text, hostileRuns(text)), text), text),
                        withProblem(test(text, hostileRuns(text)), text))
                        .stream())
                .toArray(ReportedItem[]::new);
        return new Report(String.join("", HOSTILE), STARTED, Duration.ofSeconds(-1), true, List.of(items));
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
        List<TestRunDetailResult> rubric =
                List.of(item(text, TestRunStatus.FAILED), item(text, new TestRunStatus(text)));
        return run(text, text, text, status, Duration.ofSeconds(-5), rubric, text, problem);
    }

    /** Returns a report of one suite in which every run failed. */
    static Report allFailed(int runs) {
        ReportedRun[] failed = IntStream.range(0, runs)
                .mapToObj(number -> failed("test " + number, "item " + number % 7))
                .toArray(ReportedRun[]::new);
        return report(suite("Large", failed));
    }
}
