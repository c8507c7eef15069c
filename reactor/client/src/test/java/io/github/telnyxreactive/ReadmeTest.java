package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.StringWriter;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the README: its snippets compile and run, its tables are complete, and its commands are in place. */
class ReadmeTest {

    private static final String README = read();
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public class (\\w+)");

    @TempDir
    private static Path folder;

    private static String read() {
        try {
            return Files.readString(Path.of("..", "..", "README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> snippets() {
        return SNIPPET.matcher(README).results().map(match -> match.group(1)).toList();
    }

    /** Returns the class name of each snippet; a snippet without a class becomes the body of a method. */
    private static List<String> types() {
        List<String> snippets = snippets();
        return IntStream.range(0, snippets.size())
                .mapToObj(number -> {
                    var type = TYPE.matcher(snippets.get(number));
                    return type.find() ? type.group(1) : "Snippet" + number;
                })
                .toList();
    }

    /** Compiles all snippets at once, since starting the compiler takes longer than a snippet does. */
    @BeforeAll
    static void compile() throws IOException {
        List<String> snippets = snippets();
        List<String> types = types();
        StringWriter messages = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = new ArrayList<>();
        for (int number = 0; number < snippets.size(); number++) {
            String snippet = snippets.get(number);
            String type = types.get(number);
            String source = TYPE.matcher(snippet).find() ? snippet : wrap(type, snippet);
            sources.add(Files.writeString(folder.resolve(type + ".java"), source));
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-Xlint:all,-processing,-options,-path,-classfile",
                    "-Werror",
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void compilesAndRunsEverySnippet(String type) throws Exception {
        if (type.startsWith("Snippet")) {
            runHere(type);
        } else {
            runAsProgram(type);
        }
    }

    private static String wrap(String type, String snippet) {
        List<String> imports =
                snippet.lines().filter(line -> line.startsWith("import ")).toList();
        String body = snippet.lines()
                .filter(line -> !line.startsWith("import "))
                // Files of a snippet go to the temporary folder.
                .map(line -> line.replace("Path.of(\"", "Path.of(\"" + folder + "/"))
                .collect(Collectors.joining("\n        "));
        return String.join("\n", imports) + """

                public class %s {
                    public static void run(io.github.telnyxreactive.TelnyxClient client, String testId, String assistantId)
                            throws Exception {
                        %s
                    }
                }
                """.formatted(type, body);
    }

    private static Simulator simulator() {
        return Simulator.builder()
                .outcomes(1, 0, 0)
                .runDuration(Duration.ofMillis(100), Duration.ofMillis(300))
                .streamPause(Duration.ofMillis(5))
                .start();
    }

    private static void runHere(String type) throws Exception {
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
            Method run = loader.loadClass(type).getMethod("run", TelnyxClient.class, String.class, String.class);
            run.invoke(null, client, testId, assistantId);
        }
    }

    private static void runAsProgram(String type) throws Exception {
        try (Simulator simulator = simulator()) {
            simulator.addSuite("checkout", 3);
            ProcessBuilder program = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                    type);
            program.environment().put("TELNYX_API_KEY", simulator.apiKey());
            program.environment().put("TELNYX_BASE_URL", simulator.baseUrl());
            Path output = folder.resolve("output");
            Process process = program.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            assertThat(exit).as(Files.readString(output)).isZero();
            assertThat(Files.readAllLines(output))
                    .filteredOn(line -> line.endsWith(" passed"))
                    .hasSize(3);
        }
    }

    @Test
    void hasSnippets() {
        assertThat(snippets()).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void linksEveryRowOfTheTableToADocumentedCall() throws IOException {
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
    void listsEverySetting() {
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
    void listsEveryOperation() {
        List<String> requests = new ArrayList<>();
        io.github.telnyxreactive.operation.Catalogue.endpoints()
                .forEach(endpoint -> requests.add("| `" + endpoint.method() + " " + endpoint.path() + "` |"));

        assertThat(requests)
                .hasSize(56)
                .allSatisfy(request -> assertThat(README).contains(request));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"Try it", "Test it"})
    void hasOneCommandUnderEachHeading(String heading) {
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
