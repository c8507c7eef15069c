package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.ScriptedService.Answer;
import io.github.telnyxreactive.ScriptedService.Asked;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PageCursor;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.paging.Positioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Lists whose pages are numbered, described or wrapped oddly, or have elements that cannot be read. */
class OddListsTest {

    private static final ScriptedService SERVICE = new ScriptedService(request -> Answer.status(404));
    private static final TelnyxClient CLIENT = SERVICE.client().build();
    private static final String TEST_META =
            "{\"page_number\":%d,\"page_size\":2,\"total_pages\":3,\"total_results\":5}";

    /** How a list is read. */
    enum Mode {
        STREAMED {
            @Override
            <T> PagedFlux<T> of(PagedFlux<T> list) {
                return list;
            }
        },
        PREFETCHED {
            @Override
            <T> PagedFlux<T> of(PagedFlux<T> list) {
                return list.prefetchPages(2);
            }
        },
        CONCURRENT {
            @Override
            <T> PagedFlux<T> of(PagedFlux<T> list) {
                return list.concurrentPages(2);
            }
        },
        BY_PAGE {
            @Override
            <T> PagedFlux<T> of(PagedFlux<T> list) {
                return list;
            }

            @Override
            <T> Flux<T> elements(PagedFlux<T> list) {
                return list.pages().concatMapIterable(page -> page.data());
            }
        };

        abstract <T> PagedFlux<T> of(PagedFlux<T> list);

        <T> Flux<T> elements(PagedFlux<T> list) {
            return of(list);
        }
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        SERVICE.close();
    }

    private static PagedFlux<AssistantTest> tests() {
        return CLIENT.ai().assistants().tests().list();
    }

    private static PagedFlux<McpServer> servers() {
        return CLIENT.ai()
                .mcpServers()
                .list(McpServerListParams.builder().pageSize(2).build());
    }

    private static int number(Asked asked) {
        return Integer.parseInt(asked.query().getOrDefault("page[number]", "1"));
    }

    /** Answers with pages of elements, each of them with metadata after a comma, or without. */
    private static void pages(IntFunction<String> meta, List<List<String>> pages) {
        SERVICE.answer(asked -> {
            int number = number(asked);
            List<String> page = number <= pages.size() ? pages.get(number - 1) : List.of();
            String after = meta.apply(number);
            return Answer.json("{\"data\":" + page + (after.isEmpty() ? "" : ",\"meta\":" + after) + "}");
        });
    }

    private static void arrays(List<List<String>> pages) {
        SERVICE.answer(asked -> {
            int number = number(asked);
            return Answer.json(String.valueOf(number <= pages.size() ? pages.get(number - 1) : List.of()));
        });
    }

    private static String test(int id) {
        return "{\"test_id\":\"" + id + "\"}";
    }

    private static String server(int id) {
        return "{\"id\":\"" + id + "\"}";
    }

