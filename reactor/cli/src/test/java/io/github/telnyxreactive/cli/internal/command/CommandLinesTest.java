package io.github.telnyxreactive.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that the program prints, which a shell has to understand. */
class CommandLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/tmp/a-1_b.jsonl | /tmp/a-1_b.jsonl",
                "回帰.jsonl | 回帰.jsonl",
                "my journal.jsonl | 'my journal.jsonl'",
                "it's.jsonl | 'it'\\''s.jsonl'",
                "$HOME.jsonl | '$HOME.jsonl'"
            })
    void quotePathsWhereAShellNeedsIt(String path, String quoted) {
        assertThat(Advice.resume(Path.of(path))).isEqualTo("telnyx-batch run --resume " + quoted);
        assertThat(Advice.resolve(Path.of(path))).isEqualTo("telnyx-batch resolve " + quoted);
        assertThat(Advice.resumeGate(Path.of(path))).isEqualTo("the same command with --resume " + quoted);
    }
}
