package io.github.telnyxreactive.error;

import static io.github.telnyxreactive.error.FailedResponses.KEY;
import static io.github.telnyxreactive.error.FailedResponses.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.internal.error.Excerpt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that a service or a gateway echoes never reaches a log. */
class RedactionTest {

    private static final String TOKEN = "eyJhbGciOi.someone-elses_token";

    static Stream<String> bodies() {
        return Stream.of(KEY, "Bearer " + TOKEN, "x" + KEY + "y Bearer " + TOKEN, escaped(KEY), "BEARER\\t" + TOKEN)
                .flatMap(text -> Stream.of(
                        text.replace("\\t", "\t"),
                        "<pre>Authorization: " + text.replace("\\t", "\t") + "</pre>",
                        "{'errors':[{'code':'" + text + "'}]}",
                        "{'errors':[{'title':'" + text + "'}]}",
                        "{'errors':[{'detail':'" + text + "'}]}",
                        "{'errors':[{'detail':{'" + text + "':['" + text + "']}}]}",
                        "{'errors':[{'source':{'pointer':'" + text + "','parameter':'" + text + "'}}]}",
                        "{'errors':[{'meta':{'url':'https://e.example/?key=" + text + "'}}]}",
                        "{'errors':'" + text + "'}",
                        "{'detail':'" + text + "'}",
                        "{'detail':[{'loc':['body','" + text + "'],'msg':'" + text + "','type':'" + text + "'}]}",
                        "{'detail':[{'loc':['body','" + text + "'],'msg':'" + text + "','ty"))
                .map(FailedResponses::json);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void redactsSecretsInTheBody(String body) {
        for (int status : new int[] {302, 400, 409, 422, 429, 502}) {
            assertClean(FailedResponses.of(status, body));
        }
    }

    @Test
    void redactsSecretsInTheRequestId() {
        ApiException exception = FailedResponses.of(401, "", "x-request-id", "r-" + KEY + "-Bearer " + TOKEN);

        assertThat(exception.requestId()).isEqualTo("r-[redacted]-Bearer [redacted]");
        assertClean(exception);
    }

    @Test
    void keepsTheRestOfAnError() {
        ApiException exception = FailedResponses.of(
                401, json("{'errors':[{'code':'10009','detail':'No user for " + KEY + ", sorry'}]}"));

        assertThat(exception.errors())
                .containsExactly(new ApiError("10009", null, "No user for [redacted], sorry", null, null, null));
    }

    @Test
    void redactsAKeyThatTruncationWouldCut() {
        for (int place = Excerpt.LIMIT - KEY.length(); place <= Excerpt.LIMIT; place++) {
            String padding = "x".repeat(place);
            ApiException exception = FailedResponses.of(400, json("{'errors':[{'title':'" + padding + KEY + "'}]}"));

            assertThat(exception.getMessage()).doesNotContain(KEY.substring(0, 4));
            assertThat(exception.errors().get(0).title()).doesNotContain(KEY.substring(0, 4));
        }
    }

    private static void assertClean(ApiException exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        assertNoSecret(exception.getMessage());
        assertNoSecret(exception.getLocalizedMessage());
        assertNoSecret(exception.toString());
        assertNoSecret(trace.toString());
        assertNoSecret(exception.errors().toString());
        assertNoSecret(exception.call().toString());
        assertNoSecret(String.valueOf(exception.requestId()));
        assertNoSecret(String.valueOf(exception.bodyExcerpt()));
        if (exception instanceof UnprocessableEntityException unprocessable) {
            assertNoSecret(unprocessable.fieldErrors().toString());
        }
    }

    private static void assertNoSecret(String text) {
        assertThat(text)
                .doesNotContain(KEY)
                .doesNotContain(KEY.substring(0, 12))
                .doesNotContain(KEY.substring(12))
                .doesNotContain(TOKEN);
    }

    /** Returns the text with one character escaped as in JSON, which does not change its meaning. */
    private static String escaped(String text) {
        return text.charAt(0) + "\\u" + String.format("%04x", (int) text.charAt(1)) + text.substring(2);
    }
}
