package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole line with which a wrong argument is rejected. */
class SuggestionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rnu checkout                  | Unmatched arguments from index 0: 'rnu', 'checkout'; did you mean run?; try 'telnyx-batch --help'
            list tets                     | Unmatched argument at index 1: 'tets'; did you mean tests?; try 'telnyx-batch list --help'
            list                          | Missing required subcommand; the commands are assistants, versions, tags, scheduled-events, tests, suites, runs, tools, mcp-servers, integrations, connections; try 'telnyx-batch list --help'
            help list runz                | There is no command 'runz'; did you mean runs?; try 'telnyx-batch help --help'
            help fly                      | There is no command 'fly'; the commands are run, gate, list, doctor, compare, resolve, export, apply, help, completion; try 'telnyx-batch help --help'
            run a --conccurency=3         | Unknown option: '--conccurency=3'; did you mean --concurrency?; try 'telnyx-batch run --help'
            run a --jsom r.json           | Unknown option: '--jsom'; did you mean --json?; try 'telnyx-batch run --help'
            run a --max                   | Unknown option: '--max'; did you mean --max-runs?; try 'telnyx-batch run --help'
            run a --quiet                 | Unknown option: '--quiet'; try 'telnyx-batch run --help'
            list tests --format tabel     | Invalid value for option '--format': expected one of [ndjson, table] (case-sensitive) but was 'tabel'; did you mean table?; try 'telnyx-batch list tests --help'
            export f --only asistants     | Invalid value for option '--only' (KIND): expected one of [tools, assistants, tests] (case-sensitive) but was 'asistants'; did you mean assistants?; try 'telnyx-batch export --help'
            run --rerun faild --from r    | Invalid value for option '--rerun' (WHAT): 'faild' is none of failed, error, unknown, not_started; did you mean failed?; try 'telnyx-batch run --help'
            gate s --min-pass-rate 0.95   | Invalid value for option '--min-pass-rate': a rate is in per cent: 95, not 0.95; if 0.95 per cent is meant, write 0.95%; try 'telnyx-batch gate --help'
            run a --deadline 5            | Invalid value for option '--deadline': '5' has no unit: write 5s, 5m or 5h; try 'telnyx-batch run --help'
            run a --deadline 5min         | Invalid value for option '--deadline': '5min' is not a duration, such as 90s, 30m, 2h, 7d or PT1H30M; try 'telnyx-batch run --help'
            run a --journal               | Missing required parameter for option '--journal' (FILE); try 'telnyx-batch run --help'
            run --tests                   | Missing required parameter for option '--tests' at index 0 (TEST); try 'telnyx-batch run --help'
            compare earlier.json          | Missing required parameter: 'LATER'; try 'telnyx-batch compare --help'
            """)
    void saysWhatWasProbablyMeant(String arguments, String line) {
        Result result = new Cli().run(arguments.split(" "));

        assertThat(result.errLines()).containsExactly("telnyx-batch: " + line);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }
}
