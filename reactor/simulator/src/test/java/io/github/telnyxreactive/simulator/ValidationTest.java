package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SimulatorExtension.class)
class ValidationTest {

    @Test
    void everyMissingFieldIsReported(Simulator simulator) {
        HttpResponse<String> response = new Caller(simulator).post(TESTS, "{}");

        assertThat(Samples.violations(response))
                .containsExactly(
                        "[\"body\",\"name\"] missing",
                        "[\"body\",\"destination\"] missing",
                        "[\"body\",\"instructions\"] missing",
                        "[\"body\",\"rubric\"] missing");
        assertThat(Caller.json(response).get("detail").get(0).get("msg").stringValue())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    "name":null                             | ["body","name"] string_type
                    "name":""                               | ["body","name"] string_too_short
                    "name":7                                | ["body","name"] string_type
                    "destination":""                        | ["body","destination"] string_too_short
                    "instructions":[]                       | ["body","instructions"] string_type
                    "rubric":[]                             | ["body","rubric"] too_short
                    "rubric":null                           | ["body","rubric"] list_type
                    "rubric":{}                             | ["body","rubric"] list_type
                    "rubric":["x"]                          | ["body","rubric",0] model_attributes_type
                    "rubric":[{"name":"n"}]                 | ["body","rubric",0,"criteria"] missing
                    "rubric":[{"name":"n","criteria":"c","weight":1}] | ["body","rubric",0,"weight"] extra_forbidden
                    "rubric":[{"name":"n","criteria":3}]    | ["body","rubric",0,"criteria"] string_type
                    "max_duration_seconds":0                | ["body","max_duration_seconds"] greater_than_equal
                    "max_duration_seconds":3601             | ["body","max_duration_seconds"] less_than_equal
                    "max_duration_seconds":99999999999999999999 | ["body","max_duration_seconds"] less_than_equal
                    "max_duration_seconds":"60"             | ["body","max_duration_seconds"] int_type
                    "max_duration_seconds":1.5              | ["body","max_duration_seconds"] int_type
                    "telnyx_conversation_channel":"pigeon"  | ["body","telnyx_conversation_channel"] enum
                    "description":true                      | ["body","description"] string_type
                    """)
    void invalidFieldIsReported(String field, String violation, Simulator simulator) {
        Caller caller = new Caller(simulator);

        HttpResponse<String> created = caller.post(TESTS, Samples.testWith("x", field));
        String testId = simulator.addSuite("s", 1).get(0).testId();
        HttpResponse<String> updated = caller.put(TESTS + "/" + testId, "{" + field + "}");

        assertThat(Samples.violations(created)).containsExactly(violation);
        assertThat(Samples.violations(updated)).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource({"name, 255", "description, 1000", "instructions, 5000", "test_suite, 100"})
    void lengthsAreCountedInCodePoints(String field, int longest, Simulator simulator) {
        Caller caller = new Caller(simulator);
        String fits = "\"" + field + "\":\"" + "\uD83D\uDE00".repeat(longest) + "\"";
        String tooLong = "\"" + field + "\":\"" + "x".repeat(longest + 1) + "\"";

        assertThat(caller.post(TESTS, Samples.testWith("x", fits)).statusCode()).isEqualTo(201);
        assertThat(Samples.violations(caller.post(TESTS, Samples.testWith("x", tooLong))))
                .containsExactly("[\"body\",\"" + field + "\"] string_too_long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    ''       | ["body"] missing
                    {        | ["body"] json_invalid
                    {} {}    | ["body"] json_invalid
                    []       | ["body"] model_attributes_type
                    null     | ["body"] model_attributes_type
                    "x"      | ["body"] model_attributes_type
                    """)
    void bodyThatIsNotAnObjectIsRejected(String body, String violation, Simulator simulator) {
        HttpResponse<String> response = new Caller(simulator).post(TESTS, body);

        assertThat(Samples.violations(response)).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    page[number]=0   | ["query","page[number]"] greater_than_equal
                    page[number]=-1  | ["query","page[number]"] greater_than_equal
                    page[number]=x   | ["query","page[number]"] int_parsing
                    page[number]=    | ["query","page[number]"] int_parsing
                    page[size]=0     | ["query","page[size]"] greater_than_equal
                    page[size]=101   | ["query","page[size]"] less_than_equal
                    page[size]=1e1   | ["query","page[size]"] int_parsing
                    """)
    void invalidPageParametersAreRejected(String query, String violation, Simulator simulator) {
        String encoded = query.replace("[", "%5B").replace("]", "%5D");

        HttpResponse<String> response = new Caller(simulator).get(TESTS + "?" + encoded);

        assertThat(Samples.violations(response)).containsExactly(violation);
    }

    @Test
    void malformedQueryIsRejected(Simulator simulator) throws Exception {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send("GET", "/v2" + TESTS + "?test_suite=%zz", "");

            assertThat(connection.read()).isEqualTo('H');
        }
        assertThat(simulator.requests()).extracting(RecordedRequest::status).containsExactly(400);
    }

    @Test
    void triggerAcceptsNoBodyOrAnObject(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = TESTS + "/" + simulator.addSuite("s", 1).get(0).testId() + "/runs";

        for (String body : new String[] {"", "null", "{}", "{\"destination_version_id\":null}", "{\"more\":1}"}) {
            assertThat(caller.post(path, body).statusCode()).as(body).isEqualTo(201);
        }
        assertThat(Samples.violations(caller.post(path, "{\"destination_version_id\":1}")))
                .containsExactly("[\"body\",\"destination_version_id\"] string_type");
        assertThat(Samples.violations(caller.post(path, "[]"))).containsExactly("[\"body\"] model_attributes_type");
        assertThat(simulator.runs()).hasSize(5);
    }
}
