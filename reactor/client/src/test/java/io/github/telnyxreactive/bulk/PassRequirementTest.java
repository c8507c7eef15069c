package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassRequirementTest {

    private static PassRequirement requirement(String percent, String rule) {
        return new PassRequirement(Percentage.parse(percent), rule == null ? null : PassRule.parse(rule));
    }

    @ParameterizedTest
    @CsvSource({
        ", 3, 3, true",
        ", 2, 3, false",
        ", 0, 0, false",
        "2/3, 2, 3, true",
        "2/3, 2, 4, true",
        "2/3, 3, 3, true",
        "2/3, 1, 3, false",
        "2/3, 1, 1, false",
        "1/3, 1, 1, true",
        "3/3, 3, 3, true",
        "3/3, 2, 3, false",
        "3/3, 3, 4, false",
        "3/3, 2, 2, false"
    })
    void aTestPassesByItsRuns(String rule, int passes, int runs, boolean isPassed) {
        assertThat(requirement("100", rule).isPassed(passes, runs)).isEqualTo(isPassed);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 3, 3, true",
        "100, 2, 3, false",
        "80, 4, 5, true",
        "80, 79, 99, false",
        "66.67, 2, 3, false",
        "66.66, 2, 3, true",
        "0, 0, 3, true",
        "0, 0, 0, false",
        "100, 0, 0, false"
    })
    void enoughTestsPass(String percent, int passed, int tests, boolean isMet) {
        assertThat(requirement(percent, null).isMet(passed, tests)).isEqualTo(isMet);
    }

    @Test
    void isEveryRunUnlessSomethingMayFail() {
        assertThat(requirement("100.0", null).isEveryRun()).isTrue();
        assertThat(requirement("99.9", null).isEveryRun()).isFalse();
        assertThat(requirement("100", "1/1").isEveryRun()).isTrue();
        assertThat(requirement("100", "3/3").isEveryRun()).isTrue();
        assertThat(requirement("100", "2/3").isEveryRun()).isFalse();
        assertThat(requirement("99.9", "3/3").isEveryRun()).isFalse();
    }

    @Test
    void saysWhatItIs() {
        assertThat(requirement("80", null)).hasToString("80 % of the tests pass every run");
        assertThat(requirement("0.5%", "2/3")).hasToString("0.5 % of the tests pass 2 of 3 runs");
    }

    @Test
    void aRuleIsReadAsItIsWritten() {
        assertThat(PassRule.parse("2/3")).isEqualTo(PassRule.of(2, 3));
        assertThat(PassRule.of(2, 3).text()).isEqualTo("2/3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2/", "0/3", "3/2", "2/3/4", "-1/3", "2 of 3", "1/9999999"})
    void whatIsNoRuleIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PassRule.parse(text));
    }
}
