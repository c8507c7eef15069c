package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
            paramLabel = "ID",
            arity = "1..*",
            split = ",",
            description = "Ids of single tests to run, alone or in addition to suites.")
    private List<String> tests = List.of();

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

    /** Returns the ids of the given tests without duplicates. */
    Set<String> tests() {
        return new LinkedHashSet<>(tests);
    }

    boolean isAll() {
        return all;
    }

    boolean isEachTest() {
        return eachTest;
    }

    @Nullable String versionId() {
        return versionId;
    }

    /** Checks that there is something to run, where {@code counted} says that suites are given by their number. */
    void check(boolean counted) {
        if (suites.isEmpty() && tests.isEmpty() && !all && !counted) {
            throw wrong("Nothing to run: name suites, or use --all, --tests or --resume");
        }
        if (all && !suites.isEmpty()) {
            throw wrong("--all runs every suite: name none in addition");
        }
        if (suites.stream().anyMatch(String::isBlank)) {
            throw wrong("The name of a suite is blank");
        }
        if (tests.stream().anyMatch(String::isBlank)) {
            throw wrong("The id of a test is blank");
        }
    }

    /** Checks that nothing was selected together with an option that selects everything by itself. */
    void checkAbsent(String resume) {
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
        if (eachTest) {
            given.add("--each-test");
        }
        if (versionId != null) {
            given.add("--version-id");
        }
        if (!given.isEmpty()) {
            throw wrong(resume + " continues with the work of the batch: leave out " + String.join(", ", given));
        }
    }

    private ParameterException wrong(String message) {
        return UsageErrors.of(spec, message);
    }
}
