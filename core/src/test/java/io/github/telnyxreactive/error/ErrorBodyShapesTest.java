package io.github.telnyxreactive.error;

import static io.github.telnyxreactive.error.FailedResponses.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.internal.error.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads errors from response bodies of any shape. */
class ErrorBodyShapesTest {

    @Test
    void readsEveryPartOfAnError() {
        ApiException exception = FailedResponses.of(
                400,
                json(
                        "{'errors':[{'code':'10015','title':'Bad key','detail':'It is malformed.',"
                                + "'source':{'pointer':'/rubric/0','parameter':'page'},'meta':{'url':'https://e.example/10015'}}]}"));

        assertThat(exception.errors())
                .containsExactly(new ApiError(
                        "10015", "Bad key", "It is malformed.", "/rubric/0", "page", "https://e.example/10015"));
        assertThat(exception)
                .hasMessageContaining(
                        "does not accept the request: Bad key: It is malformed.: /rubric/0 (code 10015); status 400");
    }

    @Test
    void acceptsAbsentAndNullPartsOfAnError() {
        ApiException exception = FailedResponses.of(
                400,
                json("{'errors':[{'title':'T','code':null,'detail':null,'source':null,'meta':{'url':null}},"
                        + "{'code':'7'},{'source':{'parameter':'page[size]'}}]}"));

        assertThat(exception.errors())
                .containsExactly(
                        new ApiError(null, "T", null, null, null, null),
                        new ApiError("7", null, null, null, null, null),
                        new ApiError(null, null, null, null, "page[size]", null));
        assertThat(exception).hasMessageContaining(": T; code 7; page[size]; status 400");
    }

    @Test
    void readsNumericCodeAsText() {
        assertThat(FailedResponses.of(400, json("{'errors':[{'code':10015}]}")).errors())
                .extracting(ApiError::code)
                .containsExactly("10015");
    }

    @Test
    void keepsObjectDetailAsJson() {
        String detail = json("{'limit':5,'fields':['a','b']}");

        assertThat(FailedResponses.of(400, json("{'errors':[{'detail':") + detail + "}]}")
                        .errors())
                .extracting(ApiError::detail)
                .containsExactly(detail);
    }

    @Test
    void acceptsDetailOfAnyType() {
        assertThat(FailedResponses.of(400, json("{'errors':[{'detail':['a',1]},{'detail':true},{'detail':1.50}]}"))
                        .errors())
                .extracting(ApiError::detail)
                .containsExactly(json("['a',1]"), "true", "1.50");
    }

    @Test
    void readsFieldErrorsOf422WithNamesAndIndexesInTheirLocation() {
        UnprocessableEntityException exception = (UnprocessableEntityException) FailedResponses.of(
                422,
                json("{'detail':[{'loc':['body','rubric',0,'name'],'msg':'too short','type':'value_error'},"
                        + "{'loc':['body'],'msg':'missing','type':'missing'}]}"));

        assertThat(exception.fieldErrors())
                .containsExactly(
                        new FieldError("body.rubric.0.name", "too short", "value_error"),
                        new FieldError("body", "missing", "missing"));
        assertThat(exception.errors()).isEmpty();
        assertThat(exception).hasMessageContaining(": body.rubric.0.name too short; body missing; status 422");
    }

    @Test
    void readsErrorsOf422() {
        UnprocessableEntityException exception = (UnprocessableEntityException)
                FailedResponses.of(422, json("{'errors':[{'code':'10027','title':'Mismatch'}]}"));

        assertThat(exception.errors()).containsExactly(new ApiError("10027", "Mismatch", null, null, null, null));
        assertThat(exception.fieldErrors()).isEmpty();
        assertThat(exception).hasMessageContaining(": Mismatch (code 10027); status 422");
    }

    @Test
    void keepsFieldErrorsWithUnexpectedLocationTypes() {
        UnprocessableEntityException exception = (UnprocessableEntityException) FailedResponses.of(
                422,
                json("{'detail':[{'loc':['body',null,{'a':1},[2],true],'msg':'odd','type':'t'},"
                        + "{'loc':['body','name'],'msg':'too short','type':'value'}]}"));

        assertThat(exception.fieldErrors())
                .hasSize(2)
                .last()
                .isEqualTo(new FieldError("body.name", "too short", "value"));
        assertThat(exception.fieldErrors().get(0).message()).isEqualTo("odd");
    }

    @Test
    void describesFieldErrorWithoutLocationByItsMessage() {
        UnprocessableEntityException exception =
                (UnprocessableEntityException) FailedResponses.of(422, json("{'detail':[{'msg':'odd'}]}"));

        assertThat(exception.fieldErrors()).containsExactly(new FieldError("", "odd", ""));
        assertThat(exception).hasMessageContaining("does not accept the content: odd; status 422");
    }

