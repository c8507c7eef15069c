package io.github.telnyxreactive.cli.internal.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLocationTest {

    private final StringWriter out = new StringWriter();
    private final Terminal terminal =
            new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()), false, Style.PLAIN);

    @TempDir
    private Path folder;

    @Test
    void namesANewJournalUniquelyInTheFolder() {
        JournalLocation one = JournalLocation.ofNew(null, folder);
        JournalLocation other = JournalLocation.ofNew(null, folder);

        assertThat(one.path().getParent()).isEqualTo(folder);
        assertThat(one.path().getFileName().toString()).matches("telnyx-batch-[0-9a-f]{24}\\.jsonl");
        assertThat(one.path()).doesNotExist().isNotEqualTo(other.path());
        assertThat(one.isKept()).isTrue();
    }

    @Test
    void takesTheGivenFile() {
        Path given = folder.resolve("journal");

        assertThat(JournalLocation.ofNew(given, folder.resolve("elsewhere")))
                .isEqualTo(new JournalLocation(given, true));
    }

    @Test
    void doesNotBeginABatchInAFileThatExists() throws IOException {
        Path given = Files.createFile(folder.resolve("journal"));

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> JournalLocation.ofNew(given, folder))
                .withMessage("the journal " + given
                        + " already exists: choose another file, or continue its batch with --resume " + given);
    }

    @Test
    void keepsAJournalAndSaysHowToResumeIt() throws IOException {
        Path path = Files.createFile(folder.resolve("journal"));

        try (JournalLocation location = JournalLocation.existing(path)) {
            location.announce(terminal);
            assertThat(location.advice()).isEqualTo("telnyx-batch run --resume " + path);
        }

        assertThat(path).exists();
        assertThat(out.toString().lines()).containsExactly("Journal: " + path);
    }

    @Test
    void deletesTheJournalOfASimulation() throws IOException {
        Path path;
        try (JournalLocation location = JournalLocation.temporary()) {
            path = location.path();
            Files.writeString(path, "{}\n");
            location.announce(terminal);
            assertThat(location.advice()).isNull();
        }

        assertThat(path).doesNotExist();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theJournalOfASimulationMayBeGoneAlready() throws IOException {
        try (JournalLocation location = JournalLocation.temporary()) {
            Files.delete(location.path());
        }
    }

    @Test
    void resumesOnlyAFile() {
        Path missing = folder.resolve("journal");

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> JournalLocation.existing(missing))
                .withMessage("no journal " + missing);
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> JournalLocation.existing(folder))
                .withMessage("no journal " + folder);
    }
}
