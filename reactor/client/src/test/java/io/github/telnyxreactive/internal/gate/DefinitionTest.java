package io.github.telnyxreactive.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {

    private static final String FUTURE = "'future':{'a':1,'b':{'c':[{'d':1,'e':null},2],'f':true}}";

    private static String digest(String fields) {
        String test = "{'test_id':'t'," + fields + "}";
        return Definition.digest(Definition.of(TelnyxJson.read(test.replace('\'', '"'), AssistantTest.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'future':{'b':{'f':true,'c':[{'e':null,'d':1},2]},'a':1}",
                FUTURE + ",'updated_at':'2026-01-01T00:00:00Z'",
                FUTURE + ",'description':null",
                FUTURE + ",'another':null"
            })
    void isTheSameInAnotherOrderOrAtAnotherTime(String fields) {
        assertThat(digest(fields)).isEqualTo(digest(FUTURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'future':{'a':2,'b':{'c':[{'d':1,'e':null},2],'f':true}}",
                "'future':{'a':1,'b':{'c':[{'d':1,'e':null},2],'f':false}}",
                "'future':{'a':1,'b':{'c':[{'d':3,'e':null},2],'f':true}}",
                "'future':{'a':1,'b':{'c':[2,{'d':1,'e':null}],'f':true}}",
                "'future':{'a':1,'b':{'c':[{'d':1,'e':null}],'f':true}}",
                "'future':{'a':1,'b':{}}",
                "'future':{}",
                "'future':1"
            })
    void isAnotherIfAnythingIsInside(String fields) {
        assertThat(digest(fields)).isNotEqualTo(digest(FUTURE));
    }

    @Test
    void isShownInOneOrder() {
        AssistantTest test = TelnyxJson.read("{\"z\":{\"b\":1,\"a\":[2]},\"test_id\":\"t\"}", AssistantTest.class);

        assertThat(Definition.of(test)).isEqualTo("{\"test_id\":\"t\",\"z\":{\"a\":[2],\"b\":1}}");
    }
}