    @Test
    void readsTextDetailAsAnError() {
        ApiException exception = FailedResponses.of(404, json("{'detail':'Not\\nFound'}"));

        assertThat(exception.errors()).containsExactly(new ApiError(null, null, "Not Found", null, null, null));
        assertThat(exception).hasMessageContaining("there is no such resource: Not Found; status 404");
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "   ",
                "<html><body>Bad gateway</body></html>",
                "upstream connect error",
                "{\"errors\":[{\"code\":\"1\",\"ti",
                "{\"errors\":[{\"code\":1e99999999999}]}",
                "[".repeat(5000),
                "\u0000\u0001",
                "{} {}");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void showsUnreadableBodyOnlyInTheExcerpt(String body) {
        ApiException exception = FailedResponses.of(422, body);

        assertThat(exception.errors()).isEmpty();
        assertThat(((UnprocessableEntityException) exception).fieldErrors()).isEmpty();
        assertThat(exception.bodyExcerpt()).isEqualTo(new Excerpt("").of(body));
        assertThat(exception)
                .hasMessageContaining("does not accept the content; status 422")
                .hasMessageEndingWith(
                        exception.bodyExcerpt().isEmpty()
                                ? "names."
                                : "names. The response began: " + exception.bodyExcerpt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "7",
                "'text'",
                "[]",
                "[{'errors':[{'code':'1'}]}]",
                "{}",
                "{'errors':null}",
                "{'errors':7}",
                "{'errors':[]}",
                "{'errors':{'name':['taken','short']}}",
                "{'errors':{}}",
                "{'errors':[null,null]}",
                "{'errors':[[],[]]}",
                "{'errors':[{},{}]}",
                "{'errors':[7,true]}",
                "{'detail':null}",
                "{'detail':7}",
                "{'detail':{}}",
                "{'detail':[]}",
                "{'detail':[null,null]}",
                "{'detail':[7,[]]}",
                "{'detail':[{},{'loc':null}]}",
                "{'detail':''}",
                "{'error':'unknown'}"
            })
    void showsJsonWithoutErrorsOnlyInTheExcerpt(String body) {
        ApiException exception = FailedResponses.of(422, json(body));

        assertThat(exception.errors()).isEmpty();
        assertThat(((UnprocessableEntityException) exception).fieldErrors()).isEmpty();
        assertThat(exception.bodyExcerpt()).isEqualTo(json(body));
        assertThat(exception)
                .hasMessageContaining("does not accept the content; status 422")
                .hasMessageEndingWith(" The response began: " + json(body));
    }

    @Test
    void keepsErrorsThatArePlainText() {
        assertThat(FailedResponses.of(400, json("{'errors':'It is taken'}")).getMessage())
                .contains("It is taken");
        assertThat(FailedResponses.of(400, json("{'errors':['It is taken','It is short']}")))
                .hasMessageContaining("does not accept the request: It is taken; It is short; status 400");
        assertThat(FailedResponses.of(422, json("{'detail':['It is taken']}")).getMessage())
                .contains("It is taken");
    }

    @Test
    void replacesInvalidUtf8InTheBody() {
        byte[] json = json("{'errors':[{'title':'caf\u00e9'}]}").getBytes(StandardCharsets.ISO_8859_1);
        ApiException exception = FailedResponses.of(FailedResponses.call(1, false), 400, json);

        assertThat(exception.errors()).extracting(ApiError::title).containsExactly("caf\ufffd");
        assertThat(FailedResponses.of(FailedResponses.call(1, false), 502, new byte[] {(byte) 0xff, (byte) 0xfe, 'a'})
                        .bodyExcerpt())
                .isEqualTo("\ufffd\ufffda");
    }

    @Test
    void readsErrorsAfterAByteOrderMark() {
        assertThat(FailedResponses.of(400, "\ufeff" + json("{'errors':[{'code':'1'}]}"))
                        .errors())
                .hasSize(1);
    }

    @Test
    void truncatesHugeBodiesAndFields() {
        byte[] noise = new byte[1 << 20];
        Arrays.fill(noise, (byte) 'x');
        String field = "y".repeat(1 << 20);

        assertThat(FailedResponses.of(FailedResponses.call(1, false), 500, noise)
                        .bodyExcerpt())
                .hasSize(Excerpt.LIMIT);
        assertThat(FailedResponses.of(400, json("{'errors':[{'title':'" + field + "','detail':['" + field + "']}]}"))
                        .errors())
                .allSatisfy(error -> {
                    assertThat(error.title()).hasSize(Excerpt.LIMIT);
                    assertThat(error.detail()).hasSize(Excerpt.LIMIT);
                });
        assertThat(List.of(
                        FailedResponses.of(422, json("{'detail':[{'loc':['" + field + "'],'msg':'" + field + "'}]}"))))
                .map(UnprocessableEntityException.class::cast)
                .flatMap(UnprocessableEntityException::fieldErrors)
                .allSatisfy(error -> {
                    assertThat(error.location()).hasSize(Excerpt.LIMIT);
                    assertThat(error.message()).hasSize(Excerpt.LIMIT);
                });
    }
}
