package io.github.telnyxreactive.page;

import static io.github.telnyxreactive.page.Paging.BY_LENGTH;
import static io.github.telnyxreactive.page.Paging.BY_META;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagingTest {

    private static final int DEFAULT = Paging.DEFAULT_SIZE;

    /** The kind of paging, the length and meta of a page, the requested number and size, and whether a page follows. */
    static Stream<Arguments> pages() {
        return Stream.of(
                // A meta decides, whichever kind of paging is declared.
                Arguments.of(BY_META, 20, meta(1, 3), 1, 20, true),
                Arguments.of(BY_META, 20, meta(2, 3), 2, 20, true),
                Arguments.of(BY_META, 20, meta(3, 3), 3, 20, false),
                Arguments.of(BY_META, 7, meta(3, 3), 3, 20, false),
                Arguments.of(BY_META, 1, meta(1, 1), 1, DEFAULT, false),
                Arguments.of(BY_META, 1, meta(1, 2), 1, DEFAULT, true),
                Arguments.of(BY_LENGTH, 20, meta(1, 3), 1, 20, true),
                Arguments.of(BY_LENGTH, 20, meta(3, 3), 3, 20, false),
                // With a meta, a page shorter than requested is not the end.
                Arguments.of(BY_META, 5, meta(1, 3), 1, 20, true),
                Arguments.of(BY_LENGTH, 5, meta(1, 3), 1, 20, true),
                // An empty list, reported as zero pages or as one.
                Arguments.of(BY_META, 0, meta(1, 0), 1, 20, false),
                Arguments.of(BY_META, 0, meta(1, 1), 1, 20, false),
                // The list has become shorter in the meantime.
                Arguments.of(BY_META, 0, meta(4, 3), 4, 20, false),
                Arguments.of(BY_META, 0, meta(null, 3), 4, 20, false),
                // An incomplete meta.
                Arguments.of(BY_META, 20, meta(null, 3), 1, 20, true),
                Arguments.of(BY_META, 20, meta(null, 3), 3, 20, false),
                Arguments.of(BY_META, 20, meta(1, null), 1, 20, true),
                Arguments.of(BY_META, 20, meta(null, null), 1, 20, true),
                Arguments.of(BY_META, 19, meta(null, null), 1, DEFAULT, false),
                Arguments.of(BY_META, 20, PageMeta.unreadable(), 1, 20, true),
                Arguments.of(BY_META, 7, PageMeta.unreadable(), 1, DEFAULT, true),
                Arguments.of(BY_META, 7, PageMeta.unreadable(), 1, 20, false),
                Arguments.of(BY_META, 0, PageMeta.unreadable(), 2, DEFAULT, false),
                // Pages that are counted from 0, and a total that is not one.
                Arguments.of(BY_META, 20, meta(0, 3), 1, 20, true),
                Arguments.of(BY_META, 20, meta(2, 3), 3, 20, false),
                Arguments.of(BY_META, 20, meta(1, 0), 1, 20, true),
                Arguments.of(BY_META, 7, meta(1, 0), 1, 20, false),
                // No meta: BY_META expects a single page, BY_LENGTH another one after each full page.
                Arguments.of(BY_META, 20, null, 1, 20, false),
                Arguments.of(BY_META, 20, null, 1, DEFAULT, false),
                Arguments.of(BY_META, 0, null, 1, 20, false),
                Arguments.of(BY_LENGTH, 20, null, 1, 20, true),
                Arguments.of(BY_LENGTH, 21, null, 1, 20, true),
                Arguments.of(BY_LENGTH, 19, null, 1, 20, false),
                Arguments.of(BY_LENGTH, 0, null, 2, 20, false),
                Arguments.of(BY_LENGTH, 1, null, 1, 1, true),
                Arguments.of(BY_LENGTH, 20, null, 1, DEFAULT, false),
                Arguments.of(BY_LENGTH, 0, null, 1, DEFAULT, false));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void returnsWhetherAnotherPageFollows(
            Paging paging, int length, @Nullable PageMeta meta, int number, int size, boolean expected) {
        assertThat(paging.hasNext(page(length, meta), number, size)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAPageOtherThanRequested(Paging paging) {
        assertThatIllegalStateException()
                .isThrownBy(() -> paging.hasNext(page(20, meta(1, 3)), 3, 20))
                .withMessageContaining("page 3 was requested")
                .withMessageContaining("page 1");
        assertThatIllegalStateException().isThrownBy(() -> paging.hasNext(page(20, meta(3, 3)), 2, 20));
        assertThatIllegalStateException().isThrownBy(() -> paging.hasNext(page(20, meta(-1, 3)), 1, 20));
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAnEmptyPageBeforeTheLast(Paging paging) {
        assertThatIllegalStateException()
                .isThrownBy(() -> paging.hasNext(page(0, meta(2, 3)), 2, 20))
                .withMessageContaining("page 2 is empty")
                .withMessageContaining("3 pages");
    }

    @Test
    void pageIsAnUnmodifiableCopy() {
        List<String> data = new ArrayList<>(List.of("a"));
        Page<String> page = Page.of(data, null);
        data.add("b");

        assertThat(page.data()).isEqualTo(List.of("a")).isUnmodifiable();
        assertThat(page.meta()).isNull();
        assertThat(page.additionalProperties()).isEmpty();
    }

    @Test
    void createsMetaFromFourNumbers() {
        assertThat(PageMeta.of(2, 20, 3, 41)).isEqualTo(new PageMeta(2, 20, 3, 41L, Map.of()));
    }

    private static Page<String> page(int length, @Nullable PageMeta meta) {
        return Page.of(Collections.nCopies(length, "x"), meta);
    }

    private static PageMeta meta(@Nullable Integer number, @Nullable Integer total) {
        return new PageMeta(number, 20, total, null, Map.of());
    }
}
