package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.HttpMethod.DELETE;
import static io.github.telnyxreactive.operation.HttpMethod.GET;
import static io.github.telnyxreactive.operation.HttpMethod.POST;
import static io.github.telnyxreactive.operation.HttpMethod.PUT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT_BY_KEY;
import static io.github.telnyxreactive.operation.Safety.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The endpoints against a table of the API, written down a second time and by hand. */
class CatalogueTest {

    private static final String TESTS = "/ai/assistants/tests";
    private static final String PAGE = "page[number], page[size]";

    /** A new operation takes one line here. */
    private static final List<Row> ROWS = List.of(
            get("assistants.tests.list", TESTS, "test_suite, telnyx_conversation_channel, destination, " + PAGE)
                    .pages(AssistantTest.class),
            post("assistants.tests.create", TESTS, CreateAssistantTestRequest.class, IDEMPOTENT_BY_KEY)
                    .one(AssistantTest.class),
            get("assistants.tests.retrieve", TESTS + "/{test_id}", "").one(AssistantTest.class),
            put("assistants.tests.update", TESTS + "/{test_id}", UpdateAssistantTestRequest.class)
                    .one(AssistantTest.class),
            delete("assistants.tests.delete", TESTS + "/{test_id}").nothing(),
            get("assistants.tests.runs.list", TESTS + "/{test_id}/runs", "status, " + PAGE)
                    .pages(TestRun.class),
            post(
                            "assistants.tests.runs.trigger",
                            TESTS + "/{test_id}/runs",
                            TriggerTestRunRequest.class,
                            IDEMPOTENT_BY_KEY)
                    .one(TestRun.class),
            get("assistants.tests.runs.retrieve", TESTS + "/{test_id}/runs/{run_id}", "")
                    .one(TestRun.class),
            get("assistants.tests.testSuites.list", TESTS + "/test-suites", "").pages(String.class),
            get(
                            "assistants.tests.testSuites.runs.list",
                            TESTS + "/test-suites/{suite_name}/runs",
                            "status, test_suite_run_id, " + PAGE)
                    .pages(TestRun.class),
            post(
                            "assistants.tests.testSuites.runs.trigger",
                            TESTS + "/test-suites/{suite_name}/runs",
                            TriggerTestSuiteRunsRequest.class,
                            IDEMPOTENT_BY_KEY)
                    .list(TestRun.class));

    static List<Row> rows() {
        return ROWS;
    }

    @Test
    void theCatalogueHasTheOperationsOfTheTable() {
        assertThat(Catalogue.endpoints())
                .extracting(Endpoint::name)
                .containsExactlyInAnyOrderElementsOf(
                        ROWS.stream().map(Row::name).toList());
    }

