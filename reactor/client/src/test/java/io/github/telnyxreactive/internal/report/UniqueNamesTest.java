package io.github.telnyxreactive.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UniqueNamesTest {

    @Test
    void numbersWhatWasUsedBefore() {
        UniqueNames names = new UniqueNames();

        assertThat(List.of("a", "a (2)", "a", "a", "b", "", "", "line\nbreak", "line break").stream()
                        .map(names::next))
                .containsExactly("a", "a (2)", "a (3)", "a (4)", "b", "", " (2)", "line break", "line break (2)");
    }

    @Test
    void noNameIsUsedTwice() {
        UniqueNames names = new UniqueNames();
        Random random = new Random(1);
        Set<String> used = new HashSet<>();

        for (int number = 0; number < 50_000; number++) {
            assertThat(used.add(names.next("test " + random.nextInt(20_000) + (random.nextInt(9) == 0 ? " (2)" : ""))))
                    .isTrue();
        }
    }

    @Test
    void countsLikeAMap() {
        HashCounts counts = new HashCounts();
        Map<String, Integer> expected = new HashMap<>();
        Random random = new Random(2);

        for (int number = 0; number < 50_000; number++) {
            String text = Integer.toString(random.nextInt(10_000), 36);
            assertThat(counts.add(text)).isEqualTo(expected.merge(text, 1, Integer::sum));
        }

        assertThat(counts.size()).isEqualTo(expected.size());
        assertThat(expected)
                .allSatisfy((text, count) -> assertThat(counts.count(text)).isEqualTo(count));
        assertThat(counts.count("something else")).isZero();
    }
}
