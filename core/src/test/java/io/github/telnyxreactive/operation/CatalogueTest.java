package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.HttpMethod.DELETE;
import static io.github.telnyxreactive.operation.HttpMethod.GET;
import static io.github.telnyxreactive.operation.HttpMethod.PUT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT_BY_KEY;
import static io.github.telnyxreactive.operation.Safety.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
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

/** The endpoints against the table of the API. */
class CatalogueTest {

    static List<EndpointRow> rows() {
        return EndpointRow.ROWS;
    }

    @Test
    void theCatalogueHasTheOperationsOfTheTable() {
        assertThat(Catalogue.endpoints())
                .extracting(Endpoint::name)
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream().map(EndpointRow::name).toList());
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
    void anOperationIsAsTheTableSays(EndpointRow row) {
        Endpoint<?> endpoint = row.endpoint();

        assertThat(endpoint.method()).isEqualTo(row.method());
        assertThat(endpoint.path()).hasToString(row.path());
        assertThat(String.join(", ", endpoint.query())).isEqualTo(row.query());
        assertThat(endpoint.bodyType()).isEqualTo(row.body());
        assertThat(endpoint.safety()).isEqualTo(row.safety());
        assertThat(endpoint.paging()).isEqualTo(row.answer() == EndpointRow.Shape.PAGE ? Paging.BY_META : null);
        assertThat(endpoint).hasToString(row.name() + " (" + row.method() + " " + row.path() + ")");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAnswerIsReadToTheModelOfTheTable(EndpointRow row) {
        Answer<?> answer = row.endpoint().answer();
        assertThat(answer.hasContent()).isEqualTo(row.answer() != EndpointRow.Shape.NOTHING);
        if (row.answer() == EndpointRow.Shape.NOTHING) {
            return;
        }
        String element = row.element() == String.class
                ? "\"checkout\""
                : Json.fixture(row.element()).toString();
        String json = switch (row.answer()) {
            case PAGE -> "{\"data\":[" + element + "]}";
            case LIST -> "[" + element + "]";
            default -> element;
        };
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Object read = answer.read(body, 0, body.length);
        List<?> elements =
                read instanceof Page<?> page ? page.data() : read instanceof List<?> list ? list : List.of(read);

        assertThat(elements).singleElement().isInstanceOf(row.element());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEmptyValueInThePathIsRejectedWithTheNamesOfOperationAndVariable(EndpointRow row) {
        Endpoint<?> endpoint = row.endpoint();
        List<String> variables = endpoint.path().variables();
        for (int i = 0; i < variables.size(); i++) {
            for (String missing : new @Nullable String[] {"", null}) {
                String[] values = variables.toArray(String[]::new);
                values[i] = missing;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> endpoint.call(values))
                        .withMessageContaining(row.name() + ": " + variables.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePathOfACallLeadsBackToItsOperation(EndpointRow row) {
        String[] values = row.endpoint().path().variables().stream()
                .map(name -> "../" + name + "?%2e")
                .toArray(String[]::new);
        String path = row.endpoint().call(values).uri();
        Endpoint<?> first = Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.method() == row.method()
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
}
