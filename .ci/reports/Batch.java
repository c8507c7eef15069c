import io.github.telnyxreactive.bulk.BatchItem.Kind;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.JUnitReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRubricItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.ReportedRunBuilder;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Writes the reports of a batch that has every outcome, in names with characters that XML does not allow, or only escaped. */
class Batch {

    private static final String ODD = "\"quoted\" & <b> ]]> 日本 \ud83d\ude00 \u0001\u001b[31m\ttab\nline &#0; \ud83d";

    public static void main(String[] arguments) throws IOException {
        List<ReportedItem> items = new ArrayList<>();
        for (String version : List.of("version-1", "version-2")) {
            items.add(suite(ODD, version));
            items.add(suite("refunds", version));
        }
        items.add(ReportedItem.builder(Kind.SUITE, "gone", ItemOutcome.NOT_TRIGGERED)
                .problem(ODD)
                .build());
        items.add(ReportedItem.builder(Kind.SUITE, "lost", ItemOutcome.UNKNOWN)
                .problem("the response was lost")
                .build());
        items.add(ReportedItem.builder(Kind.SUITE, "empty", ItemOutcome.TRIGGERED).build());
        items.add(ReportedItem.builder(Kind.TEST, "single", ItemOutcome.TRIGGERED)
                .testName(ODD)
                .repeat(2)
                .runs(List.of(run("single", ODD, TestRunStatus.FAILED).build()))
                .build());
        BatchReport report = BatchReport.builder(
                        ODD, OffsetDateTime.parse("2026-11-20T10:30:00.5+01:00"), Duration.ofMillis(65_004), items)
                .build();
        JsonReport.write(report, Path.of(arguments[0]));
        JUnitReport.write(report, Path.of(arguments[1]));
    }

    private static ReportedItem suite(String name, String version) {
        String id = name.length() + version;
        return ReportedItem.builder(Kind.SUITE, name, ItemOutcome.TRIGGERED)
                .versionId(version)
                .runs(List.of(
                        run(id + "-1", "greets", TestRunStatus.PASSED).build(),
                        run(id + "-2", "greets", TestRunStatus.FAILED)
                                .rubric(List.of(
                                        new ReportedRubricItem("kind", TestRunStatus.PASSED),
                                        new ReportedRubricItem(ODD, TestRunStatus.FAILED)))
                                .build(),
                        run(id + "-3", ODD, TestRunStatus.ERROR).build(),
                        run(id + "-4", "gives up", TestRunStatus.RUNNING)
                                .problem(ODD)
                                .build(),
                        run(id + "-5", "never ends", TestRunStatus.RUNNING).build(),
                        run(id + "-6", "ends otherwise", new TestRunStatus("cancelled"))
                                .ended(true)
                                .build()))
                .notStarted(List.of(
                        new NotStarted(id + "-7", "is late", ODD), new NotStarted(id + "-8", null, "no run was started")))
                .build();
    }

    private static ReportedRunBuilder run(String id, String name, TestRunStatus status) {
        return ReportedRun.builder("run-" + id, status)
                .testId(id)
                .testName(name)
                .duration(Duration.ofNanos(1_234_567_890));
    }
}
