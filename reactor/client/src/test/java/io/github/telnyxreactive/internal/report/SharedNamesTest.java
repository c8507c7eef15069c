package io.github.telnyxreactive.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SharedNamesTest {

    @Test
    void aNameIsSharedByDifferentIds() {
        SharedNames names = new SharedNames();
        names.add("a", "1");
        names.add("a", "1");
        names.add("b", "1");
        names.add("b", "2");
        names.add("b", "1");

        assertThat(names.isShared("a")).isFalse();
        assertThat(names.isShared("b")).isTrue();
        assertThat(names.isShared("c")).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> names.add("a", "2"));
    }

    @Test
    void growsWithTheNumberOfNames() {
        SharedNames names = new SharedNames();
        for (int number = 0; number < 10_000; number++) {
            names.add("name " + number, "id " + number);
            names.add("name " + number, number % 3 == 0 ? "other" : "id " + number);
        }

        for (int number = 0; number < 10_000; number++) {
            assertThat(names.isShared("name " + number)).isEqualTo(number % 3 == 0);
        }
    }
}
