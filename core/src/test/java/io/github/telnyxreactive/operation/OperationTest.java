package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    private static final Operation<Page<AssistantTest>> LIST =
            TestOperations.list(TestListParams.builder().testSuite("checkout").build());
    private static final Operation<TestRun> TRIGGER =
            TestRunOperations.trigger("t1", TriggerTestRunRequest.builder().build());

    static List<Endpoint<?>> endpoints() {
        return Catalogue.endpoints();
    }

    @Test
    void firstPageIsRequestedWithoutANumber() {
        assertThat(LIST.uri()).isEqualTo("/ai/assistants/tests?test_suite=checkout");
        assertThat(LIST.pageSize()).isEqualTo(Paging.DEFAULT_SIZE);
    }

    @Test
    void withPageKeepsTheRestOfTheQuery() {
        Operation<?> third = LIST.withPage(3, 50);

        assertThat(third.uri())
                .isEqualTo("/ai/assistants/tests?test_suite=checkout&page%5Bnumber%5D=3&page%5Bsize%5D=50");
        assertThat(third.pageSize()).isEqualTo(50);
    }

    @Test
    void withPageReplacesThePreviousPage() {
        assertThat(LIST.withPage(2, 10).withPage(3, 20).uri())
                .isEqualTo("/ai/assistants/tests?test_suite=checkout&page%5Bnumber%5D=3&page%5Bsize%5D=20");
    }

    @Test
    void withPageOmitsTheDefaultSize() {
        Operation<?> second = LIST.withPage(2, 10).withPage(2, Paging.DEFAULT_SIZE);

        assertThat(second.uri()).isEqualTo("/ai/assistants/tests?test_suite=checkout&page%5Bnumber%5D=2");
        assertThat(second.pageSize()).isEqualTo(Paging.DEFAULT_SIZE);
    }

    @Test
    void pageSizeOfTheParametersIsUsed() {
        assertThat(TestOperations.list(TestListParams.builder().pageSize(7).build())
                        .pageSize())
                .isEqualTo(7);
    }

    @Test
    void pagesListsThatAreNotDocumentedAsPaged() {
        assertThat(TestSuiteOperations.list().withPage(2, Paging.DEFAULT_SIZE).uri())
                .isEqualTo("/ai/assistants/tests/test-suites?page%5Bnumber%5D=2");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void rejectsPagesForOtherThanLists(Endpoint<?> endpoint) {
        Operation<?> operation = anyCall(endpoint);
        if (endpoint.paging() == null) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> operation.withPage(2, 10))
                    .withMessageContaining(endpoint.name());
        } else {
            assertThat(operation.withPage(2, 10).uri()).contains("page%5Bnumber%5D=2&page%5Bsize%5D=10");
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void rejectsAnIdempotencyKeyForOtherThanKeyedOperations(Endpoint<?> endpoint) {
        Operation<?> operation = anyCall(endpoint);
        if (endpoint.safety() == Safety.IDEMPOTENT_BY_KEY) {
            assertThat(operation.withIdempotencyKey("k").idempotencyKey()).isEqualTo("k");
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> operation.withIdempotencyKey("k"))
                    .withMessageContaining(endpoint.name());
        }
    }

    static Stream<String> goodKeys() {
        return Stream.of("a", "-", "_", "0", "AZaz09_-", "7f1c2a7e-3b1d-4f57-9f3c-0a4b5c6d7e8f", "k".repeat(255));
    }

    @ParameterizedTest
    @MethodSource("goodKeys")
    void acceptsKeysOf1To255LettersDigitsUnderscoresAndHyphens(String key) {
        assertThat(TRIGGER.withIdempotencyKey(key).idempotencyKey()).isEqualTo(key);
    }

    static Stream<String> badKeys() {
        return Stream.of(
                "",
                " ",
                "a b",
                "a\n",
                "\na",
                "a\r\nX-Other: b",
                "a.b",
                "a/b",
                "a:b",
                "a+b",
                "\u00e9",
                "\u0661",
                "k".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void rejectsAnyOtherKey(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRIGGER.withIdempotencyKey(key))
                .withMessageContaining("idempotency key");
    }

    @Test
    void operationIsImmutable() {
        String listed = LIST.uri();
        Object body = TRIGGER.body();
        LIST.withPage(9, 9);
        TRIGGER.withIdempotencyKey("k");

        assertThat(LIST.uri()).isEqualTo(listed);
        assertThat(TRIGGER.idempotencyKey()).isNull();
        assertThat(TRIGGER.body()).isSameAs(body);
    }

    @Test
    void withIdempotencyKeyKeepsTheRest() {
        Operation<TestRun> keyed = TRIGGER.withIdempotencyKey("k");

        assertThat(keyed.endpoint()).isSameAs(TRIGGER.endpoint());
        assertThat(keyed.uri()).isEqualTo(TRIGGER.uri());
        assertThat(keyed.body()).isSameAs(TRIGGER.body());
    }

    @Test
    void keepsTheParamsOfAList() {
        TestListParams params = TestListParams.builder().pageSize(7).build();
        Operation<Page<AssistantTest>> list = TestOperations.list(params);

        assertThat(list.withPage(2, 7).params()).isSameAs(params);
        assertThat(list.withQuery("test_suite", "checkout").params()).isSameAs(params);
        assertThat(list.withBody(null).params()).isSameAs(params);
        assertThat(TRIGGER.withIdempotencyKey("k").params()).isNull();
    }

    @Test
    void toStringHasNameMethodAndUriButNeitherKeyNorBody() {
        assertThat(TRIGGER.withIdempotencyKey("secret"))
                .hasToString("assistants.tests.runs.trigger (POST /ai/assistants/tests/t1/runs)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b=c", "a#b", "a+b", "a b", "\u00e9", "line\nbreak", ""})
    void encodesQueryValues(String value) {
        StringBuilder encoded = new StringBuilder();
        PathTemplate.encode("value", value, encoded);

        assertThat(TestOperations.list(TestListParams.builder().testSuite(value).build())
                        .uri())
                .isEqualTo("/ai/assistants/tests?test_suite=" + encoded)
                .matches("/[a-z/]+\\?test_suite=[A-Za-z0-9%]*");
    }

    private static Operation<?> anyCall(Endpoint<?> endpoint) {
        return endpoint.call(endpoint.path().variables().toArray(String[]::new));
    }
}
