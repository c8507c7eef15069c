package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.command.selection.SelectionOptions;
import io.github.telnyxreactive.cli.internal.command.selection.ShardConverter;
import io.github.telnyxreactive.cli.internal.command.selection.TestSelection;
import io.github.telnyxreactive.cli.internal.command.selection.Wanted;
import io.github.telnyxreactive.cli.internal.command.selection.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** The options that select what to run. */
final class WorkOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private RerunOptions rerun = new RerunOptions();

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

    private Set<BatchItem> again = Set.of();
    private @Nullable Wanted wanted;

    /** Returns the named suites without duplicates. */
    List<String> suites() {
        return selection.suites();
    }

    /**
     * Checks that there is something to run, where {@code counted} says that suites are given by their number, and reads what is
     * in files.
     */
    void check(boolean counted) {
        if (!selection.isGiven() && !counted && !rerun.isOn()) {
            throw wrong("Nothing to run: name suites, or use --all, --tests, --tests-from, --rerun or --resume");
        }
        selection.check();
        if (rerun.isOn()) {
            checkAbsent("--rerun");
        }
        again = rerun.items();
        wanted = selection.wanted(shard, eachTest, versionId);
    }

    /** Emits what is run, after a {@link #check}. Without named suites, these are the given ones. */
    Mono<BatchPlan> find(List<String> counted, TestBatch batch, Work work) {
        return wanted == null || !again.isEmpty() ? work.again(again, batch) : work.find(wanted, counted, batch);
    }

    /** Checks that nothing was selected together with an option that selects everything by itself. */
    void checkAbsent(String option) {
        List<String> given = new ArrayList<>(selection.given());
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