    @Test
    void thereAreElevenOperations() {
        assertThat(Catalogue.endpoints()).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void everyConstantIsInTheCatalogue() {
        List<Object> constants = MainClasses.ALL.stream()
                .filter(type -> type.getPackage()
                        .equals(MainClasses.ALL.get(Catalogue.class).getPackage()))
                .flatMap(type -> Arrays.stream(type.reflect().getFields()))
                .filter(field -> field.getType() == Endpoint.class)
                .map(CatalogueTest::constant)
                .toList();

        assertThat(constants).hasSameElementsAs(Catalogue.endpoints());
    }

    private static Object constant(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anOperationIsAsTheTableSays(Row row) {
        Endpoint<?> endpoint = row.endpoint();

        assertThat(endpoint.method()).isEqualTo(row.method);
        assertThat(endpoint.path()).hasToString(row.path);
        assertThat(String.join(", ", endpoint.query())).isEqualTo(row.query);
        assertThat(endpoint.bodyType()).isEqualTo(row.body);
        assertThat(endpoint.safety()).isEqualTo(row.safety);
        assertThat(endpoint.paging()).isEqualTo(row.answer == Shape.PAGE ? Paging.BY_META : null);
        assertThat(endpoint).hasToString(row.name + " (" + row.method + " " + row.path + ")");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAnswerIsReadToTheModelOfTheTable(Row row) {
        Answer<?> answer = row.endpoint().answer();
        assertThat(answer.hasContent()).isEqualTo(row.answer != Shape.NOTHING);
        if (row.answer == Shape.NOTHING) {
            return;
        }
        String element = row.element == String.class
                ? "\"checkout\""
                : Json.fixture(row.element).toString();
        String json = switch (row.answer) {
            case PAGE -> "{\"data\":[" + element + "]}";
            case LIST -> "[" + element + "]";
            default -> element;
        };
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Object read = answer.read(body, 0, body.length);
        List<?> elements =
                read instanceof Page<?> page ? page.data() : read instanceof List<?> list ? list : List.of(read);

        assertThat(elements).singleElement().isInstanceOf(row.element);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEmptyValueInThePathIsRejectedWithTheNamesOfOperationAndVariable(Row row) {
        Endpoint<?> endpoint = row.endpoint();
        List<String> variables = endpoint.path().variables();
        for (int i = 0; i < variables.size(); i++) {
            for (String missing : new @Nullable String[] {"", null}) {
                String[] values = variables.toArray(String[]::new);
                values[i] = missing;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> endpoint.call(values))
                        .withMessageContaining(row.name + ": " + variables.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePathOfACallLeadsBackToItsOperation(Row row) {
        String[] values = row.endpoint().path().variables().stream()
                .map(name -> "../" + name + "?%2e")
                .toArray(String[]::new);
        String path = row.endpoint().call(values).uri();
        Endpoint<?> first = Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.method() == row.method
                        && endpoint.path().match(path).isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(first).isSameAs(row.endpoint());
        assertThat(first.path().match(path)).contains(List.of(values));
    }

    @Test
    void exactlyThreeOperationsTakeAnIdempotencyKey() {
        assertThat(named(IDEMPOTENT_BY_KEY))
                .containsExactlyInAnyOrder(
                        "assistants.tests.create",
                        "assistants.tests.runs.trigger",
                        "assistants.tests.testSuites.runs.trigger");
    }

    @Test
    void theMethodDecidesAboutTheSafetyOfTheOthers() {
        assertThat(Catalogue.endpoints()).allSatisfy(endpoint -> {
            switch (endpoint.method()) {
                case GET -> assertThat(endpoint.safety()).isEqualTo(SAFE);
                case PUT, DELETE -> assertThat(endpoint.safety()).isEqualTo(IDEMPOTENT);
                default -> assertThat(endpoint.safety()).isNotIn(SAFE, IDEMPOTENT);
            }
        });
    }

    @Test
    void onlyWhatIsNotIdempotentMayNotBeRepeated() {
        assertThat(Safety.values())
                .filteredOn(Safety::isRepeatable)
                .containsExactly(SAFE, IDEMPOTENT, IDEMPOTENT_BY_KEY);
    }

    @Test
    void aPostIsNotIdempotentUnlessItTakesAKey() {
        assertThat(Endpoint.post("x", "/x").returning(Answer.nothing()).safety())
                .isEqualTo(Safety.NOT_IDEMPOTENT);
    }

    private static List<String> named(Safety safety) {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.safety() == safety)
                .map(Endpoint::name)
                .collect(Collectors.toList());
    }

    private static Row get(String name, String path, String query) {
        return new Row(name, GET, path, query, null, SAFE, Shape.NOTHING, Void.class);
    }

    private static Row post(String name, String path, @Nullable Class<?> body, Safety safety) {
        return new Row(name, POST, path, "", body, safety, Shape.NOTHING, Void.class);
    }

    private static Row put(String name, String path, @Nullable Class<?> body) {
        return new Row(name, PUT, path, "", body, IDEMPOTENT, Shape.NOTHING, Void.class);
    }

    private static Row delete(String name, String path) {
        return new Row(name, DELETE, path, "", null, IDEMPOTENT, Shape.NOTHING, Void.class);
    }

    private enum Shape {
        ONE,
        LIST,
        PAGE,
        NOTHING
    }

    private record Row(
            String name,
            HttpMethod method,
            String path,
            String query,
            @Nullable Class<?> body,
            Safety safety,
            Shape answer,
            Class<?> element) {

        Row one(Class<?> type) {
            return answering(Shape.ONE, type);
        }

        Row list(Class<?> type) {
            return answering(Shape.LIST, type);
        }

        Row pages(Class<?> type) {
            return answering(Shape.PAGE, type);
        }

        Row nothing() {
            return this;
        }

        private Row answering(Shape shape, Class<?> type) {
            return new Row(name, method, path, query, body, safety, shape, type);
        }

        Endpoint<?> endpoint() {
            return Catalogue.endpoints().stream()
                    .filter(endpoint -> endpoint.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not in the catalogue"));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
