package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportFormatException;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.NothingToRunException;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that run again what did not pass in an earlier batch. */
final class RerunOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rerun",
            paramLabel = "WHAT",
            split = ",",
            converter = KindConverter.class,
            description =
                    "Run again, in a new batch, what is failed, error, unknown or not_started in a report. What is unknown"
                            + " may have run.")
    private List<Kind> kinds = List.of();

    @Option(names = "--from", paramLabel = "REPORT", description = "The JSON report for --rerun.")
    private @Nullable Path report;

    /** What is run again. */
    enum Kind {
        FAILED,
        ERROR,
        UNKNOWN,
        NOT_STARTED;

        boolean has(ReportedRun run) {
            return switch (this) {
                case FAILED -> run.outcome() == RunOutcome.FAILED;
                case ERROR -> run.outcome() == RunOutcome.ERROR;
                case UNKNOWN -> run.outcome() == RunOutcome.GIVEN_UP || run.outcome() == RunOutcome.NOT_ENDED;
                case NOT_STARTED -> false;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Parses what is run again. */
    static final class KindConverter implements ITypeConverter<Kind> {

        @Override
        public Kind convert(String text) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + Arrays.stream(Kind.values()).map(Kind::toString).collect(Collectors.joining(", "))));
        }
    }

    /** Returns whether something is run again. */
    boolean isOn() {
        return !kinds.isEmpty() || report != null;
    }

    /**
     * Reads what is run again.
     *
     * @return the suites and tests, each once, none if nothing is run again
     * @throws CommandException if the report cannot be read
     * @throws NothingToRunException if there is nothing to run again
     */
    Set<BatchItem> items() {
        if (!isOn()) {
            return Set.of();
        }
        if (kinds.isEmpty() || report == null) {
            throw UsageErrors.of(
                    spec, "--rerun and --from belong together: what is run again, and the report that has it");
        }
        Set<BatchItem> items = new LinkedHashSet<>();
        for (ReportedItem item : read(report).items()) {
            add(item, items);
        }
        if (items.isEmpty()) {
            throw new NothingToRunException("There is nothing to run again: in " + report + ", nothing is "
                    + kinds.stream().map(Kind::toString).collect(Collectors.joining(" or ")));
        }
        return items;
    }

    private static BatchReport read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in);
        } catch (ReportFormatException e) {
            throw new CommandException("could not use " + file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new CommandException("no report " + file, e);
        } catch (IOException e) {
            throw new CommandException(
                    "could not read " + file + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")", e);
        }
    }

    private void add(ReportedItem item, Set<BatchItem> items) {
        boolean isWhole = item.outcome() == ItemOutcome.NOT_TRIGGERED && kinds.contains(Kind.NOT_STARTED)
                || item.outcome() == ItemOutcome.UNKNOWN && kinds.contains(Kind.UNKNOWN);
        if (isWhole) {
            items.add((item.kind() == BatchItem.Kind.SUITE ? BatchItem.suite(item.name()) : BatchItem.test(item.name()))
                    .againstVersion(item.versionId()));
            return;
        }
        for (ReportedRun run : item.runs()) {
            if (kinds.stream().anyMatch(kind -> kind.has(run))) {
                items.add(test(item, run).againstVersion(item.versionId()));
            }
        }
        if (kinds.contains(Kind.NOT_STARTED)) {
            for (NotStarted test : item.notStarted()) {
                items.add(BatchItem.test(test.testId()).againstVersion(item.versionId()));
            }
        }
    }

    private BatchItem test(ReportedItem item, ReportedRun run) {
        if (item.kind() == BatchItem.Kind.TEST) {
            return BatchItem.test(item.name());
        }
        if (run.testId() == null) {
            throw new CommandException("the report does not say of which test the run " + run.runId() + " of suite \""
                    + item.name() + "\" is: run the suite instead");
        }
        return BatchItem.test(run.testId());
    }
}
