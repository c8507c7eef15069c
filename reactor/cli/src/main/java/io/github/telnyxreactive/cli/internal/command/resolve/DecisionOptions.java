package io.github.telnyxreactive.cli.internal.command.resolve;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of one decision. */
final class DecisionOptions {

    @Option(
            names = "--item",
            paramLabel = "NUMBER",
            required = true,
            description =
                    "The item to decide about, by its number in the list, with the id of the test after a slash if"
                            + " it was triggered on its own. May be repeated, each time with one of the options below.")
    private String item = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what = new What();

    /** What is decided. */
    static final class What {

        @Option(
                names = "--runs",
                paramLabel = "ID",
                split = ",",
                required = true,
                description = "These runs belong to it: ids of runs, or the suite run id that they have in common.")
        private List<String> runs = new ArrayList<>();

        @Option(
                names = "--not-started",
                required = true,
                description = "Nothing was started, or nothing more than is known. The batch triggers an item without"
                        + " runs again when it is resumed.")
        private boolean notStarted;
    }

    String item() {
        return item;
    }

    /** Returns the ids of runs, none if nothing was started. */
    List<String> runs() {
        return what.notStarted ? List.of() : what.runs;
    }
}
