package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README: its snippets compile and run, its tables are complete, its commands are where they are looked for. */
class ReadmeTest {

    private static final String README = read();
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public class (\\w+)");

    private static String read() {
        try {
            return Files.readString(Path.of("..", "..", "README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> snippets() {
        return SNIPPET.matcher(README).results().map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetCompilesAndRuns(String snippet, @TempDir Path folder) throws Exception {
        var type = TYPE.matcher(snippet);
        if (type.find()) {
            compile(folder, type.group(1), snippet);
            runAsProgram(folder, type.group(1));
        } else {
            compile(folder, "Snippet", wrap(snippet));
            runHere(folder);
        }
    }

    private static String wrap(String snippet) {
        List<String> imports =
                snippet.lines().filter(line -> line.startsWith("import ")).toList();
        String body =
                snippet.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n        "));
        return String.join("\n", imports) + """

                public class Snippet {
                    public static void run(io.github.telnyxreactive.TelnyxClient client, String testId, String assistantId)
                            throws Exception {
                        %s
                    }
                }
                """.formatted(body);
    }

    private static void compile(Path folder, String name, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-Xlint:all,-processing,-options,-path,-classfile",
                "-Werror",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
        assertThat(result).as(source).isZero();
    }

    private static Simulator simulator() {
        return Simulator.builder()
                .outcomes(1, 0, 0)
                .runDuration(Duration.ofMillis(100), Duration.ofMillis(300))
                .streamPause(Duration.ofMillis(5))
                .start();
    }

    private static void runHere(Path folder) throws Exception {
        try (Simulator simulator = simulator();
                TelnyxClient client = Clients.of(simulator).build();
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            String testId = simulator.addSuite("checkout", 3).get(0).testId();
            String assistantId = simulator
                    .addAssistant(CreateAssistantRequest.builder()
                            .name("Front desk")
                            .instructions("Answer kindly.")
                            .build())
                    .id();
            Method run = loader.loadClass("Snippet").getMethod("run", TelnyxClient.class, String.class, String.class);
            run.invoke(null, client, testId, assistantId);
        }
    }

    private static void runAsProgram(Path folder, String name) throws Exception {
        try (Simulator simulator = simulator()) {
            simulator.addSuite("checkout", 3);
            ProcessBuilder program = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                    name);
            program.environment().put("TELNYX_API_KEY", simulator.apiKey());
            program.environment().put("TELNYX_BASE_URL", simulator.baseUrl());
            Path output = folder.resolve("output");
            Process process = program.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            assertThat(Files.readAllLines(output))
                    .filteredOn(line -> line.endsWith(" passed"))
                    .hasSize(3);
        }
    }

    @Test
    void thereAreSnippetsToCheck() {
        assertThat(snippets()).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void everyLinkOfTheTableLeadsToADocumentedCall() throws IOException {
        List<MatchResult> links = Pattern.compile("\\[`[\\w().]*?(\\w+)\\([\\w, ]*\\)`]\\((reactor/\\S+)\\)")
                .matcher(README)
                .results()
                .toList();

        assertThat(links).hasSize(56);
        for (MatchResult link : links) {
            assertThat(Files.readString(Path.of("..", "..", link.group(2)))).contains(" " + link.group(1) + "(");
        }
    }

    @Test
    void everySettingIsInTheTable() {
        List<String> settings = Arrays.stream(TelnyxClientBuilder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == TelnyxClientBuilder.class)
                .map(Method::getName)
                .toList();
        List<String> documented = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(section("Settings"))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(settings);
    }

    @Test
    void everyOperationIsInTheTable() {
        List<String> requests = new ArrayList<>();
        io.github.telnyxreactive.operation.Catalogue.endpoints()
                .forEach(endpoint -> requests.add("| `" + endpoint.method() + " " + endpoint.path() + "` |"));

        assertThat(requests)
                .hasSize(56)
                .allSatisfy(request -> assertThat(README).contains(request));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"Try it", "Test it"})
    void eachOfTheTwoHeadingsHasOneCommand(String heading) {
        List<MatchResult> blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(section(heading))
                .results()
                .toList();

        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).group(1).lines()).hasSize(1);
    }

    private static String section(String heading) {
        String rest = README.substring(README.indexOf("\n## " + heading + "\n") + 4);
        return rest.substring(0, rest.indexOf("\n## "));
    }
}
