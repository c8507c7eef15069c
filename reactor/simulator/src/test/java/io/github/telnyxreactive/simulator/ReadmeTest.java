package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import picocli.CommandLine;

/** The README: its snippets compile and run, and its tables are complete. */
class ReadmeTest {

    private static final String README = read();
    private static final Pattern TEST_CLASS = Pattern.compile("^class (\\w+) \\{", Pattern.MULTILINE);

    @TempDir
    static Path folder;

    private static URLClassLoader loader;

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> snippets() {
        return find("```java\n((?s:.*?))```", README);
    }

    private static List<String> find(String regex, String text) {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String nameOf(String snippet) {
        Matcher type = TEST_CLASS.matcher(snippet);
        return type.find() ? type.group(1) : "Snippet" + snippets().indexOf(snippet);
    }

    @BeforeAll
    static void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-Xlint:all,-processing,-options,-path,-classfile",
                "-Werror",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        for (String snippet : snippets()) {
            String source = TEST_CLASS.matcher(snippet).find() ? snippet : wrap(snippet);
            arguments.add(Files.writeString(folder.resolve(nameOf(snippet) + ".java"), source)
                    .toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).isZero();
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    private static String wrap(String snippet) {
        String imports = snippet.lines().filter(ReadmeTest::isImport).collect(Collectors.joining("\n"));
        String body = snippet.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n        "));
        return """
                %s

                public class %s {
                    public static void run() throws Exception {
                        %s
                    }
                }
                """.formatted(imports, nameOf(snippet), body);
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetRuns(String snippet) throws Exception {
        Class<?> type = loader.loadClass(nameOf(snippet));
        if (TEST_CLASS.matcher(snippet).find()) {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(type))
                    .execute()
                    .testEvents()
                    .assertStatistics(tests -> tests.started(1).succeeded(1));
        } else {
            type.getMethod("run").invoke(null);
        }
    }

    @Test
    void thereAreSnippets() {
        assertThat(snippets()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void everyFaultIsInTheTable() {
        String section = section("Faults");

        assertThat(find("`(\\w+)\\([\\w, ]*\\)`(?=.*\\|)", section).stream().distinct())
                .containsExactlyInAnyOrderElementsOf(factoryMethods(Fault.class));
        assertThat(firstColumn(section))
                .hasSize(14)
                .allSatisfy(name -> assertThat(parse(name)).isEqualTo(name));
    }

    private static String parse(String fault) {
        String value = switch (fault) {
            case "latency", "drip" -> "=1s";
            case "status" -> "=418";
            case "redirect" -> "=/elsewhere";
            default -> "";
        };
        return FaultRule.parse("*:" + fault + value).fault().name();
    }

    @Test
    void everyModeOfAnUnkindServiceIsInTheTable() {
        String section = section("Unkind services");
        List<String> methods = find("^\\| `[\\w-]+` \\| `(\\w+)\\(", section);

        assertThat(methods).containsExactlyInAnyOrderElementsOf(factoryMethods(UnkindnessBuilder.class));
        assertThat(firstColumn(section))
                .isEqualTo(methods.stream()
                        .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                        .toList());
        firstColumn(section)
                .forEach(name -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Unkindness.parse(name))
                        .withMessageContaining("needs the form"));
    }

    @Test
    void everySettingIsInTheTable() {
        assertThat(firstColumn(section("Settings")))
                .containsExactlyInAnyOrderElementsOf(factoryMethods(SimulatorBuilder.class));
    }

    @Test
    void everyOptionIsInTheTable() {
        assertThat(firstColumn(section("As a program")))
                .containsExactlyInAnyOrderElementsOf(new CommandLine(new SimulatorProgram())
                        .getCommandSpec().options().stream()
                                .filter(option -> !option.usageHelp() && !option.versionHelp())
                                .map(CommandLine.Model.OptionSpec::longestName)
                                .toList());
    }

    /** Returns the names of the public methods of a type that return the type itself. */
    private static Set<String> factoryMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == type)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static List<String> firstColumn(String section) {
        return find("^\\| `([\\w-]+)` \\|", section);
    }

    private static String section(String heading) {
        String rest = README.substring(README.indexOf("\n## " + heading + "\n") + 4);
        return rest.substring(0, rest.indexOf("\n## "));
    }
}
