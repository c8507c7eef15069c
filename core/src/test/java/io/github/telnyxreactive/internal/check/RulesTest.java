package io.github.telnyxreactive.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The rules that go beyond the limit of a single component. */
class RulesTest {

    private static final Class<?> CANARY = CanaryDeployRequest.class;
    private static final Class<?> EVENT = CreateScheduledEventRequest.class;

    @ParameterizedTest
    @ValueSource(
            classes = {
                CreateAssistantRequest.class,
                UpdateAssistantRequest.class,
                UpdateAssistantRequestWithPromotion.class
            })
    void rejectsAnEmptyIdOfATool(Class<?> request) {
        assertThat(Requests.check(request, "tool_ids", Json.tree("[]"))).isEmpty();
        assertThat(Requests.check(request, "tool_ids", Json.tree("[\"tool-1\", \"\"]")))
                .containsExactly(new Violation("tool_ids[1]", "must have at least 1 character, not 0"));
    }

    @ParameterizedTest
    @CsvSource({
        "import_ids, io.github.telnyxreactive.model.assistant.ImportAssistantsRequest",
        "conversation_flow.nodes[0].shared_tool_ids, io.github.telnyxreactive.model.assistant.CreateAssistantRequest"
    })
    void rejectsAnEmptyIdInAList(String field, Class<?> request) {
        assertThat(Requests.check(request, field, Json.tree("[]"))).isEmpty();
        assertThat(Requests.check(request, field, Json.tree("[\"\", \"a\"]")))
                .extracting(Violation::field)
                .containsExactly(field + "[0]");
    }

    @Test
    void rejectsAnEmptyIdOfABucket() {
        assertThat(Requests.check(CreateAssistantRequest.class, "tools", Json.tree("""
                        [{"type": "retrieval", "retrieval": {"bucket_ids": ["bucket-1", ""]}}]
                        """)))
                .extracting(Violation::field)
                .containsExactly("tools[0].retrieval.bucket_ids[1]");
    }

    @Test
    void requiresEitherRulesOrVersionsOfACanaryDeploy() {
        Violation either = new Violation("request", "must have either rules or versions");
        ObjectNode both = Json.fixture(CANARY);

        assertThat(Requests.check(CANARY, both)).containsExactly(either);
        assertThat(Requests.check(CANARY, Json.tree("{}"))).containsExactly(either);
        assertThat(Requests.check(CANARY, both.deepCopy().without("rules"))).isEmpty();
        assertThat(Requests.check(CANARY, both.deepCopy().without("versions"))).isEmpty();
    }

