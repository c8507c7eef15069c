package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.page.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class ResponseReaderTest {

    private static final String TONE_JSON = "{\"name\":\"Tone\",\"status\":\"passed\"}";
    private static final TestRunDetailResult TONE = TestRunDetailResult.builder()
            .name("Tone")
            .status(TestRunStatus.PASSED)
            .build();

    @Test
    void readsAValueAListAndAPage() {
        assertThat(read(ResponseReader.of(TestRunDetailResult.class), TONE_JSON))
                .isEqualTo(TONE);
        assertThat(read(ResponseReader.listOf(TestRunDetailResult.class), "[" + TONE_JSON + "]"))
                .containsExactly(TONE);
        assertThat(read(ResponseReader.listOf(TestRunDetailResult.class), "[]")).isEmpty();
        assertThat(read(ResponseReader.pageOf(TestRunDetailResult.class), "{\"data\":[" + TONE_JSON + "]}"))
                .isEqualTo(Page.of(List.of(TONE), null));
    }

    @Test
    void readsOnlyTheGivenRangeOfAnArray() {
        byte[] bytes = ("###" + TONE_JSON + "###").getBytes(StandardCharsets.UTF_8);

        assertThat(ResponseReader.of(TestRunDetailResult.class).read(bytes, 3, bytes.length - 6, null))
                .isEqualTo(TONE);
    }

    @Test
    void readsAStreamToItsEndWithoutClosingIt() {
        boolean[] closed = {false};
        ByteArrayInputStream body = new ByteArrayInputStream((TONE_JSON + "  \n").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        assertThat(ResponseReader.of(TestRunDetailResult.class).read(body, null))
                .isEqualTo(TONE);
        assertThat(body.available()).isZero();
        assertThat(closed).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html></html>",
                "[]",
                "{\"name\":",
                "{\"errors\":[]}",
                "{\"data\":[]}",
                TONE_JSON + "x"
            })
    void rejectsABodyOfAnotherType(String body) {
        assertThatThrownBy(() -> read(ResponseReader.of(TestRunDetailResult.class), body))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void rejectsANullBody() {
        assertThatThrownBy(() -> read(ResponseReader.of(TestRunDetailResult.class), "null"))
                .hasMessageContaining("an object TestRunDetailResult was expected, not null");
    }

    @Test
    void readerWithoutContentRejectsReading() {
        assertThat(ResponseReader.nothing().hasContent()).isFalse();
        assertThat(ResponseReader.of(String.class).hasContent()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> read(ResponseReader.nothing(), "{}"))
                .withMessage("the body is to be ignored");
    }

    private static <T> T read(ResponseReader<T> reader, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length, null);
    }
}
