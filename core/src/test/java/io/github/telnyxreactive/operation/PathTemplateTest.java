package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    private static final PathTemplate RUNS = PathTemplate.parse("/suites/{suite_name}/runs");
    private static final PathTemplate RUN = PathTemplate.parse("/tests/{test_id}/runs/{run_id}");
    private static final PathTemplate NAMES = PathTemplate.parse("/suites/{suite_name}/tags/{tag}");

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("checkout", "checkout"),
                Arguments.of("AZaz09-._~", "AZaz09-._~"),
                Arguments.of("../x", "..%2Fx"),
                Arguments.of("a/b", "a%2Fb"),
                Arguments.of("/", "%2F"),
                Arguments.of("%2e", "%252e"),
                Arguments.of("%2F", "%252F"),
                Arguments.of("%", "%25"),
                Arguments.of("100%", "100%25"),
                Arguments.of("%zz", "%25zz"),
                Arguments.of(".", "%2E"),
                Arguments.of("..", "%2E%2E"),
                Arguments.of("...", "..."),
                Arguments.of("x?y#z", "x%3Fy%23z"),
                Arguments.of("a;b=c&d,e", "a%3Bb%3Dc%26d%2Ce"),
                Arguments.of("a:b@c!$'()*", "a%3Ab%40c%21%24%27%28%29%2A"),
                Arguments.of("\\\"<>^`{|}[]", "%5C%22%3C%3E%5E%60%7B%7C%7D%5B%5D"),
                Arguments.of("{suite_name}", "%7Bsuite_name%7D"),
                Arguments.of("line\r\nbreak", "line%0D%0Abreak"),
                Arguments.of("\t\u0000\u007f", "%09%00%7F"),
                Arguments.of(" ", "%20"),
                Arguments.of("a b", "a%20b"),
                Arguments.of("a+b", "a%2Bb"),
                Arguments.of("\uD83D\uDE00", "%F0%9F%98%80"),
                Arguments.of("f\u00fcr \u65e5\u672c", "f%C3%BCr%20%E6%97%A5%E6%9C%AC"),
                Arguments.of("u\u0308", "u%CC%88"),
                Arguments.of("x".repeat(300), "x".repeat(300)),
                Arguments.of("\u00e9".repeat(300), "%C3%A9".repeat(300)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void encodesEveryByteThatIsNotUnreserved(String value, String encoded) {
        assertThat(RUNS.expand(List.of(value))).isEqualTo("/suites/" + encoded + "/runs");
    }

    @ParameterizedTest
    @MethodSource("values")
    void matchReturnsTheExpandedValue(String value, String encoded) {
        assertThat(RUNS.match(RUNS.expand(List.of(value)))).contains(List.of(value));
        assertThat(NAMES.match(NAMES.expand(List.of(value, "x")))).contains(List.of(value, "x"));
        assertThat(NAMES.match(NAMES.expand(List.of("x", value)))).contains(List.of("x", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83D", "\uDE00b", "\uD83D\uD83D\uDE00"})
    void rejectsAnUnpairedSurrogate(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RUNS.expand(List.of(value)))
                .withMessageContaining("suite_name");
    }

    @Test
    void pathWithoutVariablesExpandsToItself() {
        assertThat(PathTemplate.parse("/a/b").expand(List.of())).isEqualTo("/a/b");
        assertThat(PathTemplate.parse("/a/b").match("/a/b")).contains(List.of());
        assertThat(PathTemplate.parse("/a/b").variables()).isEmpty();
    }

    @Test
    void variablesAreInTheOrderOfThePath() {
        assertThat(RUN.variables()).containsExactly("test_id", "run_id");
        assertThat(RUN).hasToString("/tests/{test_id}/runs/{run_id}");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void rejectsAMissingOrEmptyValueWithTheNameOfItsVariable(@Nullable String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RUN.expand(Arrays.asList("x", value)))
                .withMessageContaining("run_id")
                .withMessageNotContaining("test_id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RUN.expand(Arrays.asList(value, "x")))
                .withMessageContaining("test_id")
                .withMessageNotContaining("run_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "  ", "\t\r\n"})
    void rejectsABlankIdWithTheNameOfItsVariable(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RUN.expand(List.of("x", value)))
                .withMessage("run_id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RUN.expand(List.of(value, "x")))
                .withMessage("test_id must not be blank");
    }

    @Test
    void rejectsAnotherNumberOfValuesThanVariables() {
        for (List<String> values : List.of(List.<String>of(), List.of("a"), List.of("a", "b", "c"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RUN.expand(values))
                    .withMessageContaining("has 2 variables, but there are " + values.size() + " values");
        }
    }

    @Test
    void rejectsAPathWithoutALeadingSlash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.parse("tests"))
                .withMessageContaining("tests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "suites/a/runs",
                "/suites/a",
                "/suites/a/runs/",
                "/suites/a/runs/b",
                "/suites//runs",
                "/suites/a/b/runs",
                "/suites/a/Runs",
                "/Suites/a/runs",
                "//suites/a/runs",
                "/suites/a/run%73"
            })
    void doesNotMatchPathsOfOtherTemplates(String path) {
        assertThat(RUNS.match(path)).isEmpty();
    }

    @Test
    void matchKeepsInvalidPercentEncoding() {
        assertThat(RUNS.match("/suites/a+b/runs")).contains(List.of("a+b"));
        assertThat(RUNS.match("/suites/100%/runs")).contains(List.of("100%"));
        assertThat(RUNS.match("/suites/%2/runs")).contains(List.of("%2"));
        assertThat(RUNS.match("/suites/%zz%2f/runs")).contains(List.of("%zz/"));
    }
}
