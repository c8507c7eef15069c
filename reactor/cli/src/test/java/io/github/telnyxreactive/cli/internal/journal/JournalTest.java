package io.github.telnyxreactive.cli.internal.journal;

import static io.github.telnyxreactive.cli.Changes.begun;
import static io.github.telnyxreactive.cli.Changes.triggered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Paused;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunAbandoned;
import io.github.telnyxreactive.cli.internal.state.BatchChange.TriggerFailed;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Withdrawn;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final JournalHeader HEADER = JournalHeader.of(
            "batch",
            Changes.NOON,
            JournalAccount.of("https://telnyx.invalid", "KEY-secret"),
            50,
            100,
            List.of(
                    JournalHeader.Item.of(BatchItem.suite("check\nout"), 3),
                    JournalHeader.Item.of(BatchItem.test("t").againstVersion("v7"), null)));

    private static final List<BatchChange> CHANGES = List.of(
            begun(0),
            begun(1),
            triggered(0, Runs.unfinished("1", "t", TestRunStatus.PENDING)),
            Changes.ended(
                    0,
                    Runs.finished(
                            "1",
                            "t",
                            TestRunStatus.FAILED,
                            Duration.ofMillis(1500),
                            Runs.item("Tone", TestRunStatus.FAILED))),
            new TriggerFailed(1, "it \"failed\"", true, null),
            new RunAbandoned(0, "1", "late", null),
            new NamesRead(Map.of("t", "Réfund")),
            new Withdrawn(1),
            new Paused(Changes.NOON));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("journal.jsonl");
    }

    private void write(List<BatchChange> changes) {
        try (Journal journal = Journal.create(file, HEADER)) {
            changes.forEach(journal::append);
        }
    }

    private List<BatchChange> read() {
        Journal.Opened opened = Journal.open(file);
        opened.journal().close();
        assertThat(opened.header()).isEqualTo(HEADER);
        return opened.changes();
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        write(CHANGES);

        assertThat(read()).isEqualTo(CHANGES);
        assertThat(Files.readAllLines(file)).hasSize(1 + CHANGES.size());
    }

    @Test
    void itemsHaveTheirIdempotencyKeysAgain() {
        assertThat(HEADER.batchItems())
                .containsExactly(
                        BatchItem.suite("check\nout").inBatch("batch"),
                        BatchItem.test("t").againstVersion("v7").inBatch("batch"));
    }

    @Test
    void doesNotWriteTheCauseOfAFailure() {
        write(List.of(Changes.failed(0, "gone", false)));

        assertThat(read()).containsExactly(new TriggerFailed(0, "gone", false, null));
    }

    @Test
    void appendsToAnOpenedJournal() {
        write(CHANGES.subList(0, 2));
        Journal.Opened opened = Journal.open(file);
        try (Journal journal = opened.journal()) {
            journal.appendForced(CHANGES.subList(2, CHANGES.size()));
        }

        assertThat(read()).isEqualTo(CHANGES);
    }

    @Test
    void removesAnIncompleteLastLineWhereverItBreaksOff() throws IOException {
        write(CHANGES.subList(0, 3));
        byte[] whole = Files.readAllBytes(file);
        int before = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2) + 1;

        for (int length = before; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(read()).isEqualTo(CHANGES.subList(0, 2));
            assertThat(Files.size(file)).isEqualTo(before);
        }
    }

    @Test
    void removesAnInvalidLastLine() throws IOException {
        write(CHANGES.subList(0, 2));
        append("{\"entry\":\"begun\",\u0000\u0000\n");

        assertThat(read()).isEqualTo(CHANGES.subList(0, 2));
        assertThat(read()).isEqualTo(CHANGES.subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"entry\":\"beg\n", "{}\n", "{\"entry\":\"unheard of\"}\n", "\n"})
    void namesAnInvalidLineInTheMiddle(String broken) throws IOException {
        write(CHANGES.subList(0, 2));
        append(broken);
        append("{\"entry\":\"begun\",\"item\":1,\"at\":\"2026-11-20T12:00:00Z\"}\n");
        byte[] before = Files.readAllBytes(file);

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(file))
                .withMessageContaining("line 4 of " + file + " is invalid");
        assertThat(file).hasBinaryContent(before);
        assertThatExceptionOfType(JournalException.class)
                .as("the lock was released")
                .isThrownBy(() -> Journal.open(file))
                .withMessageContaining("line 4");
    }

    @Test
    void rejectsAnIncompleteHeader() throws IOException {
        Files.writeString(file, "{\"format\":1,\"batch");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(file))
                .withMessageContaining("has no header");
    }

    @Test
    void rejectsAnotherFormat() throws IOException {
        write(List.of());
        Files.writeString(file, Files.readString(file).replace("\"format\":2", "\"format\":3"));

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(file))
                .withMessageContaining("has format 3");
    }

    @Test
    void readsAJournalOfBefore() throws IOException {
        Files.writeString(
                file,
                "{\"format\":1,\"batchId\":\"b\",\"startedAt\":\"2026-11-20T12:00:00Z\","
                        + "\"items\":[{\"kind\":\"SUITE\",\"name\":\"checkout\"}]}\n");

        Journal.Opened opened = Journal.open(file);
        opened.journal().close();

        assertThat(opened.header().account()).isNull();
        assertThat(opened.header().maxRuns()).isNull();
        assertThat(opened.header().batchItems())
                .containsExactly(BatchItem.suite("checkout").inBatch("b"));
    }

    @Test
    void knowsTheKeyWithoutContainingIt() throws IOException {
        write(List.of());
        JournalAccount account = Objects.requireNonNull(HEADER.account());

        assertThat(file).content().contains(account.fingerprint()).doesNotContain("KEY-secret");
        assertThat(account.isKey("KEY-secret")).isTrue();
        assertThat(account.isKey("KEY-other")).isFalse();
        assertThat(JournalAccount.of("https://telnyx.invalid", "KEY-secret").fingerprint())
                .as("with another salt")
                .isNotEqualTo(account.fingerprint());
    }

    @Test
    void doesNotOverwriteAFile() throws IOException {
        Files.writeString(file, "mine");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.create(file, HEADER))
                .withMessageContaining("already exists")
                .withMessageContaining("--resume " + file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void explainsAMissingDirectory() {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.create(folder.resolve("none").resolve("j"), HEADER))
                .withMessageContaining("--journal FILE");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(folder.resolve("none")))
                .withMessageContaining("no journal");
    }

    @Test
    void cannotBeOpenedTwice() {
        try (Journal journal = Journal.create(file, HEADER)) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> Journal.open(file))
                    .withMessageContaining("another process is running the batch of " + journal.path());
        }
        assertThat(read()).isEmpty();
    }

    @Test
    void anInterruptedThreadCanWrite() {
        try (Journal journal = Journal.create(file, HEADER)) {
            Thread.currentThread().interrupt();
            journal.appendForced(new ArrayList<>(CHANGES));
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(read()).isEqualTo(CHANGES);
    }
}
