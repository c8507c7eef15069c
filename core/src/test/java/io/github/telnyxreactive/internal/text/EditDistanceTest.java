package io.github.telnyxreactive.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "checkout, chekout, 1",
        "chekout, checkout, 1",
        "Checkout, CHECKOUT, 0",
        "kitten, sitting, 3",
        "ab, ba, 2"
    })
    void countsWhatIsInsertedRemovedOrReplaced(String one, String other, int distance) {
        assertThat(EditDistance.between(one, other)).isEqualTo(distance);
    }
}
