package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions that are applied to an account whose lists lag behind or change. Nothing is created twice. */
class ApplyListsTest extends ApplyScene {

    private static final String LIST_TESTS = "assistants.tests.list";
    private static final String EMPTY =
            "{\"data\":[],\"meta\":{\"total_pages\":1,\"total_results\":0,\"page_number\":1,\"page_size\":100}}";

    /** Has the first lists leave out everything. */
    private void lag(String operation, int lists) {
        simulator.inject(FaultRule.on(operation).times(lists).inject(Fault.status(200, EMPTY, "application/json")));
    }

    private void fill() {
        Definitions.tool(simulator, "{\"display_name\": \"Look up\", \"type\": \"webhook\"}");
        Definitions.assistant(simulator, "Sales", "Sell.");
        Definitions.test(simulator, "Refund", "checkout", "x");
        export();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools.list", "assistants.list", LIST_TESTS})
    void readsUntilTwoReadingsAgree(String operation) {
        fill();
        lag(operation, 1);

        Result result = apply();

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("0 to create, 0 to change, 0 to delete, 3 unchanged\n");
        assertThat(Definitions.writes(simulator)).isEmpty();
        assertThat(simulator.requestCount(operation)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "tools.list, create tools/Look up.yaml",
        "assistants.list, create assistants/Sales.yaml",
        "assistants.tests.list, create tests/checkout/Refund.yaml"
    })
    void createsNothingThatExistsByThen(String operation, String step) {
        fill();
        lag(operation, 2);

        Result result = apply();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).contains("1 to create");
        assertThat(result.err())
                .contains("conflict: " + step, "it exists by now, with the id ", "not done: " + step)
                .doesNotContain("unknown whether");
        assertThat(Definitions.writes(simulator)).isEmpty();
    }

    @Test
    void stopsIfTheAccountKeepsChanging() {
        fill();

        Result result = run(
                Cli.to(simulator).onResponsesTo(LIST_TESTS, number -> simulator.addSuite("late " + number, 1)),
                "apply");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("the account changes while it is read: the last of 5 readings was with \"test ")
                .contains("Nothing was written; run this again when nobody changes it");
        assertThat(Definitions.writes(simulator)).isEmpty();
    }

    @Test
    void readsEachListOnceMoreBeforeTheFirstCreation() {
        Definitions.write(folder, "assistants/a.yaml", "name: A\ninstructions: I.\n");
        Definitions.write(folder, "assistants/b.yaml", "name: B\ninstructions: I.\n");

        assertThat(apply().exitCode()).isZero();

        assertThat(simulator.requestCount("assistants.list")).isEqualTo(3);
        assertThat(simulator.requestCount("tools.list")).isEqualTo(2);
        assertThat(simulator.requestCount(LIST_TESTS)).isZero();
    }

    @Test
    void twoOfANameAreCreatedAsTheFolderSays() {
        Definitions.write(folder, "assistants/a.yaml", "name: A\ninstructions: I.\n");
        Definitions.write(folder, "assistants/b.yaml", "name: A\ninstructions: J.\n");

        assertThat(apply().exitCode()).isZero();
        assertThat(apply().out()).isEqualTo("0 to create, 0 to change, 0 to delete, 2 unchanged\n");
    }

    @Test
    void exportLeavesNothingOutThatALaggingListDoes() {
        fill();
        lag(LIST_TESTS, 1);

        Result result = run(Cli.to(simulator), "export", "--prune");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("3 exported", "0 written, 3 unchanged")
                .doesNotContain("deleted");
    }
}
