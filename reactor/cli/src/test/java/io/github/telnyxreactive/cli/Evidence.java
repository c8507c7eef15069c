package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.bulk.report.Verdict;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Everything that one process says of a batch, which has to agree: its reports, its output, its journal and its exit code. */
final class Evidence {

    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d+) runs? of .*: (\\d+) passed, (\\d+) failed, (\\d+) error(?:, (\\d+) not finished)?.*");

    private final String description;
    private final Result result;
    private final BatchReport report;
    private final Path folder;

    private Evidence(String description, Result result, BatchReport report, Path folder) {
        this.description = description;
        this.result = result;
        this.report = report;
        this.folder = folder;
    }

    /** Returns the arguments for all files that are read. */
    static List<String> arguments(Path folder) {
        return List.of(
                "--json=" + folder.resolve("report.json"),
                "--junit=" + folder.resolve("report.xml"),
                "--summary=" + folder.resolve("summary.json"));
    }

    static void delete(Path folder) throws IOException {
        for (String file : List.of("report.json", "report.xml", "summary.json")) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    static boolean exists(Path folder) {
        return Files.exists(folder.resolve("report.json"));
    }

    /** Reads what a process has written, and compares all of it. */
    static Evidence read(String description, Result result, Path folder, Path journal) throws IOException {
        try (InputStream json = Files.newInputStream(folder.resolve("report.json"))) {
            Evidence evidence = new Evidence(description, result, JsonReport.read(json), folder);
            evidence.checkExitCode();
            evidence.checkOutput();
            evidence.checkSummary();
            evidence.checkJournal(journal);
            JUnitFile.read(folder.resolve("report.xml")).check(description, evidence.report);
            return evidence;
        }
    }

    int exitCode() {
        return result.exitCode();
    }

    String err() {
        return result.err();
    }

    @Override
    public String toString() {
        return description;
    }

    Stream<ReportedItem> items() {
        return StreamSupport.stream(report.items().spliterator(), false);
    }

    Stream<ReportedRun> runs() {
        return items().flatMap(item -> StreamSupport.stream(item.runs().spliterator(), false));
    }

    Set<String> runIds() {
        return runs().map(ReportedRun::runId).collect(Collectors.toSet());
    }

    /** Returns the names of the items of which something is said to be unknown, suites as well as tests. */
    Set<String> doubtful() {
        return items().filter(item -> item.outcome() == ItemOutcome.UNKNOWN
                        || item.outcome() == ItemOutcome.TRIGGERED && item.problem() != null)
                .map(ReportedItem::name)
                .collect(Collectors.toSet());
    }

    /** Returns the tests of which there is a run with an outcome. */
    Set<String> testsThat(Set<RunOutcome> outcomes) {
        return runs().filter(run -> outcomes.contains(run.outcome()))
                .map(ReportedRun::testId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private int count(RunOutcome outcome) {
        return (int) runs().filter(run -> run.outcome() == outcome).count();
    }

    private int size(Iterable<?> elements) {
        return (int) StreamSupport.stream(elements.spliterator(), false).count();
    }

    private void checkExitCode() {
        Verdict verdict = report.verdict();
        int expected = switch (verdict) {
            case PASSED -> 0;
            case FAILED -> 1;
            case INCOMPLETE -> 3;
            case INTERRUPTED -> 130;
        };
        // What has ended the batch with an error outweighs the runs that are known.
        boolean isError = result.exitCode() == 3
                && verdict != Verdict.INTERRUPTED
                && !result.err().isEmpty();
        assertThat(isError || result.exitCode() == expected)
                .as(description + ": exit code " + result.exitCode() + " and verdict " + verdict)
                .isTrue();
    }

    private void checkOutput() {
        Matcher numbers = result.out()
                .lines()
                .map(line -> NUMBERS.matcher(line.replace("Interrupted. ", "")))
                .filter(Matcher::matches)
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(description + ": no numbers in " + result.out()));
        int unfinished = numbers.group(5) == null ? 0 : Integer.parseInt(numbers.group(5));
        assertThat(List.of(
                        Integer.parseInt(numbers.group(1)),
                        Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(3)),
                        Integer.parseInt(numbers.group(4)),
                        unfinished))
                .as(description + ": numbers on the terminal")
                .containsExactly(
                        (int) runs().count(),
                        count(RunOutcome.PASSED),
                        count(RunOutcome.FAILED),
                        count(RunOutcome.ERROR),
                        count(RunOutcome.GIVEN_UP) + count(RunOutcome.NOT_ENDED));
    }

    private void checkSummary() throws IOException {
        JsonNode summary = TelnyxJson.read(Files.readAllBytes(folder.resolve("summary.json")), JsonNode.class);
        Map<String, Integer> byStatus = new TreeMap<>();
        runs().forEach(run -> byStatus.merge(run.status().value(), 1, Integer::sum));
        Map<String, Integer> summed = new TreeMap<>();
        summary.get("runs_by_status")
                .properties()
                .forEach(status -> summed.put(status.getKey(), status.getValue().intValue()));
        assertThat(summed).as(description + ": summary by status").isEqualTo(byStatus);
        int finished = count(RunOutcome.PASSED) + count(RunOutcome.FAILED) + count(RunOutcome.ERROR);
        int withoutRun = items().mapToInt(item -> size(item.notStarted()) + (isDoubtful(item) ? 1 : 0))
                .sum();
        assertThat(summary.get("runs_finished").intValue())
                .as(description + ": finished in the summary")
                .isEqualTo(finished);
        assertThat(summary.get("runs_requested").intValue())
                .as(description + ": requested in the summary")
                .isEqualTo((int) runs().count() + withoutRun);
        assertThat(summary.get("runs_lost").intValue())
                .as(description + ": lost in the summary")
                .isEqualTo((int) runs().count() - finished + withoutRun);
        assertThat(summary.get("exit_code").intValue())
                .as(description + ": exit code in the summary")
                .isEqualTo(result.exitCode());
    }

    private static boolean isDoubtful(ReportedItem item) {
        return item.outcome() != ItemOutcome.TRIGGERED || item.problem() != null;
    }

    private void checkJournal(Path path) throws IOException {
        JournalReport journal = JournalReport.read(path);
        BatchReport again = journal.report(report.interrupted(), "not triggered");
        assertThat(StreamSupport.stream(again.items().spliterator(), false).map(Evidence::withoutProblem))
                .as(description + ": items of the journal")
                .containsExactlyElementsOf(items().map(Evidence::withoutProblem).toList());
        assertThat(again.verdict()).as(description + ": verdict of the journal").isEqualTo(report.verdict());
        if (journal.isComplete()) {
            assertThat(runs()).as(description + ": runs of a complete batch").allMatch(ReportedRun::ended);
        }
        Set<String> started = new HashSet<>();
        Set<String> ended = new HashSet<>();
        try (JournalReader entries = JournalReader.of(path)) {
            for (JournalEntry entry = entries.next(); entry != null; entry = entries.next()) {
                if (entry instanceof JournalEntry.Started some) {
                    assertThat(some.runs())
                            .as(description + ": runs that start together")
                            .extracting(RunState::runId)
                            .doesNotHaveDuplicates();
                    for (RunState run : some.runs()) {
                        started.add(run.runId());
                        if (run.hasEnded()) {
                            ended.add(run.runId());
                        }
                    }
                } else if (entry instanceof JournalEntry.Ended one) {
                    ended.add(one.run().runId());
                }
            }
        }
        assertThat(runIds()).as(description + ": runs in the journal").isEqualTo(started);
        assertThat(runs().filter(ReportedRun::ended).map(ReportedRun::runId))
                .as(description + ": runs that have ended by the journal")
                .containsExactlyInAnyOrderElementsOf(ended);
    }

    /** The journal does not say why the process has not begun an item. */
    private static ReportedItem withoutProblem(ReportedItem item) {
        return new ReportedItem(
                item.kind(),
                item.name(),
                item.testName(),
                item.versionId(),
                item.repeat(),
                item.outcome(),
                item.outcome() == ItemOutcome.NOT_TRIGGERED ? null : item.problem(),
                item.runs(),
                item.notStarted());
    }
}
