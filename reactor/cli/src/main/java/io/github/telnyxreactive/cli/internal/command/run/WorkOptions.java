package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that select what to run. */
final class WorkOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SUITE", arity = "0..*", description = "Names of the suites to run, concurrently.")
    private List<String> suites = List.of();

    @Option(names = "--all", description = "Run every suite of the account.")
    private boolean all;

    @Option(
            names = "--tests",
            paramLabel = "TEST",
            arity = "1..*",
            split = ",",
            description = "Ids or names of single tests to run, alone or in addition to suites. A name that contains a"
                    + " comma goes into a file for --tests-from.")
    private List<String> tests = List.of();

    @Option(
            names = "--tests-from",
            paramLabel = "FILE",
            description =
                    "A file with ids or names of single tests to run, one in each line, or - for the standard input.")
    private @Nullable String testsFrom;

    @Mixin
    private RerunOptions rerun = new RerunOptions();

    /** Those of both options. */
    private final Set<String> named = new LinkedHashSet<>();

    private Set<BatchItem> again = Set.of();

    @Option(
            names = "--grep",
            paramLabel = "REGEX",
            converter = PatternConverter.class,
            description = "Run only tests in whose names this regular expression is found, one by one.")
    private @Nullable Pattern grep;

    @Option(
            names = "--exclude",
            paramLabel = "REGEX",
            converter = PatternConverter.class,
            description = "Run only tests in whose names this regular expression is not found, one by one.")
    private @Nullable Pattern exclude;

    @Option(
            names = "--shard",
            paramLabel = "NUMBER/COUNT",
            converter = ShardConverter.class,
            description =
                    "Run one part of the tests, one by one, such as 2/5 on the second of five machines. Every test is in"
                            + " exactly one part.")
    private TestSelection.@Nullable Shard shard;

    @Option(
            names = "--each-test",
            description = "Trigger the tests of the suites one by one instead of each suite as a whole.")
    private boolean eachTest;

    @Option(
            names = "--version-id",
            paramLabel = "ID",
            description = "Version of the assistant to run against (default: the main version).")
    private @Nullable String versionId;

    /** Returns the named suites without duplicates. */
    List<String> suites() {
        return List.copyOf(new LinkedHashSet<>(suites));
    }

    /** Returns the ids or names of the given tests without duplicates. */
    Set<String> tests() {
        return named;
    }

    /** Returns what is run again, nothing else then. */
    Set<BatchItem> again() {
        return again;
    }

    /** Returns which tests of the suites, and of the given ones, are run. */
    TestSelection selection() {
        return new TestSelection(grep, exclude, shard);
    }

    boolean isAll() {
        return all;
    }

    boolean isEachTest() {
        return eachTest || !selection().isAll();
    }

    @Nullable String versionId() {
        return versionId;
    }

    /**
     * Checks that there is something to run, where {@code counted} says that suites are given by their number, and reads the
     * tests that are in a file.
     */
    void check(boolean counted) {
        if (suites.isEmpty() && tests.isEmpty() && testsFrom == null && !all && !counted && !rerun.isOn()) {
            throw wrong("Nothing to run: name suites, or use --all, --tests, --tests-from, --rerun or --resume");
        }
        if (all && !suites.isEmpty()) {
            throw wrong("--all runs every suite: name none in addition");
        }
        if (suites.stream().anyMatch(String::isBlank)) {
            throw wrong("The name of a suite is blank");
        }
        if (tests.stream().anyMatch(String::isBlank)) {
            throw wrong("The id or name of a test is blank");
        }
        if (rerun.isOn()) {
            checkAbsent("--rerun");
        }
        again = rerun.items();
        named.addAll(tests);
        if (testsFrom != null) {
            named.addAll(TestNames.read(testsFrom));
        }
    }

    /** Checks that nothing was selected together with an option that selects everything by itself. */
    void checkAbsent(String option) {
        List<String> given = new ArrayList<>();
        if (!suites.isEmpty()) {
            given.add("SUITE");
        }
        if (all) {
            given.add("--all");
        }
        if (!tests.isEmpty()) {
            given.add("--tests");
        }
        if (testsFrom != null) {
            given.add("--tests-from");
        }
        if (grep != null) {
            given.add("--grep");
        }
        if (exclude != null) {
            given.add("--exclude");
        }
        if (shard != null) {
            given.add("--shard");
        }
        if (eachTest) {
            given.add("--each-test");
        }
        if (versionId != null) {
            given.add("--version-id");
        }
        if (!given.isEmpty()) {
            throw wrong(option + " continues with the work of a batch: leave out " + String.join(", ", given));
        }
    }

    /** Checks that nothing is run again. */
    void checkNoRerun() {
        if (rerun.isOn()) {
            throw wrong("--resume continues a batch, and --rerun begins another one: choose");
        }
    }

    private ParameterException wrong(String message) {
        return UsageErrors.of(spec, message);
    }
}
