package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can read the files that the program writes. Those of {@code export} have a test of their own. */
class PrivateFilesTest {

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(20))
            .start();

    @BeforeEach
    void needsPermissions() {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private void isPrivate(String... files) throws IOException {
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(files);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** Creates a file that everybody can read. */
    private String publicFile(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file.toString();
    }

    @Test
    void reportsAreTheirOwners() throws IOException {
        simulator.addSuite("checkout", 2);

        Cli.to(simulator)
                .run(
                        "run",
                        "checkout",
                        "--journal=" + file("journal"),
                        "--junit=" + file("junit"),
                        "--json=" + publicFile("json"),
                        "--markdown=" + publicFile("markdown"),
                        "--summary=" + publicFile("summary"));
        new Cli().run("compare", file("json"), file("json"), "--json=" + publicFile("comparison"));

        isPrivate("journal", "junit", "json", "markdown", "summary", "comparison");
    }

    @Test
    void theExaminationOfTheDoctorIsItsOwners() throws IOException {
        DoctorScene.doctor(Cli.to(simulator), "--json", publicFile("doctor"));

        isPrivate("doctor");
    }

    @Test
    void theEvidenceOfAGateIsItsOwners() throws IOException {
        new Cli().accelerated().run("gate", "checkout", "--simulate", "--keep-evidence=" + publicFile("evidence"));

        isPrivate("evidence");
    }
}
