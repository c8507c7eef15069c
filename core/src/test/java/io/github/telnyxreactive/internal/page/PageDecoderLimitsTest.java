package io.github.telnyxreactive.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Limits on what the decoder buffers for a hostile page, and on what a page may contain. */
class PageDecoderLimitsTest {

    private static final ResponseReader<Page<Object>> OBJECT = ResponseReader.pageOf(Object.class);
    private static final int ROOMY = 16 * 1024 * 1024;

    private static Page<Object> read(String json, int limit, int size) {
        return Chunks.ofSize(size, json.getBytes(UTF_8)).read(OBJECT, limit);
    }

    /** Feeds the same bytes repeatedly, and returns the number of bytes fed when the decoder rejected them. */
    private static long feedUntilRejected(String start, String repeated, int limit) {
        byte[] first = start.getBytes(UTF_8);
        byte[] more = repeated.getBytes(UTF_8);
        long fed = first.length;
        try (PageDecoder<Object> decoder = PageDecoder.of(OBJECT, Reading.lenient(), limit)) {
            decoder.feed(first, 0, first.length);
            for (; ; fed += more.length) {
                if (decoder.next() == null) {
                    decoder.feed(more, 0, more.length);
                }
                if (fed > 4L * ROOMY) {
                    throw new AssertionError("the decoder accepts endless input");
                }
            }
        } catch (StreamConstraintsException | StreamReadException e) {
            return fed;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[\"|a",
                "{\"data\":[{\"a\":[|1,",
                "{\"data\":[|       ",
                "{\"data\":[1|       ",
                "{\"data\":[],\"meta\":[|7, ",
                "{\"data\":[],\"x\":\"|\u20ac",
                "{\"x\":[|1,",
                "{\"|name",
                "{\"data\":[|[",
                "{\"x\":[|{\"a\":",
                "{\"data\":[1|1",
                "{\"data\":[0.|1",
                "{\"data\":[1e|1",
                "|        ",
                "{\"data\":[]}|        "
            })
    void rejectsEndlessInputAtTheLimit(String json) {
        String[] parts = json.split("\\|");

        assertThat(feedUntilRejected(parts[0], parts[1].repeat(1000), 100_000)).isLessThan(100_000 + 20_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void limitAppliesToEachElementAndNotToThePage(int size) {
        String element = "{\"text\":\"" + "x".repeat(189) + "\"}";
        assertThat(element).hasSize(200);
        String json = "{\"data\":[" + (element + " ,\n ").repeat(50) + element + "],\"meta\":{\"total_results\":51}}";

        assertThat(read(json, 200, size).data()).hasSize(51);
        assertThatThrownBy(() -> read(json, 199, size))
                .isInstanceOf(StreamConstraintsException.class)
                .hasMessageContaining("199 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void limitAppliesToTheRestOfThePage(int size) {
        String rest = "\"x\":[\"" + "y".repeat(190) + "\"]";
        for (String json : new String[] {"{" + rest + ",\"data\":[1,2]}", "{\"data\":[1,2]," + rest + "}"}) {
            assertThat(read(json, 250, size).data()).hasSize(2);
            assertThatThrownBy(() -> read(json, 190, size)).isInstanceOf(StreamConstraintsException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[%s]}", "{\"x\":%s,\"data\":[]}", "{\"meta\":{\"x\":%s},\"data\":[]}"})
    void limitsDepthAndNumbersAsWhenReadAsAWhole(String page) {
        for (String value : new String[] {
            "[".repeat(490) + "]".repeat(490), "[".repeat(510) + "]".repeat(510), "7".repeat(999), "7".repeat(1100)
        }) {
            byte[] json = page.formatted(value).getBytes(UTF_8);
            Class<?> type = Chunks.kindOf(() -> OBJECT.read(json, 0, json.length, null));
            for (int size : new int[] {1, 64, 10_000}) {
                assertThat(Chunks.kindOf(() -> Chunks.ofSize(size, json).read(OBJECT, ROOMY)))
                        .isEqualTo(type);
            }
        }
    }

    @Test
    void manySmallElementsDoNotReachTheLimit() {
        int count = 200_000;
        String json = "{\"data\":[" + "7 , ".repeat(count) + "7]}";

        assertThat(read(json, 16, 4096).data()).hasSize(count + 1);
    }

    @Test
    void readsALongStringWithinTheLimit() {
        String json = "{\"data\":[\"" + "\u20ac\\n".repeat(300_000) + "\"]}";

        assertThat(read(json, 2_000_000, 1000).data()).singleElement().isEqualTo("\u20ac\n".repeat(300_000));
        assertThatThrownBy(() -> read(json, 1_000_000, 1000)).isInstanceOf(JacksonException.class);
    }

    @Test
    void doesNotCountBytesBeforeTheOffset() {
        byte[] json = "{\"data\":[1,2]}".getBytes(UTF_8);
        byte[] array = new byte[1000 + json.length];
        System.arraycopy(json, 0, array, 1000, json.length);

        try (PageDecoder<Object> decoder = PageDecoder.of(OBJECT, Reading.lenient(), 100)) {
            decoder.feed(array, 1000, json.length);
            assertThat(decoder.next()).isEqualTo(1);
            assertThat(decoder.next()).isEqualTo(2);
            assertThat(decoder.next()).isNull();
            assertThat(decoder.end().length()).isEqualTo(2);
        }
    }
}
