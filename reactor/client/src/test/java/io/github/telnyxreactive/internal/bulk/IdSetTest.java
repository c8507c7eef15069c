package io.github.telnyxreactive.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdSetTest {

    private final IdSet set = new IdSet();

    private static ItemId test(int number) {
        return ItemId.of(BatchItem.test("test-" + number));
    }

    @Test
    void hasWhatWasAdded() {
        assertThat(set.contains(test(1))).isFalse();
        assertThat(set.add(test(1))).isTrue();
        assertThat(set.add(test(1))).isFalse();
        assertThat(set.contains(test(1))).isTrue();
        assertThat(set.contains(test(2))).isFalse();
    }

    @Test
    void everythingThatIdentifiesAnItemCounts() {
        BatchItem item = BatchItem.suite("a");
        List<ItemId> different = List.of(
                ItemId.of(item),
                ItemId.of(BatchItem.test("a")),
                ItemId.of(item.repetition(2)),
                ItemId.of(item.againstVersion("v")),
                ItemId.of(item).ofTest("v"),
                ItemId.of(item.againstVersion("v")).ofTest("t"),
                ItemId.of(item.againstVersion("t")).ofTest("v"),
                ItemId.of(BatchItem.suite("b")));

        assertThat(different).allMatch(set::add);
        assertThat(different).allMatch(set::contains).noneMatch(set::add);
        assertThat(set.add(ItemId.of(item.named("name")))).isFalse();
    }

    @Test
    void growsWithoutLosingAnything() {
        int size = 5000;
        assertThat(IntStream.range(0, size)).allMatch(number -> set.add(test(number)));

        assertThat(IntStream.range(0, size)).allMatch(number -> set.contains(test(number)));
        assertThat(IntStream.range(size, 2 * size)).noneMatch(number -> set.contains(test(number)));
    }
}
