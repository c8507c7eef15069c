package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.ASSISTANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class ChatTest {

    private static final String SMS = "{\"from\":\"+13125550001\",\"to\":\"+13125550002\"";

    @Test
    void responseContainsTheMessage(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"x\":1") + "/chat";

        HttpResponse<String> response = caller.post(path, "{\"content\":\"a joke\",\"conversation_id\":\"c\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response).get("content").stringValue()).contains("a joke");
        assertThat(Samples.violations(caller.post(path, "{\"content\":\"a\",\"stream\":1}")))
                .containsExactlyInAnyOrder("[\"body\",\"conversation_id\"] missing", "[\"body\",\"stream\"] bool_type");
    }

    @Test
    void textMessagesBetweenTheSameNumbersShareAConversation(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"x\":1") + "/chat/sms";

        String first = caller.post(path, SMS + ",\"text\":\"Hi\"}").body();
        assertThat(caller.post(path, SMS + "}").body()).isEqualTo(first);
        String anew = caller.post(path, SMS + ",\"should_create_conversation\":true}", "Idempotency-Key", "k")
                .body();
        assertThat(anew).contains("conversation_id").isNotEqualTo(first);
        assertThat(caller.post(path, SMS + ",\"should_create_conversation\":true}", "Idempotency-Key", "k")
                        .body())
                .isEqualTo(anew);
        assertThat(Samples.violations(caller.post(path, "{\"from\":\"+1 312\",\"to\":\"3125550001\"}")))
                .containsExactlyInAnyOrder(
                        "[\"body\",\"from\"] string_pattern_mismatch", "[\"body\",\"to\"] string_pattern_mismatch");
    }

    @Test
    void texmlIsSentAsJsonStringOrXml(Simulator simulator) {
        Caller caller = new Caller(simulator);
        HttpResponse<String> json = caller.get(caller.assistant("\"x\":1") + "/texml");
        assertThat(json.headers().firstValue("content-type")).contains("application/json");
        String texml = Caller.json(json).stringValue();
        assertThat(texml).startsWith("<?xml").contains("<Response>");

        try (Simulator other = Simulator.builder().texmlAsXml(true).start()) {
            Caller otherCaller = new Caller(other);
            HttpResponse<String> xml = otherCaller.get(otherCaller.assistant("\"x\":1") + "/texml");
            assertThat(xml.headers().firstValue("content-type").orElse("")).startsWith("application/xml");
            assertThat(xml.body()).isEqualTo(texml);
        }
        assertThat(caller.get(ASSISTANTS + "/unknown/texml").statusCode()).isEqualTo(404);
    }
}
