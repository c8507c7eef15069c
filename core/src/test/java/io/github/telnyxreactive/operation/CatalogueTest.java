package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.HttpMethod.DELETE;
import static io.github.telnyxreactive.operation.HttpMethod.GET;
import static io.github.telnyxreactive.operation.HttpMethod.PUT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT_BY_KEY;
import static io.github.telnyxreactive.operation.Safety.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.page.Page;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the endpoints with the table of the API. */
class CatalogueTest {

    private static final List<String> HOSTILE = List.of(
            "../x",
            "..",
            ".",
            "...",
            "a/b",
            "/",
            "%2e",
            "%2F..",
            "x?y#z",
            "x;y=z",
            "line\r\nbreak",
            " a ",
            "\uD83D\uDE00",
            "{assistant_id}",
            "tests ",
            "x".repeat(300));

    static List<EndpointRow> rows() {
        return EndpointTable.ROWS;
    }

    @Test
    void catalogueHasTheOperationsOfTheTable() {
        assertThat(Catalogue.endpoints())
                .extracting(Endpoint::name)
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream().map(EndpointRow::name).toList());
    }

    @Test
    void catalogueHas56Operations() {
        assertThat(Catalogue.endpoints()).hasSize(56).doesNotHaveDuplicates();
    }

    @Test
    void catalogueContainsEveryConstant() {
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
    void endpointMatchesTheTable(EndpointRow row) {
        Endpoint<?> endpoint = row.endpoint();

        assertThat(endpoint.method()).isEqualTo(row.method());
        assertThat(endpoint.path()).hasToString(row.path());
        assertThat(String.join(", ", endpoint.query())).isEqualTo(row.query());
        assertThat(endpoint.bodyType()).isEqualTo(row.body());
        assertThat(endpoint.safety()).isEqualTo(row.safety());
        assertThat(endpoint.paging()).isEqualTo(row.paging());
        assertThat(endpoint).hasToString(row.name() + " (" + row.method() + " " + row.path() + ")");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsTheResponseAsTheModelOfTheTable(EndpointRow row) {
        ResponseReader<?> reader = row.endpoint().responseReader();
        assertThat(reader.hasContent()).isEqualTo(row.shape() != EndpointRow.Shape.NOTHING);
        if (row.shape() == EndpointRow.Shape.NOTHING) {
            return;
        }
        byte[] body = row.example().getBytes(StandardCharsets.UTF_8);
        String contentType = row.shape() == EndpointRow.Shape.TEXT ? "text/plain" : "application/json";
        Object read = reader.read(body, 0, body.length, contentType);
        List<?> elements =
                read instanceof Page<?> page ? page.data() : read instanceof List<?> list ? list : List.of(read);

        assertThat(elements).singleElement().isInstanceOf(row.element());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rejectsAnEmptyPathValueOrABlankIdWithTheNamesOfOperationAndVariable(EndpointRow row) {
        Endpoint<?> endpoint = row.endpoint();
        List<String> variables = endpoint.path().variables();
        for (int i = 0; i < variables.size(); i++) {
            String blank = variables.get(i).endsWith("_id") ? "  " : "";
            for (String missing : new @Nullable String[] {"", null, blank}) {
                String[] values = variables.toArray(String[]::new);
                values[i] = missing;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> endpoint.call(values))
                        .withMessageContaining(row.name() + ": " + variables.get(i));
            }
        }
    }

    static Stream<Arguments> hostileValues() {
        return rows().stream()
                .filter(row -> !row.endpoint().path().variables().isEmpty())
                .flatMap(row -> HOSTILE.stream().map(value -> Arguments.of(row, value)));
    }

    @ParameterizedTest
    @MethodSource("hostileValues")
    void encodesHostilePathValuesAsASingleSegment(EndpointRow row, String value) {
        Endpoint<?> endpoint = row.endpoint();
        List<String> variables = endpoint.path().variables();
        for (int i = 0; i < variables.size(); i++) {
            String[] values = variables.toArray(String[]::new);
            values[i] = value;
            String uri = endpoint.call(values).uri();

            assertThat(uri.substring(1).split("/", -1))
                    .as(variables.get(i))
                    .hasSameSizeAs(endpoint.path().toString().substring(1).split("/", -1))
                    .allMatch(segment -> segment.matches("[A-Za-z0-9._~%-]+"))
                    .doesNotContain(".", "..");
            assertThat(firstMatch(row.method(), uri)).isSameAs(endpoint);
            assertThat(endpoint.path().match(uri)).contains(List.of(values));
        }
    }

    /** Where a fixed segment and a variable share a position, the fixed one must come first. */
    @ParameterizedTest
    @MethodSource("rows")
    void pathOfACallMatchesItsEndpoint(EndpointRow row) {
        String[] values = row.endpoint().path().variables().toArray(String[]::new);

        assertThat(firstMatch(row.method(), row.endpoint().call(values).uri())).isSameAs(row.endpoint());
    }

    private static Endpoint<?> firstMatch(HttpMethod method, String path) {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.method() == method
                        && endpoint.path().match(path).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void idEqualToAFixedSegmentCannotBeAddressed() {
        assertThat(firstMatch(
                        GET,
                        AssistantOperations.retrieve(
                                        "tests",
                                        AssistantRetrieveParams.builder().build())
                                .uri()))
                .isSameAs(TestOperations.LIST);
        assertThat(firstMatch(GET, IntegrationOperations.retrieve("connections").uri()))
                .isSameAs(IntegrationOperations.LIST_CONNECTIONS);
        assertThat(firstMatch(
                        GET,
                        AssistantOperations.retrieve(
                                        "tests/",
                                        AssistantRetrieveParams.builder().build())
                                .uri()))
                .isSameAs(AssistantOperations.RETRIEVE);
    }

    @Test
    void exactlyElevenOperationsAcceptAnIdempotencyKey() {
        assertThat(Catalogue.endpoints())
                .filteredOn(endpoint -> endpoint.safety() == IDEMPOTENT_BY_KEY)
                .extracting(Endpoint::name)
                .containsExactlyInAnyOrder(
                        "assistants.create",
                        "assistants.clone",
                        "assistants.imports",
                        "assistants.sendSms",
                        "assistants.canaryDeploys.create",
                        "assistants.scheduledEvents.create",
                        "assistants.tests.create",
                        "assistants.tests.runs.trigger",
                        "assistants.tests.testSuites.runs.trigger",
                        "mcpServers.create",
                        "tools.create");
    }

    @Test
    void methodDeterminesTheSafetyOfTheOthers() {
        assertThat(Catalogue.endpoints()).allSatisfy(endpoint -> {
            switch (endpoint.method()) {
                case GET -> assertThat(endpoint.safety()).isEqualTo(SAFE);
                case PUT, DELETE -> assertThat(endpoint.safety()).isEqualTo(IDEMPOTENT);
                default -> assertThat(endpoint.safety()).isNotIn(SAFE, IDEMPOTENT);
            }
        });
    }

    @Test
    void everySafetyExceptNotIdempotentIsRepeatable() {
        assertThat(Safety.values())
                .filteredOn(Safety::isRepeatable)
                .containsExactly(SAFE, IDEMPOTENT, IDEMPOTENT_BY_KEY);
    }

    @Test
    void postWithoutAKeyIsNotIdempotent() {
        assertThat(Endpoint.post("x", "/x").returning(ResponseReader.nothing()).safety())
                .isEqualTo(Safety.NOT_IDEMPOTENT);
    }
}
