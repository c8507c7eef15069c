package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static io.github.telnyxreactive.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class AssistantTestsTest {

    @Test
    void createdTestCanBeReadBack(Simulator simulator) {
        Caller caller = new Caller(simulator);

        HttpResponse<String> created = caller.post(
                TESTS,
                Samples.testWith(
                        "Refund",
                        "\"description\":null,\"max_duration_seconds\":90,\"test_suite\":\"checkout\",\"colour\":\"red\""));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("content-type")).contains("application/json");
        AssistantTest test = Caller.test(created);
        assertThat(test.name()).isEqualTo("Refund");
        assertThat(test.telnyxConversationChannel()).isEqualTo(TelnyxConversationChannel.WEB_CHAT);
        assertThat(test.maxDurationSeconds()).isEqualTo(90);
        assertThat(test.testSuite()).isEqualTo("checkout");
        assertThat(test.description()).isNull();
        assertThat(test.additionalProperties()).containsOnlyKeys("colour");
        assertThat(Caller.test(caller.get(TESTS + "/" + test.testId()))).isEqualTo(test);
    }

    @Test
    void assignedFieldsInRequestsAreIgnored(Simulator simulator) {
        HttpResponse<String> created =
                new Caller(simulator).post(TESTS, Samples.testWith("Refund", "\"test_id\":\"mine\""));

        assertThat(Caller.test(created).testId()).isNotEqualTo("mine");
        assertThat(created.body()).containsOnlyOnce("test_id");
    }

    @Test
    void updateKeepsAbsentFieldsAndClearsNullFields(Simulator simulator) {
        Caller caller = new Caller(simulator);
        AssistantTest before = Caller.test(caller.post(
                TESTS,
                Samples.testWith(
                        "Refund",
                        "\"description\":\"d\",\"telnyx_conversation_channel\":\"sms_chat\",\"a\":1,\"b\":2")));

        HttpResponse<String> updated = caller.put(
                TESTS + "/" + before.testId(),
                "{\"name\":\"Exchange\",\"description\":null,\"telnyx_conversation_channel\":null,\"a\":null,\"c\":3}");

        assertThat(updated.statusCode()).isEqualTo(200);
        AssistantTest after = Caller.test(updated);
        assertThat(after.name()).isEqualTo("Exchange");
        assertThat(after.description()).isNull();
        assertThat(after.telnyxConversationChannel()).isEqualTo(TelnyxConversationChannel.WEB_CHAT);
        assertThat(after.additionalProperties()).containsOnlyKeys("b", "c");
        assertThat(after.instructions()).isEqualTo(before.instructions());
        assertThat(after.rubric()).isEqualTo(before.rubric());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(Caller.test(caller.get(TESTS + "/" + before.testId()))).isEqualTo(after);
    }

    @Test
    void updateMovesTestBetweenSuites(Simulator simulator) {
        Caller caller = new Caller(simulator);
        AssistantTest test = simulator.addSuite("old", 1).get(0);

        caller.put(TESTS + "/" + test.testId(), "{\"test_suite\":\"new\"}");

        assertThat(json(caller.get(Caller.SUITES)).toString()).isEqualTo("{\"data\":[\"new\"]}");
        assertThat(Caller.testPage(caller.get(TESTS + "?test_suite=new")).data())
                .hasSize(1);
        assertThat(Caller.testPage(caller.get(TESTS + "?test_suite=old")).data())
                .isEmpty();
    }

    @Test
    void deletedTestIsGoneEverywhere(Simulator simulator) {
        Caller caller = new Caller(simulator);
        List<AssistantTest> tests = simulator.addSuite("checkout", 2);
        String path = TESTS + "/" + tests.get(0).testId();
        String runId = Caller.run(caller.post(path + "/runs", "")).runId();
        caller.post(Caller.SUITES + "/checkout/runs", "{}");

        HttpResponse<String> deleted = caller.delete(path);

        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        assertThat(List.of(
                        caller.get(path),
                        caller.put(path, "{}"),
                        caller.delete(path),
                        caller.get(path + "/runs"),
                        caller.post(path + "/runs", ""),
                        caller.get(path + "/runs/" + runId)))
                .extracting(HttpResponse::statusCode)
                .containsOnly(404);
        assertThat(Caller.runPage(caller.get(Caller.SUITES + "/checkout/runs")).data())
                .extracting(run -> run.testId())
                .containsExactly(tests.get(1).testId());
        assertThat(simulator.runs()).hasSize(1);
    }

    @Test
    void unknownResourcesRespondWith404InTheErrorEnvelope(Simulator simulator) {
        Caller caller = new Caller(simulator);

        for (String path : List.of(TESTS + "/nobody", "/ai/nothing", TESTS + "/", "/")) {
            HttpResponse<String> response = caller.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(json(response).get("errors").get(0).propertyNames()).contains("code", "title", "detail");
        }
        assertThat(simulator.requests())
                .last()
                .extracting(RecordedRequest::operation)
                .isNull();
    }

    @Test
    void unsupportedMethodRespondsWith405(Simulator simulator) {
        HttpResponse<String> response = new Caller(simulator).send("PATCH", TESTS + "/x", "{}");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("DELETE, GET, PUT");
        assertThat(json(response).get("errors").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Basic KEY-simulator", "Bearer", "KEY-simulator"})
    void wrongApiKeyRespondsWith401(String authorization, Simulator simulator) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + TESTS));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        HttpResponse<String> response = new Caller(simulator).send(request.build());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).get("errors").get(0).get("code").stringValue())
                .isEqualTo("10009");
    }

    @Test
    void everyResponseHasAUniqueRequestId(Simulator simulator) {
        Caller caller = new Caller(simulator);

        assertThat(List.of(caller.get(TESTS), caller.get(TESTS), caller.get("/nothing"), caller.post(TESTS, "{")))
                .extracting(response ->
                        response.headers().firstValue("x-request-id").orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void addedTestsAreListed(Simulator simulator) {
        List<AssistantTest> tests = simulator.addSuite("a/b ?x;ü", 80);

        assertThat(tests).extracting(AssistantTest::name).doesNotHaveDuplicates();
        assertThat(tests).allSatisfy(test -> assertThat(test.rubric()).hasSizeBetween(2, 3));
        assertThat(new Caller(simulator).get(TESTS + "?test_suite=a%2Fb+%3Fx;%C3%BC&page%5Bsize%5D=100"))
                .satisfies(
                        response -> assertThat(Caller.testPage(response).data()).isEqualTo(tests));
    }

    @Test
    void addingATestValidatesItLikeTheService(Simulator simulator) {
        CreateAssistantTestRequest request = CreateAssistantTestRequest.builder()
                .name("")
                .destination("x")
                .instructions("x")
                .rubric(List.of())
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.addTest(request))
                .withMessageContaining("name")
                .withMessageContaining("rubric");
    }
}
