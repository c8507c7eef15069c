package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs a modular program on a user's module path, without flags that open or add modules. */
class ModularProgramTest {

    /** The module path of a user: the client, the simulator, and the dependencies of both. */
    private static final Pattern MODULES = Pattern.compile(
            ".*(/(core|client|simulator)/target/(classes|[^/]*\\.jar)"
                    + "|/(netty-|reactor-core-|reactor-netty-|reactive-streams-|jackson-|jspecify-|bc(prov|pkix|util)-)[^/]*\\.jar)");

    private static final String MODULE = """
            module program {
                requires io.github.telnyxreactive.client;
                requires io.github.telnyxreactive.simulator;
            }
            """;

    private static final String PROGRAM = """
            package program;

            import io.github.telnyxreactive.TelnyxClient;
            import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
            import io.github.telnyxreactive.simulator.Simulator;
            import java.security.KeyStore;
            import java.time.Duration;
            import java.util.List;
            import javax.net.ssl.TrustManagerFactory;

            public class Program {

                public static void main(String[] arguments) throws Exception {
                    for (boolean tls : List.of(false, true)) {
                        try (Simulator simulator = Simulator.builder()
                                .tls(tls)
                                .runDuration(Duration.ZERO, Duration.ofMillis(1))
                                .outcomes(1, 0, 0)
                                .start()) {
                            simulator.addSuite("checkout", 3);
                            var builder = TelnyxClient.builder()
                                    .baseUrl(simulator.baseUrl())
                                    .apiKey(simulator.apiKey());
                            if (tls) {
                                builder.trustManager(trust(simulator));
                            }
                            try (TelnyxClient client = builder.build()) {
                                var tests = client.ai().assistants().tests();
                                System.out.println((tls ? "TLS: " : "cleartext: ")
                                        + tests.list().count().block() + " tests, "
                                        + tests.testSuites().runs()
                                                .triggerAndFollow("checkout", TriggerTestSuiteRunsRequest.builder().build())
                                                .filter(run -> run.status().toString().equals("passed"))
                                                .count()
                                                .block()
                                        + " passed");
                            }
                        }
                    }
                }

                private static TrustManagerFactory trust(Simulator simulator) throws Exception {
                    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
                    store.load(null, null);
                    store.setCertificateEntry("simulator", simulator.certificate());
                    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                    trust.init(store);
                    return trust;
                }
            }
            """;

    @Test
    void listsAndRunsASuiteOverCleartextAndTlsWithoutFlags(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve("sources/program"));
        Path module = Files.writeString(folder.resolve("sources/module-info.java"), MODULE);
        Path program = Files.writeString(sources.resolve("Program.java"), PROGRAM);
        Path classes = folder.resolve("classes");

        String compilation = run(
                folder,
                "javac",
                "-d",
                classes.toString(),
                "--module-path",
                modulePath(),
                module.toString(),
                program.toString());
        assertThat(compilation).isEmpty();

        String output = run(
                folder,
                "java",
                "-XX:TieredStopAtLevel=1",
                "--module-path",
                classes + File.pathSeparator + modulePath(),
                "--module",
                "program/program.Program");
        assertThat(output.lines().filter(line -> line.contains(": ")).toList())
                .contains("cleartext: 3 tests, 3 passed", "TLS: 3 tests, 3 passed");
    }

    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> MODULES.matcher(entry.replace('\\', '/')).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(Path folder, String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve(tool + ".txt");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String text = Files.readString(output);
        assertThat(exitCode).as("%s", text).isZero();
        return text;
    }
}
