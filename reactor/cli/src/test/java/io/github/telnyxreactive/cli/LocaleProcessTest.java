package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program in a locale whose charset is ASCII, as in many containers. The command line is that of Linux. */
@EnabledOnOs(OS.LINUX)
class LocaleProcessTest {

    private static final String SUITE = "決済 👩‍👩‍👧";
    private static final String TEST = "返金する";

    /** Starts the program from a shell, as a virtual machine in such a locale could not pass the arguments on either. */
    private static Process start(Simulator simulator, String arguments) throws IOException {
        return start(simulator, "", arguments);
    }

    private static Process start(Simulator simulator, String before, String arguments) throws IOException {
        ProcessBuilder builder =
                new Program().withMain(QuickProgram.class).to(simulator).command();
        String java = String.join("' '", builder.command());
        builder.command("sh").environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream()
                .write((before + "exec '" + java + "' " + arguments + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return process;
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSuiteInJapaneseSurvives() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addSuite("other", 1);
            AssistantTest test = simulator.addSuite(SUITE, 1).get(0);

            Process process = start(simulator, "list tests --format table --suite '" + SUITE + "'");

            assertThat(read(process.getInputStream()).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(test.testId(), SUITE);
            assertThat(read(process.getErrorStream())).isEmpty();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void aSuiteInJapaneseSurvivesFromArgumentToJournal(@TempDir Path folder) throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addSuite(SUITE, 1);
            Path journal = folder.resolve("j");

            Process process = start(simulator, "run '" + SUITE + "' --journal '" + journal + "'");

            assertThat(read(process.getInputStream())).contains("Running 1 suite: " + SUITE, "\n" + SUITE + "\n");
            assertThat(read(process.getErrorStream())).isEmpty();
            assertThat(process.waitFor()).isZero();
            assertThat(Files.readString(journal)).contains(SUITE);
        }
    }

    @Test
    void aTestIsFoundByItsNameInJapanese() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addTest(CreateAssistantTestRequest.builder()
                    .name(TEST)
                    .destination("+13125550001")
                    .instructions("Ask.")
                    .rubric(List.of(RubricItem.builder()
                            .name("kind")
                            .criteria("Is it kind?")
                            .build()))
                    .build());

            Process process = start(simulator, "run --dry-run --tests='" + TEST + ",決済'");

            assertThat(read(process.getErrorStream()).lines())
                    .containsExactly("telnyx-batch: nothing was triggered: there is no test \"決済\"");
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    @Test
    void definitionsAreReadFromFilesWithNamesInJapanese(@TempDir Path folder) throws Exception {
        try (Simulator simulator = Simulator.start()) {
            Definitions.test(simulator, TEST, SUITE, "x");
            String definition = "tests/決済/返金.yaml";
            String files = "export GITHUB_WORKSPACE='" + folder + "'; mkdir -p '" + folder + "/defs/tests/決済'\n"
                    + "printf 'name: " + TEST + "\\ntest_suite: " + SUITE + "\\n' > '" + folder + "/defs/" + definition
                    + "'\n";

            Process process = start(
                    simulator,
                    files,
                    "run '" + SUITE + "' --definitions='" + folder + "/defs' --junit='" + folder + "/j.xml' --journal='"
                            + folder + "/j'");

            read(process.getInputStream());
            assertThat(read(process.getErrorStream())).isEmpty();
            process.waitFor();
            assertThat(folder.resolve("j.xml"))
                    .content()
                    .contains("name=\"" + TEST + "\" classname=\"" + SUITE + "\" file=\"defs/" + definition + "\"");
        }
    }

    @Test
    void messagesKeepNames() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.addSuite(SUITE, 1);

            Process process = start(simulator, "list tests --suite=決済");

            assertThat(read(process.getErrorStream()).lines())
                    .containsExactly("telnyx-batch: no tests match --suite 決済; there is no suite 決済, but " + SUITE);
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void saysWhyANameIsNotUnderstood() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            Process process = start(simulator, "list tests --suite \"$(printf 'Gr\\366\\337e')\"");

            assertThat(read(process.getErrorStream()).lines())
                    .singleElement()
                    .asString()
                    .contains("--suite", "characters of Gr??e are lost", "US-ASCII", "LC_ALL");
            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(simulator.requestCount()).isZero();
        }
    }
}
