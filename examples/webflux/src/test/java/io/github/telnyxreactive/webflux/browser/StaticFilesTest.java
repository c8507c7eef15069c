package io.github.telnyxreactive.webflux.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the files of the page are consistent, self-contained and accessible. */
class StaticFilesTest {

    private static final Path ROOT = Path.of("src", "main", "resources", "static");
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** The minimum contrast of texts, and of other meaningful graphics, at level AA of the accessibility guidelines. */
    private static final double TEXT = 4.5;

    private static final double FILL = 3;

    @Test
    void loadsNothingFromOtherOrigins() throws IOException {
        assertThat(files(""))
                .allSatisfy((name, text) ->
                        assertThat(text.replace(NAMESPACE, "")).as(name).doesNotContainPattern("https?:|[\"'(]//"));
    }

    @Test
    void compliesWithAStrictContentSecurityPolicy() throws IOException {
        String page = file("index.html");

        assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son\\w+=|javascript:|<script(?![^>]* src=)");
        assertThat(files(".js"))
                .allSatisfy((name, text) -> assertThat(text)
                        .as(name)
                        .doesNotContainPattern(
                                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function"));
    }

    @Test
    void referencesAreDefined() throws IOException {
        String page = file("index.html");
        assertThat(found(page, "(?:href|src)=\"([^#\"][^\"]*)\""))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).isRegularFile());
        assertThat(found(all(".js"), "from '\\./([^']+)'"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ROOT.resolve("js").resolve(name)).isRegularFile());

        Set<String> ids = found(page, "\\sid=\"([^\"]+)\"");
        assertThat(ids)
                .containsAll(found(page, "(?:href=\"#|labelledby=\"|describedby=\")([^\"/]+)\""))
                .containsAll(found(all(".js"), "getElementById\\('([^']+)'\\)"))
                .containsAll(prefixed("icon-", found(all(".js"), "icon\\('([^']+)'\\)")))
                .containsAll(prefixed("icon-", found(file("js/status.js"), "key: '([^']+)'")));
        assertThat(found(page, "<template id=\"([^\"]+)-template\""))
                .isEqualTo(found(all(".js"), "stamp\\('([^']+)'\\)"));
        assertThat(found(page, "data-part=\"([^\"]+)\""))
                .isEqualTo(found(all(".js"), "part\\((?:[\\w.#]+, )?'([^']+)'\\)"));
    }

    @Test
    void idsAreUnique() throws IOException {
        Matcher ids = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(file("index.html"));
        assertThat(ids.results().map(id -> id.group(1))).doesNotHaveDuplicates();
    }

    @Test
    void everyTokenIsDefinedAndUsed() throws IOException {
        Set<String> set = found(all(".css"), "(?m)^\\s*(--[\\w-]+):");
        set.addAll(found(all(".js"), "setProperty\\('(--[\\w-]+)'"));

        assertThat(found(all(".css"), "var\\((--[\\w-]+)")).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource({
        "ink, page",
        "ink, surface",
        "ink, sunken",
        "ink, accent-tint",
        "ink, failed-tint",
        "ink-soft, page",
        "ink-soft, surface",
        "ink-soft, sunken",
        "ink-soft, accent-tint",
        "ink-soft, failed-tint",
        "accent, page",
        "accent, surface",
        "accent-ink, accent",
        "accent-ink, accent-strong",
        "notice, notice-tint",
    })
    void textsHaveEnoughContrast(String text, String ground) throws IOException {
        assertContrast(text, ground, TEXT);
    }

    @ParameterizedTest
    @CsvSource({"pending", "starting", "running", "passed", "failed", "error"})
    void statusesHaveEnoughContrast(String status) throws IOException {
        assertContrast(status + "-text", status + "-tint", TEXT);
        assertContrast(status + "-text", "surface", TEXT);
        assertContrast(status + "-fill", "surface", FILL);
    }

    @Test
    void controlsHaveEnoughContrast() throws IOException {
        assertContrast("control-line", "surface", FILL);
        assertContrast("control-line", "page", FILL);
    }

    private static void assertContrast(String one, String other, double least) throws IOException {
        String[] schemes = file("css/tokens.css").split("@media \\(prefers-color-scheme: dark\\)");
        assertThat(schemes).hasSize(2);
        for (String scheme : schemes) {
            Map<String, String> colours = Pattern.compile("--([\\w-]+): #([0-9a-f]{6});")
                    .matcher(scheme)
                    .results()
                    .collect(Collectors.toMap(token -> token.group(1), token -> token.group(2)));
            assertThat(colours).containsKeys(one, other);
            double first = luminance(colours.getOrDefault(one, ""));
            double second = luminance(colours.getOrDefault(other, ""));
            assertThat((Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05))
                    .as("contrast of " + one + " #" + colours.get(one) + " and " + other + " #" + colours.get(other))
                    .isGreaterThanOrEqualTo(least);
        }
    }

    /** Returns the relative luminance as defined by the accessibility guidelines. */
    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 0) + 0.7152 * linear(colour, 2) + 0.0722 * linear(colour, 4);
    }

    private static double linear(String colour, int at) {
        double channel = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Set<String> prefixed(String prefix, Set<String> names) {
        return names.stream().map(name -> prefix + name).collect(Collectors.toSet());
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String all(String ending) throws IOException {
        return String.join("\n", files(ending).values());
    }

    private static Map<String, String> files(String ending) throws IOException {
        List<Path> found;
        try (Stream<Path> walked = Files.walk(ROOT)) {
            found = walked.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(ending))
                    .toList();
        }
        assertThat(found).as("files " + ending).isNotEmpty();
        Map<String, String> texts = new TreeMap<>();
        for (Path path : found) {
            texts.put(path.toString(), Files.readString(path));
        }
        return texts;
    }

    private static String file(String name) throws IOException {
        return Files.readString(ROOT.resolve(name));
    }
}
