package io.github.telnyxreactive.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "90s, PT1M30S",
        "30m, PT30M",
        "30M, PT30M",
        "2h, PT2H",
        "1d, PT24H",
        "PT1H30M, PT1H30M",
        "pt5s, PT5S",
        "365d, PT8760H"
    })
    void parses(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "m",
                "1.5h",
                "1h30m",
                "PT",
                "0s",
                "PT0S",
                "-5s",
                "PT-5S",
                "366d",
                "999999999d",
                "9999999999s",
                "P99999999999D"
            })
    void rejects(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new DurationConverter().convert(text))
                .withMessageContaining("'" + text + "'");
    }
}
