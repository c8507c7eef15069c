package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactoryMethodsTest {

    static Stream<Arguments> calls() {
        return Stream.of(AssistantCalls.calls(), AssistantPartCalls.calls(), TestCalls.calls(), OtherCalls.calls())
                .flatMap(calls -> calls);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void callHasItsEndpointUriAndBody(Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        assertThat(operation.endpoint()).isSameAs(endpoint);
        assertThat(operation.uri()).isEqualTo(uri);
        assertThat(operation.idempotencyKey()).isNull();
        if (body == null) {
            assertThat(operation.body()).isNull();
        } else {
            assertThat(operation.body()).isInstanceOf(endpoint.bodyType());
            assertThat(Json.text(TelnyxJson.write(operation.body()))).isEqualTo(body);
        }
    }

    @Test
    void tablesCoverEveryEndpoint() {
        Set<Object> called = calls().map(call -> call.get()[1]).collect(Collectors.toSet());

        assertThat(called).hasSameElementsAs(Catalogue.endpoints());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void toStringHasNameMethodAndUri(Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        assertThat(operation).hasToString(endpoint.name() + " (" + endpoint.method() + " " + uri + ")");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void callSendsOnlyParametersOfItsEndpoint(
            Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        String query = uri.indexOf('?') < 0 ? "" : uri.substring(uri.indexOf('?') + 1);
        List<String> names = Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter
                        .substring(0, parameter.indexOf('='))
                        .replace("%5B", "[")
                        .replace("%5D", "]"))
                .toList();

        assertThat(names).isSubsetOf(endpoint.query());
    }

    @Test
    void rejectsAnEmptyOrBlankIdWithTheNamesOfOperationAndVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestOperations.retrieve(""))
                .withMessage("assistants.tests.retrieve: test_id must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestOperations.retrieve("  "))
                .withMessage("assistants.tests.retrieve: test_id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestRunOperations.retrieve("t1", null))
                .withMessage("assistants.tests.runs.retrieve: run_id must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestSuiteOperations.triggerRuns(
                        "", TriggerTestSuiteRunsRequest.builder().build()))
                .withMessage("assistants.tests.testSuites.runs.trigger: suite_name must not be empty");
    }

    /** The factory methods that take a body, found by reflection, each with valid ids and no body. */
    static Stream<Arguments> factoriesWithBody() {
        return MainClasses.ALL.stream()
                .filter(type -> type.getSimpleName().endsWith("Operations"))
                .flatMap(type -> Stream.of(type.reflect().getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Stream.of(method.getParameterTypes())
                        .anyMatch(type -> type.getSimpleName().endsWith("Request")
                                || type.getSimpleName().endsWith("WithPromotion")))
                .map(method -> Arguments.of(
                        method,
                        Stream.of(method.getParameterTypes())
                                .map(type -> type == String.class ? "id" : null)
                                .toArray()));
    }

    @ParameterizedTest
    @MethodSource("factoriesWithBody")
    void rejectsANullRequest(Method factory, @Nullable Object[] arguments) {
        assertThatThrownBy(() -> factory.invoke(null, arguments))
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage("request");
    }

    /** The factory methods that take parameters, found by reflection, each with valid ids. */
    static Stream<Method> factoriesWithParams() {
        return MainClasses.ALL.stream()
                .filter(type -> type.getSimpleName().endsWith("Operations"))
                .flatMap(type -> Stream.of(type.reflect().getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Stream.of(method.getParameterTypes())
                        .anyMatch(type -> type.getSimpleName().endsWith("Params")));
    }

    @ParameterizedTest
    @MethodSource("factoriesWithParams")
    void callKeepsItsParams(Method factory) throws ReflectiveOperationException {
        Object[] arguments = Stream.of(factory.getParameterTypes())
                .map(type -> type == String.class ? "id" : TelnyxJson.read("{}", type))
                .toArray();

        Operation<?> operation = (Operation<?>) factory.invoke(null, arguments);

        assertThat(operation.params()).isSameAs(arguments[arguments.length - 1]);
    }

    @Test
    void everyOperationWithAQueryHasAFactoryMethodForIt() {
        int withQuery = (int) Catalogue.endpoints().stream()
                .filter(endpoint -> !endpoint.query().isEmpty())
                .count();
        assertThat(factoriesWithParams()).hasSize(withQuery);
    }

    @Test
    void everyOperationWithABodyHasAFactoryMethodForIt() {
        int withBody = (int) Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.bodyType() != null)
                .count();
        // The chat has a second one, for streamed responses.
        assertThat(factoriesWithBody()).hasSize(withBody + 1);
    }
}
