package io.github.telnyxreactive.cli.internal.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableLayoutTest {

    private static List<String> row(int limit, List<ColumnWidth> columns, String... cells) {
        return TableLayout.of(columns, 0, limit).row(List.of(cells), (column, text) -> text);
    }

    @Test
    void theWidestTextGivesWayFirst() {
        List<ColumnWidth> columns = List.of(ColumnWidth.text(30), ColumnWidth.value(6), ColumnWidth.text(14));

        assertThat(row(54, columns, "a".repeat(40), "passed", "b".repeat(40)))
                .containsExactly("a".repeat(29) + "…  passed  " + "b".repeat(13) + "…");
        assertThat(row(36, columns, "a".repeat(40), "passed", "b".repeat(40)))
                .containsExactly("a".repeat(12) + "…  passed  " + "b".repeat(12) + "…");
    }

    @Test
    void theLastColumnMayUseWhatIsLeft() {
        assertThat(row(20, List.of(ColumnWidth.text(4), ColumnWidth.text(4)), "a".repeat(9), "b".repeat(20)))
                .containsExactly("aaa…  " + "b".repeat(13) + "…");
    }

    @Test
    void columnsThatCannotGiveWayAreSpreadOverLines() {
        List<ColumnWidth> columns = List.of(ColumnWidth.value(10), ColumnWidth.number(8), ColumnWidth.value(30));

        assertThat(row(22, columns, "id-4567890", "1.0 s", "c".repeat(30)))
                .containsExactly("id-4567890     1.0 s", "  " + "c".repeat(19) + "…");
        assertThat(row(22, columns, "id", "1.0 s", "")).containsExactly("id             1.0 s");
    }

    @Test
    void paddingAndShorteningKeepWideCharactersWhole() {
        List<ColumnWidth> columns = List.of(ColumnWidth.text(6), ColumnWidth.value(1));

        assertThat(row(9, columns, "返金テスト", "x")).containsExactly("返金…   x");
        assertThat(row(9, columns, "👩‍👩‍👧👩‍👩‍👧", "x")).containsExactly("👩‍👩‍👧👩‍👩‍👧    x");
        assertThat(row(9, columns, "e\u0301e\u0301", "x")).containsExactly("e\u0301e\u0301      x");
    }
}
