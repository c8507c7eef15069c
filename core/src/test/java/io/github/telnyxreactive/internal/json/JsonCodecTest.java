package io.github.telnyxreactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

class JsonCodecTest {

    private static final TestRunDetailResult TONE = TestRunDetailResult.builder()
            .name("T\u00f6ne \uD83D\uDE00")
            .status(TestRunStatus.PASSED)
            .build();
    private static final String TONE_JSON = "{\"name\":\"T\u00f6ne \uD83D\uDE00\",\"status\":\"passed\"}";

    @Test
    void readsGenericTypesByTypeAndByParameters() {
        String json = "{\"data\":[" + TONE_JSON + "]}";
        Page<TestRunDetailResult> expected = Page.of(List.of(TONE), null);
        TypeReference<Page<TestRunDetailResult>> type = new TypeReference<>() {};

        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(ModelReader.ofType(type.getType()).readStrictly(bytes, 0, bytes.length))
                .isEqualTo(expected);
        assertThat(ModelReader.of(Page.class, TestRunDetailResult.class).readStrictly(bytes, 0, bytes.length))
                .isEqualTo(expected);
    }

    @Test
    void readsAnyJsonAsATree() {
        assertThat(JsonCodec.readTree("{\"a\":[1]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Json.tree("{\"a\":[1]}"));
        assertThatThrownBy(() -> JsonCodec.readTree("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
    }
}