    private static List<List<String>> paged(int size, IntFunction<String> element, int... ids) {
        List<List<String>> pages = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (i % size == 0) {
                pages.add(new ArrayList<>());
            }
            pages.get(pages.size() - 1).add(element.apply(ids[i]));
        }
        return pages;
    }

    private static List<String> testIds(Mode mode, PagedFlux<AssistantTest> list) {
        return Objects.requireNonNull(
                mode.elements(list).map(AssistantTest::testId).collectList().block());
    }

    private static List<String> serverIds(Mode mode, PagedFlux<McpServer> list) {
        return Objects.requireNonNull(
                mode.elements(list).map(McpServer::id).collectList().block());
    }

    private record Meta(String name, IntFunction<String> json, int requests) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> metadata() {
        List<Meta> all = List.of(
                new Meta("as documented", TEST_META::formatted, 3),
                new Meta("numbered from 0", number -> TEST_META.formatted(number - 1), 3),
                new Meta(
                        "no pages",
                        number -> "{\"page_number\":" + number
                                + ",\"page_size\":2,\"total_pages\":0,\"total_results\":5}",
                        3),
                new Meta(
                        "a text as total", number -> TEST_META.formatted(number).replace(":3,", ":\"three\","), 3),
                new Meta(
                        "a total beyond int",
                        number -> TEST_META.formatted(number).replace(":3,", ":3000000000,"),
                        3),
                new Meta(
                        "a fraction as total",
                        number -> TEST_META.formatted(number).replace(":3,", ":2.5,"),
                        3),
                new Meta(
                        "a text as number",
                        number -> TEST_META.formatted(number).replace(":" + number + ",", ":\"x\","),
                        3),
                // A single element is taken for the last page.
                new Meta("nothing", number -> "{}", 3),
                new Meta("a text", number -> "\"more\"", 3),
                new Meta("an array", number -> "[1,2]", 3),
                new Meta("a number", number -> "7", 3));
        return all.stream().flatMap(meta -> Stream.of(Mode.values()).map(mode -> Arguments.of(meta, mode)));
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void readsEveryElementOnceWhateverTheMetadataSays(Meta meta, Mode mode) {
        pages(meta.json(), paged(2, OddListsTest::test, 1, 2, 3, 4, 5));

        assertThat(testIds(mode, tests())).containsExactly("1", "2", "3", "4", "5");
        assertThat(SERVICE.asked()).hasSize(meta.requests());
    }

    @ParameterizedTest
    @EnumSource
    void aSingleElementWithoutATotalIsNotReadForEver(Mode mode) {
        for (String meta : List.of("{}", "\"x\"", "{\"page_number\":\"1\",\"total_pages\":\"1\"}")) {
            SERVICE.answer(Answer.json("{\"data\":[" + test(1) + "],\"meta\":" + meta + "}"));

            assertThat(testIds(mode, tests())).containsExactly("1");
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    /** The handler is asked, although not even the text of the number can be kept. */
    @ParameterizedTest
    @EnumSource
    void aNumberThatNothingCanHoldCostsItsElement(Mode mode) {
        SERVICE.answer(Answer.json("{\"data\":[" + test(1) + ",{\"test_id\":\"2\",\"x\":1e99999999999}," + test(3)
                + "],\"meta\":" + TEST_META.formatted(1).replace(":3,", ":1,") + "}"));
        List<Throwable> errors = new ArrayList<>();

        if (mode == Mode.STREAMED) {
            assertThat(testIds(mode, tests().onUnreadable(errors::add))).containsExactly("1", "3");
            assertThat(errors).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTotalOfZeroIsNoReasonToStop(Mode mode) {
        pages(
                number -> "{\"page_number\":" + number + ",\"page_size\":2,\"total_pages\":0,\"total_results\":0}",
                paged(2, OddListsTest::test, 1, 2, 3, 4, 5));

        assertThat(testIds(mode, tests())).containsExactly("1", "2", "3", "4", "5");
        assertThat(SERVICE.asked()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aNegativeTotalIsNoReasonToStop(Mode mode) {
        pages(
                number -> "{\"page_number\":" + number + ",\"page_size\":2,\"total_pages\":-1,\"total_results\":-1}",
                paged(2, OddListsTest::test, 1, 2, 3, 4, 5));

        assertThat(testIds(mode, tests())).containsExactly("1", "2", "3", "4", "5");
        assertThat(SERVICE.asked()).hasSize(3);
    }

    /** The first page, which is requested without a number, is page 0, and page 2 is the third. */
    @ParameterizedTest
    @EnumSource
    void neverPassesOverAPageIfRequestsAreNumberedFromZeroToo(Mode mode) {
        List<List<String>> pages = paged(2, OddListsTest::test, 1, 2, 3, 4, 5);
        SERVICE.answer(asked -> {
            int number = Integer.parseInt(asked.query().getOrDefault("page[number]", "0"));
            List<String> page = number < pages.size() ? pages.get(number) : List.of();
            return Answer.json("{\"data\":" + page + ",\"meta\":" + TEST_META.formatted(number) + "}");
        });

        List<String> read = new ArrayList<>();
        Throwable error = mode.elements(tests())
                .doOnNext(test -> read.add(test.testId()))
                .then()
                .materialize()
                .map(signal ->
                        signal.hasError() ? Objects.requireNonNull(signal.getThrowable()) : new Throwable("none"))
                .block();

        if (error instanceof TelnyxException) {
            // The metadata follows the elements, so those of a page that is streamed are emitted before it is known.
            assertThat(read).startsWith("1", "2").hasSizeLessThan(4);
        } else {
            assertThat(read).containsExactly("1", "2", "3", "4", "5");
        }
    }

    /** A service that repeats its first page is not read for ever, even if it numbers it from 0. */
    @ParameterizedTest
    @EnumSource
    void endsIfTheFirstPageIsRepeated(Mode mode) {
        SERVICE.answer(Answer.json("{\"data\":" + List.of(test(1), test(2)) + ",\"meta\":"
                + "{\"page_number\":0,\"page_size\":2,\"total_pages\":3,\"total_results\":5}}"));

        StepVerifier.create(mode.elements(tests()).map(AssistantTest::testId).take(20))
                .expectNext("1", "2")
                .verifyError(DecodingException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aPageWithoutMetadataIsTheLast(Mode mode) {
        for (String meta : List.of("", "null")) {
            pages(number -> meta, paged(5, OddListsTest::test, 1, 2, 3, 4, 5));

            assertThat(testIds(mode, tests())).containsExactly("1", "2", "3", "4", "5");
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullInsteadOfElementsIsAnEmptyListIfItsTotalSaysSo(Mode mode) {
        SERVICE.answer(
                Answer.json("{\"data\":null,\"meta\":{\"page_number\":1,\"total_pages\":0,\"total_results\":0}}"));

        assertThat(testIds(mode, tests())).isEmpty();
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void nullInsteadOfElementsIsOtherwiseAnError(Mode mode) {
        for (String meta : List.of("", ",\"meta\":null", ",\"meta\":" + TEST_META.formatted(1))) {
            SERVICE.answer(Answer.json("{\"data\":null" + meta + "}"));

            StepVerifier.create(mode.elements(tests())).verifyErrorSatisfies(error -> assertUnexpected(error, 200));
            assertThat(SERVICE.asked()).hasSize(1);
        }
    }

    private static void assertUnexpected(Throwable error, int status) {
        assertThat(error).isInstanceOfSatisfying(DecodingException.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.isOutcomeKnown()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void readsABareArrayWhereAnObjectIsDocumented(Mode mode) {
        SERVICE.answer(Answer.json(String.valueOf(List.of(test(1), test(2)))));

        assertThat(testIds(mode, tests())).containsExactly("1", "2");
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void readsAnObjectWhereABareArrayIsDocumented(Mode mode) {
        pages(number -> "", paged(2, OddListsTest::server, 1, 2, 3, 4, 5));

        assertThat(serverIds(mode, servers())).containsExactly("1", "2", "3", "4", "5");
        assertThat(SERVICE.asked()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void readsAnObjectWithMetadataWhereABareArrayIsDocumented(Mode mode) {
        pages(TEST_META::formatted, paged(2, OddListsTest::server, 1, 2, 3, 4, 5));

        assertThat(serverIds(mode, servers())).containsExactly("1", "2", "3", "4", "5");
        assertThat(SERVICE.asked()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void readsJsonThatIsServedAsHtml(Mode mode) {
        SERVICE.answer(new Answer(200, "text/html", "{\"data\":" + List.of(test(1), test(2)) + "}"));

        assertThat(testIds(mode, tests())).containsExactly("1", "2");
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPageInHtmlIsNoList(Mode mode) {
        SERVICE.answer(new Answer(200, "text/html", "<html>sign in</html>"));

        StepVerifier.create(mode.elements(tests()))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DecodingException.class,
                                e -> assertThat(SERVICE.asked()).hasSize(e.attempts())));
    }

    // Elements that cannot be read

    private static List<List<String>> oneOdd(String odd) {
        return List.of(List.of(test(1), odd, test(2)), List.of(test(3), test(4), test(5)));
    }

    private static void answerOneOdd(String odd) {
        pages(
                number -> "{\"page_number\":" + number + ",\"page_size\":3,\"total_pages\":2,\"total_results\":6}",
                oneOdd(odd));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"name\":\"x\"}", "{\"test_id\":null}", "{\"test_id\":[1]}", "null", "7", "\"x\"", "[]"})
    void anElementWithoutAnIdEndsTheListAfterThoseBeforeIt(String odd) {
        answerOneOdd(odd);

        StepVerifier.create(tests().map(AssistantTest::testId))
                .expectNext("1")
                .verifyErrorSatisfies(error -> assertUnreadable(error, odd));
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREFETCHED", "CONCURRENT"})
    void anElementWithoutAnIdEndsTheListAfterThoseBeforeItAlsoIfPagesAreReadAhead(Mode mode) {
        answerOneOdd("{}");

        StepVerifier.create(mode.elements(tests()).map(AssistantTest::testId))
                .expectNext("1")
                .verifyErrorSatisfies(error -> assertUnreadable(error, "{}"));
    }

    @Test
    void aPageWithAnElementWithoutAnIdIsAnErrorWithTheOthers() {
        answerOneOdd("{}");

        StepVerifier.create(tests().pages()).verifyErrorSatisfies(error -> {
            assertUnreadable(error, "{}");
            assertThat(((DecodingException) error).readable())
                    .isInstanceOfSatisfying(
                            Page.class, page -> assertThat(page.length()).isEqualTo(3));
        });
        assertThat(SERVICE.asked()).hasSize(1);
    }

    private static void assertUnreadable(Throwable error, String odd) {
        assertUnexpected(error, 200);
        DecodingException unreadable = (DecodingException) error;
        assertThat(unreadable.unreadable())
                .singleElement()
                .satisfies(node -> assertThat(node.toString()).isEqualTo(odd));
        assertThat(unreadable.operation()).isEqualTo("assistants.tests.list");
        assertThat(unreadable.requestId()).isEqualTo("r-1");
        assertThat(unreadable.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void skipsWhatCannotBeRead(Mode mode) {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        answerOneOdd("{\"name\":\"x\"}");

        assertThat(testIds(mode, tests().onUnreadable(skipped::add))).containsExactly("1", "2", "3", "4", "5");
        assertThat(SERVICE.asked()).hasSize(2);
        assertThat(skipped).singleElement().satisfies(error -> assertUnreadable(error, "{\"name\":\"x\"}"));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheSettingsDoesNotMatter(Mode mode) {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        answerOneOdd("{}");

        assertThat(testIds(
                        Mode.BY_PAGE == mode ? mode : Mode.STREAMED,
                        mode.of(tests()).onUnreadable(skipped::add)))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(skipped).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void eachSubscriptionTellsTheHandler(Mode mode) {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        answerOneOdd("{}");
        PagedFlux<AssistantTest> list = tests().onUnreadable(skipped::add);

        assertThat(testIds(mode, list)).containsExactly("1", "2", "3", "4", "5");
        assertThat(testIds(mode, list)).containsExactly("1", "2", "3", "4", "5");
        assertThat(skipped).hasSize(2);
        assertThat(SERVICE.asked()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerThatThrowsEndsTheList(Mode mode) {
        answerOneOdd("{}");
        PagedFlux<AssistantTest> list = tests().onUnreadable(error -> {
            throw new IllegalStateException("handler");
        });
        List<String> read = new CopyOnWriteArrayList<>();

        StepVerifier.create(mode.elements(list)
                        .doOnNext(test -> read.add(test.testId()))
                        .then())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("handler"));
        assertThat(read).isEqualTo(mode == Mode.STREAMED ? List.of("1") : List.of());
        assertThat(SERVICE.asked()).hasSize(1);
        Await.until(() -> CLIENT.pool().acquired() == 0);
    }

    @Test
    void skippingTakesNoDemand() {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        pages(TEST_META::formatted, List.of(List.of("{}", "{}"), List.of("{}", test(4)), List.of(test(5))));

        StepVerifier.create(tests().onUnreadable(skipped::add).map(AssistantTest::testId), 0)
                .expectSubscription()
                .then(() -> assertThat(SERVICE.asked()).isEmpty())
                .thenRequest(1)
                .expectNext("4")
                .then(() -> assertThat(skipped).hasSize(3))
                .then(() -> assertThat(SERVICE.asked()).hasSize(2))
                .thenRequest(1)
                .expectNext("5")
                .verifyComplete();
        assertThat(SERVICE.asked()).hasSize(3);
    }

    @Test
    void takesNoMoreRequestsThanNeeded() {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        answerOneOdd("{}");

        List<String> two = tests().onUnreadable(skipped::add)
                .map(AssistantTest::testId)
                .take(2)
                .collectList()
                .block();

        assertThat(two).containsExactly("1", "2");
        assertThat(SERVICE.asked()).hasSize(1);
    }

    private static List<String> positions(Mode mode, PagedFlux<AssistantTest> list) {
        return Objects.requireNonNull(mode.of(list)
                .positions()
                .map(position -> position.value().testId() + "@"
                        + position.next().page() + "." + position.next().index())
                .collectList()
                .block());
    }

    @Test
    void positionsCountWhatWasSkipped() {
        answerOneOdd("{}");

        assertThat(positions(Mode.STREAMED, tests().onUnreadable(error -> {})))
                .containsExactly("1@1.1", "2@1.3", "3@2.1", "4@2.2", "5@2.3");
    }

    @ParameterizedTest
    @EnumSource(names = {"PREFETCHED", "CONCURRENT"})
    void positionsCountWhatWasSkippedAlsoIfPagesAreReadAhead(Mode mode) {
        answerOneOdd("{}");

        assertThat(positions(mode, tests().onUnreadable(error -> {})))
                .containsExactly("1@1.1", "2@1.3", "3@2.1", "4@2.2", "5@2.3");
    }

    private static void assertResumesAnywhere(Mode before, Mode after) {
        answerOneOdd("{}");
        PagedFlux<AssistantTest> list = tests().onUnreadable(error -> {});
        List<Positioned<AssistantTest>> all =
                Objects.requireNonNull(before.of(list).positions().collectList().block());
        for (int read = 1; read < all.size(); read++) {
            PageCursor cursor = all.get(read - 1).next();
            assertThat(after.of(list)
                            .resumeFrom(cursor)
                            .map(AssistantTest::testId)
                            .collectList()
                            .block())
                    .as("from %s", cursor)
                    .isEqualTo(List.of("1", "2", "3", "4", "5").subList(read, 5));
        }
    }

    @Test
    void resumesBehindWhatWasSkipped() {
        assertResumesAnywhere(Mode.STREAMED, Mode.STREAMED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREFETCHED", "CONCURRENT"})
    void resumesBehindWhatWasSkippedAlsoIfPagesAreReadAhead(Mode mode) {
        assertResumesAnywhere(Mode.STREAMED, mode);
        assertResumesAnywhere(mode, Mode.STREAMED);
        assertResumesAnywhere(mode, mode);
    }

    @Test
    void whatIsBeforeTheCursorIsNotToldAgain() {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        answerOneOdd("{}");

        List<String> rest = tests().onUnreadable(skipped::add)
                .resumeFrom(new PageCursor(1, 2, 0))
                .map(AssistantTest::testId)
                .collectList()
                .block();

        assertThat(rest).containsExactly("2", "3", "4", "5");
        assertThat(skipped).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsFullWithAnElementThatCannotBeRead(Mode mode) {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        arrays(List.of(List.of(server(1), "{}"), List.of("7", server(4)), List.of("null", "{}"), List.of(server(7))));

        assertThat(serverIds(mode, servers().onUnreadable(skipped::add))).containsExactly("1", "4", "7");
        assertThat(SERVICE.asked()).hasSize(4);
        assertThat(skipped.stream().mapToInt(error -> error.unreadable().size()).sum())
                .isEqualTo(4);
    }

    /** As a service does that ignores the number of the page. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STREAMED")
    void aRepeatedPageIsAnErrorEvenIfItsFirstElementCannotBeRead(Mode mode) {
        SERVICE.answer(Answer.json(String.valueOf(List.of("{}", server(1), server(2)))));
        PagedFlux<McpServer> list = CLIENT.ai()
                .mcpServers()
                .list(McpServerListParams.builder().pageSize(3).build())
                .onUnreadable(error -> {});

        StepVerifier.create(mode.elements(list).map(McpServer::id).take(100))
                .expectNext("1", "2")
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("same element"));
        assertThat(SERVICE.asked().size()).isBetween(2, 4);
    }

    @Test
    void aStreamedPageThatIsRepeatedIsAnErrorEvenIfItsFirstElementCannotBeRead() {
        aRepeatedPageIsAnErrorEvenIfItsFirstElementCannotBeRead(Mode.STREAMED);
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfWhichNothingCanBeReadHaveAnEnd(Mode mode) {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        arrays(List.of(List.of("{\"a\":1}", "{}"), List.of("{\"a\":2}", "{}"), List.of("{\"a\":3}")));

        assertThat(serverIds(mode, servers().onUnreadable(skipped::add))).isEmpty();
        assertThat(SERVICE.asked()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void skipsWhatIsNoNameInAListOfNames(Mode mode) {
        SERVICE.answer(Answer.json("{\"data\":[\"a\",7,null,{\"name\":\"b\"},\"c\"]}"));
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        PagedFlux<String> names =
                CLIENT.ai().assistants().tests().testSuites().list().onUnreadable(skipped::add);

        assertThat(mode.elements(names).collectList().block()).containsExactly("a", "c");
        assertThat(skipped.stream()
                        .flatMap(error -> error.unreadable().stream())
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("7 null {\"name\":\"b\"}");
        assertThat(SERVICE.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void otherErrorsAreNotSkipped(Mode mode) {
        List<DecodingException> skipped = new CopyOnWriteArrayList<>();
        SERVICE.answer(Answer.json("{\"items\":[]}"));

        StepVerifier.create(mode.elements(tests().onUnreadable(skipped::add)))
                .verifyErrorSatisfies(error -> assertUnexpected(error, 200));
        assertThat(skipped).isEmpty();
        assertThat(SERVICE.asked()).hasSize(1);
    }
}
