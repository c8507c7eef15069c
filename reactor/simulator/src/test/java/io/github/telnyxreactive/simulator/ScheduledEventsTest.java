package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledPhoneCall;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScheduledEventsTest {

    private final MutableClock clock = new MutableClock();
    private Simulator simulator;
    private Caller caller;
    private String path;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().clock(clock).start();
        caller = new Caller(simulator);
        path = caller.assistant("\"x\":1") + "/scheduled_events";
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static String event(String channel, Instant due, String more) {
        return "{\"telnyx_conversation_channel\":\"" + channel + "\",\"telnyx_end_user_target\":\"+13125550001\","
                + "\"telnyx_agent_target\":\"sip:agent@example.com\",\"scheduled_at_fixed_datetime\":\"" + due + "\""
                + more
                + "}";
    }

    private String status(String id) {
        return Caller.json(caller.get(path + "/" + id)).get("status").stringValue();
    }

    @Test
    void eventsProgressAsTimePasses() {
        Instant due = MutableClock.START.plusSeconds(60);
        HttpResponse<String> created = caller.post(path, event("phone_call", due, ",\"future\":{\"a\":[1]}"));
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode call = Caller.json(created);
        assertThat(call.get("future")).hasToString("{\"a\":[1]}");
        String callId = call.get("scheduled_event_id").stringValue();
        String smsId = Caller.json(caller.post(path, event("sms_chat", due, ",\"text\":\"Hi\"")))
                .get("scheduled_event_id")
                .stringValue();

        assertThat(List.of(status(callId), status(smsId))).containsExactly("pending", "pending");
        clock.advance(Duration.ofSeconds(60));
        assertThat(List.of(status(callId), status(smsId))).containsExactly("in_progress", "completed");
        clock.advance(Duration.ofSeconds(30));
        assertThat(List.of(status(callId), status(smsId))).containsExactly("completed", "completed");
        ScheduledEvent read = TelnyxJson.read(caller.get(path + "/" + callId).body(), ScheduledEvent.class);
        assertThat(read).isInstanceOfSatisfying(ScheduledPhoneCall.class, phoneCall -> {
            assertThat(phoneCall.callAttempts()).hasSize(1);
            assertThat(phoneCall.conversationId()).isNotNull();
        });
    }

    @Test
    void listIsFilteredByDateAndChannelAndPaged() {
        for (int i = 0; i < 5; i++) {
            caller.post(
                    path,
                    event(
                            i < 3 ? "phone_call" : "sms_chat",
                            MutableClock.START.plusSeconds(i),
                            ",\"text\":\"" + i + "\""));
        }

        assertThat(texts("?page%5Bsize%5D=2&page%5Bnumber%5D=3")).containsExactly("4");
        assertThat(texts("?conversation_channel=sms_chat")).containsExactly("3", "4");
        assertThat(texts("?from_date=" + MutableClock.START.plusSeconds(1) + "&to_date="
                        + MutableClock.START.plusSeconds(3)))
                .containsExactly("1", "2", "3");
        assertThat(texts("?from_date=2000-01-01")).hasSize(5);
        assertThat(caller.get(path + "?from_date=soon").statusCode()).isEqualTo(422);
    }

    private List<String> texts(String query) {
        return Caller.json(caller.get(path + query)).get("data").values().stream()
                .map(event -> event.get("text").stringValue())
                .toList();
    }

    @Test
    void deletedEventIsGone() {
        String id = Caller.json(caller.post(path, event("phone_call", MutableClock.START, "")))
                .get("scheduled_event_id")
                .stringValue();

        assertThat(caller.delete(path + "/" + id).statusCode()).isEqualTo(200);
        assertThat(caller.delete(path + "/" + id).statusCode()).isEqualTo(404);
        assertThat(caller.get(path + "/" + id).statusCode()).isEqualTo(404);
        assertThat(caller.get(caller.assistant("\"x\":1") + "/scheduled_events/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void invalidEventIsRejected() {
        assertThat(Samples.violations(caller.post(path, event("sms_chat", MutableClock.START, ""))))
                .containsExactly("[\"body\",\"text\"] missing");
        assertThat(Samples.violations(caller.post(
                        path,
                        "{\"telnyx_conversation_channel\":\"fax\",\"telnyx_end_user_target\":\"13125550001\","
                                + "\"scheduled_at_fixed_datetime\":\"tomorrow\",\"max_retries_client_errors\":11,"
                                + "\"retry_interval_secs\":59,\"conversation_metadata\":{\"a\":[]}}")))
                .containsExactlyInAnyOrder(
                        "[\"body\",\"telnyx_conversation_channel\"] enum",
                        "[\"body\",\"telnyx_end_user_target\"] string_pattern_mismatch",
                        "[\"body\",\"telnyx_agent_target\"] missing",
                        "[\"body\",\"scheduled_at_fixed_datetime\"] datetime_parsing",
                        "[\"body\",\"max_retries_client_errors\"] less_than_equal",
                        "[\"body\",\"retry_interval_secs\"] greater_than_equal",
                        "[\"body\",\"conversation_metadata\",\"a\"] union_type");
    }
}
