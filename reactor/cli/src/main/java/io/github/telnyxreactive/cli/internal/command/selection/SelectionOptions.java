package io.github.telnyxreactive.cli.internal.command.selection;

import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that say which suites and tests are run. */
public final class SelectionOptions {

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

    /** Creates the options without values. */
    public SelectionOptions() {}

    /**
     * Returns the named suites.
     *
     * @return their names without duplicates
     */
    public List<String> suites() {
        return List.copyOf(new LinkedHashSet<>(suites));
    }

    /**
     * Returns whether suites or tests are named.
     *
     * @return whether there is anything to run
     */
    public boolean isGiven() {
        return !suites.isEmpty() || !tests.isEmpty() || testsFrom != null || all;
    }

    /**
     * Checks that the options go together.
     *
     * @throws ParameterException if they do not
     */
    public void check() {
        if (all && !suites.isEmpty()) {
            throw UsageErrors.of(spec, "--all runs every suite: name none in addition");
        }
        if (suites.stream().anyMatch(String::isBlank)) {
            throw UsageErrors.of(spec, "The name of a suite is blank");
        }
        if (tests.stream().anyMatch(String::isBlank)) {
            throw UsageErrors.of(spec, "The id or name of a test is blank");
        }
    }

    /**
     * Returns what the user wants, with the tests that are in a file, which is read.
     *
     * @param shard the part of the tests, {@code null} for all
     * @param eachTest whether the tests of suites are triggered one by one
     * @param versionId the version of the assistant, {@code null} for the main version
     * @return the suites and tests
     */
    public Wanted wanted(TestSelection.@Nullable Shard shard, boolean eachTest, @Nullable String versionId) {
        Set<String> named = new LinkedHashSet<>(tests);
        if (testsFrom != null) {
            named.addAll(TestNames.read(testsFrom));
        }
        TestSelection selection = new TestSelection(grep, exclude, shard);
        return new Wanted(suites(), all, named, selection, eachTest || !selection.isAll(), versionId);
    }

    /**
     * Returns which of the options were given.
     *
     * @return their names
     */
    public List<String> given() {
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
        return given;
    }
}
