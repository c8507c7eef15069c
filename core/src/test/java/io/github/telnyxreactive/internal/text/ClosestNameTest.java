package io.github.telnyxreactive.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "rnu, run list, run",
                "chekout, support checkout, checkout",
                "CHECKOUT, checkout, checkout",
                "fly, run list, -",
                "t, a b, -",
                "ab, cd, -",
                "T, t, t",
                "'', a, -",
                "123456789012, abcd56789012, abcd56789012",
                "123456789012, abcde6789012, -"
            })
    void isAsCloseAsAMistake(String name, String known, String closest) {
        assertThat(ClosestName.to(name, List.of(known.split(" ")))).isEqualTo(closest);
    }

    @Test
    void severalAreAsCloseAsAny() {
        assertThat(ClosestName.several("--jso", List.of("--jsonl", "--json", "--junit", "--jsop")))
                .containsExactly("--json", "--jsop");
        assertThat(ClosestName.to("--jso", List.of("--jsonl", "--json", "--jsop")))
                .isEqualTo("--json");
    }

    @Test
    void allAreSorted() {
        assertThat(ClosestName.sorted("checkout", List.of("billing", "check", "checkouts")))
                .containsExactly("checkouts", "check", "billing");
    }
}
