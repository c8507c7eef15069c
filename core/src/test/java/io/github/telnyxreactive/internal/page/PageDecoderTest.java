package io.github.telnyxreactive.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class PageDecoderTest {

    private static final int LIMIT = 1024 * 1024;
    private static final ResponseReader<Page<Object>> OBJECT = ResponseReader.pageOf(Object.class);
    private static final ResponseReader<Page<Object>> ARRAY = ResponseReader.arrayPageOf(Object.class);

    private static final String ELEMENTS =
            "[{\"name\":\"Gr\u00fc\u00dfe \u20ac \ud83c\udf5e\",\"text\":\"\\\"\\\\\\u00e9\\ud83c\\udf5e\\n\"},"
                    + " 12345678901234567890, -1.50e+3 ,1234.5678901234567890123,true,\"\",[[],{}, [1,{\"data\":[null]}]] ]";
    private static final String META =
            "{\"page_number\":2,\"page_size\":\"7\",\"total_pages\":3,\"total_results\":20,\"x\":[1.25,{\"y\":null}]}";
    private static final String UNKNOWN =
            "{\"a\":[{\"data\":[1],\"meta\":{}},\"}]\\\"\",2.5e-7],\"\u00e4\u20ac\":null}";

    static List<String> envelopes() {
        return List.of(
                "{\"data\":%1$s,\"meta\":%2$s}",
                "{\"meta\":%2$s,\"data\":%1$s}",
                " {\"x\":%3$s , \"data\" :%1$s,\"y\" :[%3$s],\"meta\": %2$s,\"z\":17}\n\t ",
                "{\"x\":1,\"meta\":%2$s,\"y\":\"a\\\"\",\"data\":%1$s,\"z\":%3$s}",
                "{\"meta\":{\"page_number\":9},\"data\":%1$s,\"meta\":%2$s}",
                "{\"data\":null,\"meta\":%2$s,\"data\":%1$s}",
                "\ufeff{\"data\":%1$s,\"meta\":%2$s}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Page<Object> elementsAndMeta(Page<Object> page) {
        return Page.of(page.data(), page.meta());
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void readsAPageSplitAtAnyByte(String envelope) {
        byte[] json = bytes(envelope.formatted(ELEMENTS, META, UNKNOWN));
        Page<Object> whole = elementsAndMeta(OBJECT.read(json, 0, json.length, null));
        assertThat(whole.data()).hasSize(7);

        for (int cut = 0; cut <= json.length; cut++) {
            assertThat(Chunks.splitAt(cut, json).read(OBJECT, LIMIT)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void readsAPageInChunksOfAnySize(String envelope) {
        byte[] json = bytes(envelope.formatted(ELEMENTS, META, UNKNOWN));
        Page<Object> whole = elementsAndMeta(OBJECT.read(json, 0, json.length, null));

        for (int size = 1; size < 20; size++) {
            assertThat(Chunks.ofSize(size, json).read(OBJECT, LIMIT)).isEqualTo(whole);
        }
    }

    @Test
    void readsABareArraySplitAtAnyByteWithoutMeta() {
        byte[] json = bytes(" " + ELEMENTS + "\n");
        Page<Object> whole = ARRAY.read(json, 0, json.length, null);

        for (int cut = 0; cut <= json.length; cut++) {
            assertThat(Chunks.splitAt(cut, json).read(ARRAY, LIMIT)).isEqualTo(whole);
        }
        assertThat(Chunks.ofSize(1, json).read(ARRAY, LIMIT)).isEqualTo(whole);
    }

    @Test
    void emitsAnElementOnItsLastByte() {
        byte[] json = bytes("{\"data\":[{\"n\":1},{\"n\":2}");
        try (PageDecoder<Object> decoder = PageDecoder.of(OBJECT, Reading.lenient(), LIMIT)) {
            decoder.feed(json, 0, json.length - 1);
            assertThat(decoder.next()).isNotNull();
            assertThat(decoder.next()).isNull();
            assertThat(decoder.next()).isNull();
            decoder.feed(json, json.length - 1, 1);
            assertThat(decoder.next()).isEqualTo(Map.of("n", 2));
        }
    }

    @Test
    void fedBytesMayBeOverwritten() {
        byte[] json = bytes("{\"data\":[{\"name\":\"first\"},{\"name\":\"second\"}],\"meta\":{\"total_results\":2}}");
        byte[] reused = new byte[1];
        StringBuilder elements = new StringBuilder();
        try (PageDecoder<Object> decoder = PageDecoder.of(OBJECT, Reading.lenient(), LIMIT)) {
            for (byte b : json) {
                reused[0] = b;
                decoder.feed(reused, 0, 1);
                for (Object next = decoder.next(); next != null; next = decoder.next()) {
                    elements.append(next);
                }
            }
            PageMeta meta = decoder.end().meta();
            assertThat(meta).isNotNull();
            assertThat(meta.totalResults()).isEqualTo(2);
        }
        assertThat(elements).hasToString("{name=first}{name=second}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "null",
                "5",
                "\"data\"",
                "{}",
                "{\"meta\":{}}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":\"[]\"}",
                "{\"data\":7}",
                "{\"data\":[null]}",
                "{\"data\":[]} {}",
                "{\"data\":[]}]",
                "{\"data\":[]}x",
                "{\"data\":[1}",
                "{\"data\":[1",
                "{\"data\":[\"a",
                "{\"data\":[{\"a\":nul",
                "{\"data\":[]",
                "{\"data\":[],\"x\":[1,",
                "{\"data\":[1,]}",
                "{\"data\":[\"\\x\"]}",
                "{data:[]}",
                "{\"data\":[\"\u0001\"]}",
                "{'data':[]}",
                "<html></html>"
            })
    void rejectsInvalidPagesAsWhenReadAsAWhole(String body) {
        byte[] json = bytes(body);
        Class<?> type = Chunks.kindOf(() -> OBJECT.read(json, 0, json.length, null));

        assertThat(type).isNotNull();
        for (int size : new int[] {1, 3, 1000}) {
            assertThat(Chunks.kindOf(() -> Chunks.ofSize(size, json).read(OBJECT, LIMIT)))
                    .as("in chunks of %s", size)
                    .isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"data\":{}}", "[null]", "[1", "[1] []", "[1]x", "7", "\"[]\""})
    void rejectsInvalidArraysAsWhenReadAsAWhole(String body) {
        byte[] json = bytes(body);
        Class<?> type = Chunks.kindOf(() -> ARRAY.read(json, 0, json.length, null));

        assertThat(type).isNotNull();
        for (int size : new int[] {1, 3, 1000}) {
            assertThat(Chunks.kindOf(() -> Chunks.ofSize(size, json).read(ARRAY, LIMIT)))
                    .isEqualTo(type);
        }
    }

    @Test
    void rejectsInvalidUtf8() {
        for (byte wrong : new byte[] {(byte) 0xff, (byte) 0x80, (byte) 0xc3}) {
            byte[] json = bytes("{\"data\":[\"a?\"]}");
            json[11] = wrong;

            assertThatThrownBy(() -> Chunks.ofSize(1, json).read(OBJECT, LIMIT)).isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void rejectsASecondArrayAfterEmittingElements() {
        assertThatThrownBy(() ->
                        Chunks.ofSize(5, bytes("{\"data\":[1],\"data\":[2]}")).read(OBJECT, LIMIT))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("not two");
    }

    @Test
    void emitsTheElementsBeforeAnError() {
        byte[] json = bytes("{\"data\":[1,2,oops]}");
        try (PageDecoder<Object> decoder = PageDecoder.of(OBJECT, Reading.lenient(), LIMIT)) {
            decoder.feed(json, 0, json.length);
            assertThat(IntStream.range(0, 2).mapToObj(i -> String.valueOf(decoder.next())))
                    .containsExactly("1", "2");
            assertThatThrownBy(decoder::next).isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void decodesOnlyPages() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        ResponseReader<Page<String>> other = (ResponseReader) ResponseReader.listOf(String.class);

        assertThatIllegalArgumentException().isThrownBy(() -> PageDecoder.of(other, Reading.lenient(), LIMIT));
    }
}
