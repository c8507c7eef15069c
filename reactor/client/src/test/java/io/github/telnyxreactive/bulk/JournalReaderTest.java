package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReaderTest {

    private static final OffsetDateTime TIME = OffsetDateTime.of(2026, 11, 28, 9, 0, 0, 0, ZoneOffset.UTC);
    private static final JournalEntry FIRST = new JournalEntry.Opened(
            JournalEntry.VERSION, "batch", TIME, new JournalAccount("https://a", "salt", "fingerprint"));

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("batch.jsonl");
    }

    private static JournalEntry completed(int number) {
        return new JournalEntry.Completed(ItemId.of(BatchItem.test("test-" + "x".repeat(number % 700) + number)));
    }

    private void write(JournalEntry... entries) {
        BatchJournal.Session session = FileJournal.at(path()).open().block();
        List.of(entries).forEach(session::record);
        session.close().block();
    }

    @Test
    void readsEntriesAndGoesBackToThem() throws IOException {
        JournalEntry[] entries =
                IntStream.range(0, 200).mapToObj(JournalReaderTest::completed).toArray(JournalEntry[]::new);
        write(FIRST);
        write(entries);

        try (JournalReader reader = JournalReader.of(path())) {
            assertThat(reader.position()).isZero();
            assertThat(reader.next()).isEqualTo(FIRST);
            List<Long> positions = new ArrayList<>();
            for (JournalEntry entry : entries) {
                positions.add(reader.position());
                assertThat(reader.next()).isEqualTo(entry);
            }
            assertThat(reader.next()).isNull();
            assertThat(reader.position()).isEqualTo(Files.size(path()));
            for (int i = entries.length - 1; i >= 0; i -= 7) {
                reader.seek(positions.get(i));
                assertThat(reader.next()).isEqualTo(entries[i]);
            }
        }
    }

    @Test
    void readsOnWhenMoreWasWritten() throws IOException {
        write(FIRST);
        try (JournalReader reader = JournalReader.of(path())) {
            assertThat(reader.next()).isEqualTo(FIRST);
            assertThat(reader.next()).isNull();
            write(completed(1));

            assertThat(reader.next()).isEqualTo(completed(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"entry\":\"comp", "{\"entry\":\"comp\n", "\n"})
    void aLastLineThatIsIncompleteIsNoEntry(String torn) throws IOException {
        write(FIRST);
        Files.writeString(path(), torn, StandardOpenOption.APPEND);

        try (JournalReader reader = JournalReader.of(path())) {
            assertThat(reader.next()).isEqualTo(FIRST);
            assertThat(reader.next()).isNull();
        }
        write(completed(1));
        try (JournalReader reader = JournalReader.of(path())) {
            assertThat(reader.next()).isEqualTo(FIRST);
            assertThat(reader.next()).isEqualTo(completed(1));
            assertThat(reader.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a letter", "a letter\n", "{\"entry\":\"completed\"}\n", "{\"entry\":\"bat\n", "{\"format\":2}\n"
            })
    void aFileThatIsNoJournalStaysAsItIs(String content) throws IOException {
        Files.writeString(path(), content);

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> FileJournal.at(path()).open().block())
                .satisfies(error -> assertThat(error.reason()).isEqualTo(JournalException.Reason.UNREADABLE));
        assertThat(path()).content().isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"entry\":\"batch\",\"vers"})
    void aFirstLineThatIsIncompleteIsWrittenAnew(String torn) throws IOException {
        Files.writeString(path(), torn);

        write(FIRST);

        try (JournalReader reader = JournalReader.of(path())) {
            assertThat(reader.next()).isEqualTo(FIRST);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aFileThatDoesNotExistCannotBeRead() throws IOException {
        try (JournalReader reader = JournalReader.of(path())) {
            assertThatExceptionOfType(IOException.class).isThrownBy(reader::next);
        }
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Files.size(path()));
    }

    @Test
    void aNewerVersionIsAnError() {
        write(new JournalEntry.Opened(
                JournalEntry.VERSION + 1, "batch", TIME, new JournalAccount("https://a", "salt", "fingerprint")));

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournalReader.of(path()).next())
                .withMessageContaining("has version");
    }
}
