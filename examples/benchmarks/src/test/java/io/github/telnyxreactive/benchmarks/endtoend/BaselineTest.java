package io.github.telnyxreactive.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tries jars of other builds, which are made here. */
class BaselineTest {

    private static final String PROGRAM = "io.github.telnyxreactive.benchmarks.";

    private static final Candidates CLIENT = Candidates.TELNYX;
    private static final Candidates AHEAD = Candidates.TELNYX_PREFETCH;

    @TempDir
    private Path folder = Path.of("");

    private Path jar(List<String> workloads, List<String> candidates) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(classes, "endtoend", "Workload", workloads);
        compile(classes, "candidate", "Candidates", candidates);
        Path jar = folder.resolve("before.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private void compile(Path classes, String part, String type, List<String> constants) throws IOException {
        Path source = folder.resolve(type + ".java");
        Files.writeString(
                source,
                "package " + PROGRAM + part + "; public enum " + type + " { " + String.join(", ", constants) + " }");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(result).isZero();
    }

    private static String refusal(String... arguments) {
        StringWriter errors = new StringWriter();
        int code = new CommandLine(new EndToEnd())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        return errors.toString();
    }

    @Test
    void knowsTheConstantsOfTheOtherBuild() throws IOException {
        Baseline baseline = new Baseline(jar(List.of("GET_64"), List.of("TELNYX")));

        assertThat(baseline.unknown(Workload.GET_64, CLIENT)).isEmpty();
        assertThat(baseline.unknown(Workload.LIST_H2, CLIENT)).containsExactly("list-h2");
        assertThat(baseline.unknown(Workload.GET_64, AHEAD)).containsExactly(AHEAD.title());
    }

    @Test
    void workloadThatTheBaselineDoesNotKnowIsAnErrorAtOnce() throws IOException {
        String jar = jar(List.of("GET_64"), List.of("TELNYX")).toString();

        assertThat(refusal("get-64", "get-64-h2", "stranger-h2", "--baseline", jar))
                .startsWith("--baseline does not know get-64-h2, stranger-h2; ")
                .contains(jar);
    }

    @Test
    void jarOfAnotherProgramIsAnError() throws IOException {
        Path jar = folder.resolve("other.jar");
        new JarOutputStream(Files.newOutputStream(jar)).close();

        assertThat(refusal("get-64", "--baseline", jar.toString()))
                .startsWith("--baseline is not a build of this program: " + jar);
    }

    @Test
    void fileThatDoesNotExistIsAnError() {
        assertThat(refusal("get-64", "--baseline", folder.resolve("none.jar").toString()))
                .startsWith("--baseline must be the jar of a build: ");
    }
}