    @Test
    void requiresEitherAVersionOrARolloutOfARule() {
        String rollout = "[{\"version_id\": \"v2\", \"weight\": 5}]";

        assertThat(serve("{\"version_id\": \"v2\"}")).isEmpty();
        assertThat(serve("{\"rollout\": " + rollout + "}")).isEmpty();
        for (String serve :
                List.of("{}", "{\"rollout\": []}", "{\"version_id\": \"v2\", \"rollout\": " + rollout + "}")) {
            assertThat(serve(serve))
                    .containsExactly(new Violation("rules[0].serve", "must have either a version_id or a rollout"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "99.5, 0", "50, 49.75", "0, 99.9"})
    void acceptsWeightsThatSumToLessThan100(double one, double other) {
        assertThat(rollout(one, other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "50, 50", "60, 60", "0, 100"})
    void rejectsWeightsThatLeaveNothingForTheMainVersion(double one, double other) {
        assertThat(rollout(one, other)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("rules[0].serve.rollout");
            assertThat(violation.message()).startsWith("must have weights that sum to less than 100, not 1");
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, -1})
    void rejectsANegativeWeight(double weight) {
        assertThat(rollout(1, weight)).extracting(Violation::field).containsExactly("rules[0].serve.rollout[1].weight");
        assertThat(rollout(1, 100.5))
                .extracting(Violation::field)
                .contains("rules[0].serve.rollout[1].weight", "rules[0].serve.rollout");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rejectsANonFiniteWeightOrPercentage(double number) {
        Serve serve = Serve.builder()
                .rollout(List.of(
                        RolloutSlot.builder().versionId("v2").weight(number).build()))
                .build();
        VersionPercentage version =
                VersionPercentage.builder().versionId("v2").percentage(number).build();

        assertThat(RequestChecks.check(serve)).extracting(Violation::field).contains("rollout[0].weight");
        assertThat(RequestChecks.check(version)).extracting(Violation::field).containsExactly("percentage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1", "50", "99.999"})
    void acceptsAPercentageBetween0And100(String percentage) {
        assertThat(versions(percentage)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "-1", "100.5"})
    void rejectsAPercentageOfAtMost0OrAtLeast100(String percentage) {
        assertThat(versions(percentage)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("versions[0].percentage");
            assertThat(violation.message()).startsWith("must be above 0 and below 100, not " + percentage);
        });
    }

    @Test
    void requiresTheTextOfATextMessage() {
        ObjectNode sms = Requests.valid(EVENT).put("telnyx_conversation_channel", "sms_chat");
        Violation missing = new Violation("text", "is required for a text message");

        assertThat(Requests.check(EVENT, sms)).isEmpty();
        assertThat(Requests.check(EVENT, sms.deepCopy().put("text", ""))).containsExactly(missing);
        assertThat(Requests.check(EVENT, sms.deepCopy().without("text"))).containsExactly(missing);
        for (String channel : List.of("phone_call", "x_brand_new")) {
            assertThat(Requests.check(
                            EVENT,
                            sms.deepCopy()
                                    .put("telnyx_conversation_channel", channel)
                                    .without("text")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {CreateScheduledEventRequest.class, AssistantSmsChatRequest.class})
    void acceptsOnlyTextsWholeNumbersAndBooleansAsMetadata(Class<?> request) {
        for (String value : List.of("\"\"", "\"A-17\"", "0", "-5", "9007199254740993", "true", "false")) {
            assertThat(Requests.check(request, "conversation_metadata.key", Json.tree(value)))
                    .as(value)
                    .isEmpty();
        }
        for (String value : List.of("1.5", "1.0", "null", "[]", "{}", "[\"A-17\"]", "{\"a\": 1}")) {
            assertThat(Requests.check(request, "conversation_metadata.key", Json.tree(value)))
                    .as(value)
                    .containsExactly(
                            new Violation("conversation_metadata.key", "must be a string, an integer or a boolean"));
        }
    }

    @ParameterizedTest
    @CsvSource({"not, 1", "and, 2", "and, 5", "or, 2", "or, 3", "x_xor, 0", "x_xor, 1", "x_xor, 3"})
    void acceptsTheNumberOfOperandsOfAnOperator(String operator, int operands) {
        assertThat(condition(operation(operator, operands))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "not, 0, must have 1 element for",
        "not, 2, must have 1 element for",
        "and, 0, must have at least 2 elements for",
        "and, 1, must have at least 2 elements for",
        "or, 0, must have at least 2 elements for",
        "or, 1, must have at least 2 elements for"
    })
    void rejectsAnyOtherNumberOfOperands(String operator, int operands, String message) {
        String path = "conversation_flow.edges[0].condition.expression.operands";
        String text = message + " \"" + operator + "\", not " + operands;

        assertThat(condition(operation(operator, operands))).containsExactly(new Violation(path, text));
        assertThat(condition("{\"type\": \"bool_op\", \"op\": \"not\", \"operands\": [{\"type\": \"comparison\","
                        + " \"op\": \"==\", \"left\": " + operation(operator, operands)
                        + ", \"right\": {\"type\": \"bool_literal\", \"value\": true}}]}"))
                .containsExactly(new Violation(path + "[0].left.operands", text));
    }

    private static String operation(String operator, int operands) {
        String operand = "{\"type\": \"bool_literal\", \"value\": true}";
        return "{\"type\": \"bool_op\", \"op\": \"" + operator + "\", \"operands\": ["
                + String.join(", ", Collections.nCopies(operands, operand)) + "]}";
    }

    private static List<Violation> condition(String expression) {
        return Requests.check(
                CreateAssistantRequest.class,
                "conversation_flow.edges[0].condition",
                Json.tree("{\"type\": \"expression\", \"expression\": " + expression + "}"));
    }

    private static List<Violation> serve(String serve) {
        return Requests.check(CANARY, "rules[0].serve", Json.tree(serve));
    }

    private static List<Violation> rollout(double one, double other) {
        return serve("{\"rollout\": [{\"version_id\": \"v2\", \"weight\": " + one
                + "}, {\"version_id\": \"v3\", \"weight\": " + other + "}]}");
    }

    private static List<Violation> versions(String percentage) {
        return Requests.check(
                CANARY, Json.tree("{\"versions\": [{\"version_id\": \"v2\", \"percentage\": " + percentage + "}]}"));
    }
}
