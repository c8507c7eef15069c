package io.github.telnyxreactive.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.error.InvalidRequestException;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.setting.TelephonySettings;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.operation.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class RequestChecksTest {

    static Stream<Class<?>> bodies() {
        return Catalogue.endpoints().stream()
                .<Class<?>>map(Endpoint::bodyType)
                .filter(Objects::nonNull)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void acceptsARequestWithEveryFieldSet(Class<?> request) {
        assertThat(Requests.check(request, Requests.valid(request))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void leavesUnknownFieldsToTheService(Class<?> request) {
        ObjectNode json = Requests.valid(request);
        json.set("x_unknown", Json.tree("{\"name\": \"\", \"timeout_ms\": -1, \"tools\": [null]}"));

        assertThat(Requests.check(request, json)).isEmpty();
    }

    @Test
    void refusesAFieldOfARequestThatWasReadAsAnotherType() {
        CreateAssistantTestRequest request = TelnyxJson.read("""
                {"name": "n", "destination": "+13125550001", "instructions": "i", "rubric": [
                  {"name": "a", "criteria": "b"}], "max_duration_seconds": "soon", "description": null, "x": 1}
                """, CreateAssistantTestRequest.class);

        assertThat(RequestChecks.check(request))
                .containsExactly(new Violation("max_duration_seconds", "must be of another type"));
    }

    @Test
    void sendsBackWhatTheServiceHasSentWithinARequest() {
        for (String expression : List.of(
                "{\"type\":\"bool_op\"}",
                "{\"type\":\"bool_op\",\"op\":7,\"operands\":7}",
                "{\"type\":\"bool_op\",\"op\":\"and\",\"operands\":{}}")) {
            assertThat(RequestChecks.check(TelnyxJson.read(
                            "{\"conversation_flow\":{\"nodes\":[{}],\"edges\":[{\"condition\":"
                                    + "{\"type\":\"expression\",\"expression\":" + expression + "}}]}}",
                            UpdateAssistantRequest.class)))
                    .isEmpty();
        }
        assertThat(RequestChecks.check(TelnyxJson.read(
                        "{\"rules\":[{\"serve\":{\"rollout\":[{\"version_id\":\"v\",\"weight\":\"?\"}]}}, {\"serve\":"
                                + "{\"rollout\":7}}]}",
                        CanaryDeployRequest.class)))
                .isEmpty();
    }

    @Test
    void reportsEveryViolationInTheOrderOfTheFields() {
        CreateAssistantTestRequest request = CreateAssistantTestRequest.builder()
                .name("")
                .destination("")
                .instructions("x".repeat(5001))
                .rubric(List.of())
                .testSuite("x".repeat(101))
                .maxDurationSeconds(0)
                .build();

        assertThat(RequestChecks.check(request))
                .extracting(Violation::toString)
                .containsExactly(
                        "name must have 1 to 255 characters, not 0",
                        "destination must have at least 1 character, not 0",
                        "instructions must have 1 to 5000 characters, not 5001",
                        "rubric must have at least 1 element, not 0",
                        "max_duration_seconds must be from 1 to 3600, not 0",
                        "test_suite must have at most 100 characters, not 101");
    }

    @Test
    void reportsTheViolationsOfParametersBeforeThoseOfABody() {
        TestListParams params =
                TestListParams.builder().testSuite("").pageSize(1000).build();

        assertThat(RequestChecks.check(params, AddTagRequest.builder().tag("").build()))
                .extracting(Violation::toString)
                .containsExactly(
                        "test_suite must have at least 1 character, not 0",
                        "page_size must be from 1 to 100, not 1000",
                        "tag must have at least 1 character, not 0");
        assertThat(RequestChecks.check(null, null)).isEmpty();
    }

    @Test
    void oneExceptionListsAllViolations() {
        List<Violation> violations = RequestChecks.check(CreateAssistantTestRequest.builder()
                .name("")
                .destination("+13125550001")
                .instructions("Ask")
                .rubric(List.of())
                .build());
        InvalidRequestException exception = new InvalidRequestException("assistants.tests.create", violations);

        assertThat(exception)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("assistants.tests.create was not sent because of 2 violations: "
                        + "name must have 1 to 255 characters, not 0; rubric must have at least 1 element, not 0");
        assertThat(exception.violations()).isEqualTo(violations);
        assertThatThrownBy(() -> exception.violations().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(new InvalidRequestException("x", violations.subList(0, 1)))
                .hasMessage("x was not sent because of 1 violation: name must have 1 to 255 characters, not 0");
    }

    @Test
    void exceptionIsSerializable() throws Exception {
        List<Violation> violations = List.of(new Violation("name", "must be there"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new InvalidRequestException("x", violations));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat((InvalidRequestException) in.readObject())
                    .hasMessage("x was not sent because of 1 violation: name must be there")
                    .extracting(InvalidRequestException::violations)
                    .isEqualTo(violations);
        }
    }

    @Test
    void checksAFieldOfAnUpdateOnlyIfItIsSet() {
        assertThat(RequestChecks.check(UpdateAssistantTestRequest.builder().build()))
                .isEmpty();
        assertThat(RequestChecks.check(UpdateAssistantTestRequest.builder()
                        .name(Field.clear())
                        .rubric(Field.clear())
                        .maxDurationSeconds(Field.clear())
                        .build()))
                .isEmpty();
        assertThat(RequestChecks.check(UpdateAssistantTestRequest.builder()
                        .name(Field.set(""))
                        .rubric(Field.set(List.of()))
                        .maxDurationSeconds(Field.set(3601))
                        .build()))
                .extracting(Violation::field)
                .containsExactly("name", "max_duration_seconds", "rubric");
        assertThat(RequestChecks.check(UpdateAssistantRequestWithPromotion.builder()
                        .telephonySettings(Field.set(
                                TelephonySettings.builder().timeLimitSecs(1).build()))
                        .versionName(Field.set("x".repeat(51)))
                        .build()))
                .extracting(Violation::field)
                .containsExactly("telephony_settings.time_limit_secs", "version_name");
    }

    @Test
    void ignoresValuesThatAreNotModels() {
        for (Object value : List.of("text", 1, Map.of("name", ""), List.of(), new Object(), Json.tree("{}"))) {
            assertThat(RequestChecks.check(value)).isEmpty();
        }
    }

    @Test
    void namesAnElementOfAListByItsIndex() {
        CreateAssistantTestRequest request = TelnyxJson.read(
                Requests.valid(CreateAssistantTestRequest.class).put("name", "").toString(),
                CreateAssistantTestRequest.class);

        assertThat(RequestChecks.check(List.of(request, request)))
                .extracting(Violation::field)
                .containsExactly("[0].name", "[1].name");
    }

    @Test
    void inspectsEachClassOnce() throws ReflectiveOperationException {
        var field = RequestChecks.class.getDeclaredField("CHECKS");
        field.setAccessible(true);
        ClassValue<?> checks = (ClassValue<?>) field.get(null);
        Object cached = checks.get(CreateAssistantRequest.class);
        Requests.check(CreateAssistantRequest.class, Requests.valid(CreateAssistantRequest.class));

        assertThat(cached).extracting("components").asInstanceOf(LIST).isNotEmpty();
        assertThat(checks.get(CreateAssistantRequest.class)).isSameAs(cached);
    }

    @Test
    void collectsViolationsOfPartsInOneList() {
        Violations violations = new Violations();
        violations.add("", "is wrong");
        violations.at("rules").at("[1]").at("serve").add("", "is wrong");
        violations.at("rules").at("[1]").add("match", "is wrong");

        assertThat(violations.found())
                .extracting(Violation::field)
                .containsExactly("request", "rules[1].serve", "rules[1].match");
        assertThat(violations.at("other").found()).isEqualTo(violations.found());
    }
}
