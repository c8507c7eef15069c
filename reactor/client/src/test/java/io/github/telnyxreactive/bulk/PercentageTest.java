package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTest {

    @ParameterizedTest
    @CsvSource({
        "95, 95",
        "95%, 95",
        "'95 %', 95",
        "' 99.5% ', 99.5",
        "0.5%, 0.5",
        "1%, 1",
        "1.01, 1.01",
        "0, 0",
        "0.0, 0",
        "100, 100",
        "100.00, 100"
    })
    void readsPercent(String text, BigDecimal value) {
        Percentage percentage = Percentage.parse(text);

        assertThat(percentage.value()).isEqualByComparingTo(value);
        assertThat(percentage).isEqualTo(new Percentage(value)).hasSameHashCodeAs(new Percentage(value));
        assertThat(Percentage.parse(percentage.toString())).isEqualTo(percentage);
    }

    @ParameterizedTest
    @CsvSource({"0.95, '95, not 0.95'", "1, '100, not 1'", "1.0, '100, not 1'", "0.5, '50, not 0.5'"})
    void refusesWhatLooksLikeAFraction(String text, String mistake) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentage.parse(text))
                .withMessageStartingWith("a rate is in per cent: " + mistake + "; ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentage.of(Double.parseDouble(text)))
                .withMessageStartingWith("a rate is in per cent: " + mistake + "; ");
    }

    @Test
    void saysHowASmallPercentageIsWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentage.of(0.5))
                .withMessageEndingWith("; if 0.5 per cent is meant, write 0.5%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"101", "100.01%", "-1", "-0.5%", "abc", "", "%", "1e2", "95%%", "0x10", "1,5", "99999999999"})
    void refusesWhatIsNoPercentage(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentage.parse(text))
                .withMessageContaining("from 0 to 100");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 100.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsOutOfRange(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentage.of(value))
                .withMessageContaining("a percentage must be from 0 to 100");
    }

    @Test
    void takesNumbersThatCannotBeMistaken() {
        assertThat(Percentage.of(0)).isEqualTo(Percentage.ZERO);
        assertThat(Percentage.of(100)).isEqualTo(Percentage.ALL);
        assertThat(Percentage.of(99.5)).hasToString("99.5 %");
        assertThat(new Percentage(new BigDecimal("0.5"))).hasToString("0.5 %");
        assertThat(Percentage.ALL).hasToString("100 %");
    }
}
