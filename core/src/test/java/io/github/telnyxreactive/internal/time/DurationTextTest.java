package io.github.telnyxreactive.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.000000001S, 0.000001 ms",
        "PT0.25S, 250 ms",
        "PT0.9995S, 999.5 ms",
        "PT1S, 1 s",
        "PT1.5S, 1.5 s",
        "PT-1.5S, -1.5 s",
        "PT-0.2S, -200 ms",
        "PT2M, 120 s",
        "PT9M59S, 599 s",
        "PT10M, 10 min",
        "PT10M1S, 601 s",
        "PT2H, 120 min",
        "PT-15M, -15 min",
        "PT10H, 10 h",
        "PT10H1M, 601 min",
        "PT24H, 24 h",
        "PT10000H0.000000001S, 36000000.000000001 s"
    })
    void choosesAUnitThatIsEasilyRead(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807, 9223372036854775807 s", "-9223372036854775808, -9223372036854775808 s"})
    void writesTheLongestDurations(long seconds, String text) {
        assertThat(DurationText.of(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
