package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.Simulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs a modular program on a user's module path, without flags that open or add modules. */
class ModularProgramTest {

    /** The module path of a user: the core, the client and their dependencies. */
    private static final Pattern MODULES = Pattern.compile(".*(/(core|client)/target/(classes|[^/]*\\.jar)"
            + "|/(netty-(?!pkitesting)|reactor-core-|reactor-netty-|reactive-streams-|jackson-|jspecify-)[^/]*\\.jar)");

    private static final String MODULE = """
            module program {
                requires io.github.telnyxreactive.client;
            }
            """;

    private static final String PROGRAM = """
            package program;

            import io.github.telnyxreactive.TelnyxClient;
            import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
            import java.io.InputStream;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.security.KeyStore;
            import java.security.cert.CertificateFactory;
            import javax.net.ssl.TrustManagerFactory;

            public class Program {

                public static void main(String[] arguments) throws Exception {
                    var builder = TelnyxClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]);
                    if (arguments.length > 2) {
                        builder.trustManager(trust(Path.of(arguments[2])));
                    }
                    try (TelnyxClient client = builder.build()) {
                        var tests = client.ai().assistants().tests();
                        System.out.println(tests.list().count().block() + " tests, "
                                + tests.testSuites().runs()
                                        .triggerAndFollow("checkout", TriggerTestSuiteRunsRequest.builder().build())
                                        .filter(run -> run.status().toString().equals("passed"))
                                        .count()
                                        .block()
                                + " passed");
                    }
                }

                private static TrustManagerFactory trust(Path certificate) throws Exception {
                    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
                    store.load(null, null);
                    try (InputStream in = Files.newInputStream(certificate)) {
                        store.setCertificateEntry(
                                "service", CertificateFactory.getInstance("X.509").generateCertificate(in));
                    }
                    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                    trust.init(store);
                    return trust;
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void listsAndRunsASuiteOverCleartextAndTlsWithoutFlags() throws Exception {
        Path classes = compile();
        try (Simulator simulator = start(false)) {
            assertThat(run(classes, simulator.baseUrl(), simulator.apiKey())).contains("3 tests, 3 passed");
        }
        try (Simulator simulator = start(true)) {
            Path certificate = Files.write(
                    folder.resolve("certificate.der"),
                    Objects.requireNonNull(simulator.certificate()).getEncoded());
            assertThat(run(classes, simulator.baseUrl(), simulator.apiKey(), certificate.toString()))
                    .contains("3 tests, 3 passed");
        }
    }

    private static Simulator start(boolean tls) {
        Simulator simulator = Simulator.builder()
                .tls(tls)
                .runDuration(Duration.ZERO, Duration.ofMillis(1))
                .outcomes(1, 0, 0)
                .start();
        simulator.addSuite("checkout", 3);
        return simulator;
    }

    private Path compile() throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve("sources/program"));
        Path module = Files.writeString(folder.resolve("sources/module-info.java"), MODULE);
        Path program = Files.writeString(sources.resolve("Program.java"), PROGRAM);
        Path classes = folder.resolve("classes");
        String output = execute(
                "javac",
                "-d",
                classes.toString(),
                "--module-path",
                modulePath(),
                module.toString(),
                program.toString());
        assertThat(output).isEmpty();
        return classes;
    }

    private String run(Path classes, String... arguments) throws IOException, InterruptedException {
        String path = classes + File.pathSeparator + modulePath();
        List<String> command = new ArrayList<>(
                List.of("-XX:TieredStopAtLevel=1", "--module-path", path, "--module", "program/program.Program"));
        command.addAll(List.of(arguments));
        return execute("java", command.toArray(String[]::new));
    }

    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> MODULES.matcher(entry.replace('\\', '/')).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String execute(String tool, String... arguments) throws IOException, InterruptedException {
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
