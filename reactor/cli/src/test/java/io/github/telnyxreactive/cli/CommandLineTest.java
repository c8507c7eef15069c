package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                     | Missing required subcommand; the commands are run, gate, list, doctor, compare, resolve, export, apply, help, completion; try 'telnyx-batch --help'
                    fly                                    | Unmatched argument at index 0: 'fly'; the commands are run, gate, list, doctor
                    run                                    | Nothing to run: name suites, or use --all, --tests, --tests-from, --rerun or --resume; try 'telnyx-batch run --help'
                    run a --all                            | --all runs every suite: name none in addition
                    run a --concurrency=0                  | 0 is not at least 1
                    run a --rate=0                         | 0.0 is not greater than 0
                    run a --faults=mixed=0.1               | telnyx-batch: Missing required option: --simulate
                    run a --simulate --faults=mixed=2      | '2' is not at least 0 and less than 1
                    run a --simulate --faults=*:tea        | there is no fault "tea"
                    run a --simulate --run-duration=5s     | '5s' is not two durations
                    run a --simulate --run-duration=5s-1s  | '5s-1s' ends before it starts
                    run a --simulate --simulate-outage=x,1s | 'x' is not a duration
                    run a --unknown                        | Unknown option: '--unknown'; try 'telnyx-batch run --help'
                    run a --deadline=soon                  | 'soon' is not a duration
                    run a --simulate --seed=x              | 'x' is not a long
                    run a --seed=5                         | telnyx-batch: Missing required option: --simulate
                    run a --simulate --simulate-failures=101 | '101' is not a whole number from 0 to 100
                    run a --simulate --simulate-failures=-1  | '-1' is not a whole number from 0 to 100
                    """)
    void explainsInvalidArgumentsInOneLine(String arguments, String reason) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

        Result result = new Cli().run(words);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).singleElement().asString().contains(reason);
    }

    @Test
    void rejectsBlankNamesOfSuites() {
        Result result = new Cli().run("run", " ");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("The name of a suite is blank");
    }

    @Test
    void saysWhatToDoWithoutAnApiKey() {
        for (String key : new String[] {"", " "}) {
            Result result = new Cli().with("TELNYX_API_KEY", key).run("run", "checkout");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.errLines())
                    .singleElement()
                    .asString()
                    .startsWith("telnyx-batch: TELNYX_API_KEY is not set")
                    .contains("--simulate");
        }
    }

    @Test
    void doesNotPrintAMalformedApiKey() {
        Result result = new Cli().with("TELNYX_API_KEY", "KEY with\nbreak").run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("TELNYX_API_KEY");
        assertThat(result.err()).doesNotContain("with");
    }

    @Test
    void explainsAMalformedUrl() {
        Result result = new Cli()
                .with("TELNYX_API_KEY", "KEY")
                .with("TELNYX_BASE_URL", "ftp://host")
                .run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("ftp://host", "TELNYX_BASE_URL");
    }

    @Test
    void helpListsOptionsExitCodesAndVariables() {
        Result result = new Cli().run("run", "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("SUITE...", "--simulate", "--version-id=ID", "--deadline=DURATION", "TELNYX_API_KEY")
                .contains("--resume=FILE", "--journal=FILE", "--junit=FILE", "--fail-fast", "--each-test")
                .contains("Exit codes:", "  130   interrupted");
    }

    @Test
    void printsHelpAndVersion() {
        assertThat(new Cli().run("--help").out()).contains("Usage: telnyx-batch", "run");
        assertThat(new Cli().run("--version").out()).startsWith("telnyx-batch ");
        assertThat(new Cli().run("run", "--version").out()).startsWith("telnyx-batch ");
        assertThat(new Cli().run("list", "tests", "--version").out()).startsWith("telnyx-batch ");
    }
}
