package io.github.telnyxreactive.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private static final String TRANSFER = """
            [{"type": "transfer", "transfer": {"from": "+13125550001", "targets": [{"to": "+13125550001"}]}}]
            """;
    private static final String INVITE = """
            [{"type": "invite", "invite": {"from": "+13125550001", "targets": [{"to": "+13125550001"}]}}]
            """;

    private static final List<Place> PLACES = List.of(
            new Place(AssistantSmsChatRequest.class, "from", "", false, false),
            new Place(AssistantSmsChatRequest.class, "to", "", false, false),
            new Place(CreateScheduledEventRequest.class, "telnyx_agent_target", "", true, false),
            new Place(CreateScheduledEventRequest.class, "telnyx_end_user_target", "", true, false),
            new Place(CreateAssistantRequest.class, "tools[0].transfer.from", TRANSFER, true, true),
            new Place(CreateAssistantRequest.class, "tools[0].transfer.targets[0].to", TRANSFER, true, true),
            new Place(CreateAssistantRequest.class, "tools[0].invite.from", INVITE, true, true),
            new Place(UpdateAssistantRequest.class, "tools[0].invite.targets[0].to", INVITE, true, true));

    private static final List<String> NUMBERS = List.of("+13125550001", "+4930123456", "+123456789012345", "+12");
    private static final List<String> SIP = List.of(
            "sip:desk@example.com", "sips:desk@example.com:5061", "SIP:desk@example.com", "sip:+13125550001@10.0.0.1");
    private static final List<String> TEMPLATES = List.of("{{desk}}", "+1{{number}}", "sip:{{user}}@example.com");
    private static final List<String> NEITHER = List.of(
            "",
            " ",
            "13125550001",
            "0013125550001",
            "+0312555001",
            "+1 312 555 0001",
            "+1-312-555-0001",
            "+1(312)5550001",
            "+1.312.555.0001",
            " +13125550001",
            "+13125550001 ",
            "+13125550001\n",
            "+1234567890123456",
            "+",
            "+1",
            "++13125550001",
            "+1312555000a",
            "+\u0661\u0663\u0661\u0662\u0665\u0665\u0665\u0660\u0660\u0660\u0661",
            "\uff0b13125550001",
            "tel:+13125550001",
            "desk@example.com",
            "sip:",
            "sip:desk @example.com",
            "https://example.com",
            "{desk}",
            "}}desk{{");

    static Stream<Arguments> accepted() {
        return PLACES.stream()
                .flatMap(place -> Stream.of(
                                NUMBERS,
                                place.sip ? SIP : List.<String>of(),
                                place.template ? TEMPLATES : List.<String>of())
                        .flatMap(List::stream)
                        .map(number -> Arguments.of(place, number)));
    }

    static Stream<Arguments> rejected() {
        return PLACES.stream()
                .flatMap(place -> Stream.of(
                                NEITHER,
                                place.sip ? List.<String>of() : SIP,
                                place.template ? List.<String>of() : TEMPLATES)
                        .flatMap(List::stream)
                        // The content of a SIP URI is not checked.
                        .filter(number -> !place.sip || !number.startsWith("sip:{{"))
                        .map(number -> Arguments.of(place, number)));
    }

    @Test
    void tableContainsEveryNumberOfEveryRequest() {
        assertThat(MainClasses.records()
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .filter(part -> part.isAnnotationPresent(PhoneNumber.class)))
                .hasSize(7);
        assertThat(PLACES.stream().map(Place::field)).hasSize(8).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsE164NumbersAndUrisOrTemplatesWhereAllowed(Place place, String number) {
        assertThat(place.check(number)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsAnythingElseWithFieldAndValue(Place place, String number) {
        assertThat(place.check(number))
                .containsExactly(new Violation(
                        place.field,
                        "must be a phone number in E.164 format, such as +13125550001"
                                + (place.sip ? ", or a SIP URI" : "") + ", not \"" + number + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"{{targets}}\"", "\"312\"", "{\"queue\": \"312\"}"})
    void leavesTargetsThatAreNotAListToTheService(String targets) {
        assertThat(Requests.check(
                        CreateAssistantRequest.class,
                        "tools",
                        Json.tree("[{\"type\": \"transfer\", \"transfer\": {\"from\": \"+13125550001\", \"targets\": "
                                + targets + "}}]")))
                .isEmpty();
    }

    /** A field that holds a number, the tools that contain it, and which other values it may hold. */
    private record Place(Class<?> request, String field, String tools, boolean sip, boolean template) {

        List<Violation> check(String number) {
            var json = Requests.valid(request);
            if (!tools.isEmpty()) {
                json.set("tools", Json.tree(tools));
            }
            Requests.put(json, field, json.stringNode(number));
            return Requests.check(request, json);
        }

        @Override
        public String toString() {
            return request.getSimpleName() + " " + field;
        }
    }
}
