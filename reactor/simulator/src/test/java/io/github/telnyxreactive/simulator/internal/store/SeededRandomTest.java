package io.github.telnyxreactive.simulator.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededRandomTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MAX_VALUE, Long.MIN_VALUE})
    void positionOfAnIdIsFound(long seed) {
        SeededRandom random = new SeededRandom(seed);
        for (Stream stream : Stream.values()) {
            for (long position = 0; position < 300; position++) {
                assertThat(random.positionOf(stream, random.id(stream, position)))
                        .isEqualTo(position);
            }
            assertThat(random.positionOf(stream, random.id(stream, 123_456_789_012L)))
                    .isEqualTo(123_456_789_012L);
        }
    }

    @Test
    void otherTextsHaveNoPosition() {
        SeededRandom random = new SeededRandom(1);
        String id = random.id(Stream.TEST_ID, 5);

        assertThat(random.positionOf(Stream.RUN_ID, id)).isEqualTo(-1);
        assertThat(new SeededRandom(2).positionOf(Stream.TEST_ID, id)).isEqualTo(-1);
        assertThat(random.positionOf(Stream.TEST_ID, id.toUpperCase(Locale.ROOT)))
                .isEqualTo(-1);
        assertThat(random.positionOf(Stream.TEST_ID, "")).isEqualTo(-1);
        assertThat(random.positionOf(Stream.TEST_ID, "x".repeat(36))).isEqualTo(-1);
        assertThat(random.positionOf(Stream.TEST_ID, "-".repeat(36))).isEqualTo(-1);
    }
}
