package io.github.telnyxreactive.cli.internal.command.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalAccount;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalEntry.PlanComplete;
import io.github.telnyxreactive.bulk.JournalEntry.Planned;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.cli.Reports;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.state.PlannedWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledPlanTest {

    private static final JournalEntry OPENED = opened(JournalEntry.VERSION);
    private static final JournalEntry BEGUN =
            new JournalEntry.Begun(ItemId.of(BatchItem.suite("checkout")), null, "key", 3, Reports.NOON);

    @TempDir
    private Path folder;

    private static JournalEntry opened(int version) {
        return new JournalEntry.Opened(
                version, "b", Reports.NOON, new JournalAccount("https://telnyx.invalid", "00", "11"));
    }

    private static PlannedItem suite(String name, int runs) {
        return new PlannedItem(ItemId.of(BatchItem.suite(name)), null, runs);
    }

    private static PlannedItem test(String id) {
        return new PlannedItem(ItemId.of(BatchItem.test(id)), "Test " + id, 1);
    }

    private static JournalEntry planned(PlannedItem... items) {
        return new Planned(List.of(items));
    }

    private Path journal(JournalEntry... entries) {
        Path path = folder.resolve("journal");
        FileJournal.at(path)
                .open()
                .flatMap(session -> {
                    Stream.concat(Stream.of(OPENED), Arrays.stream(entries)).forEach(session::record);
                    return session.close();
                })
                .block();
        return path;
    }

    private static void assertHasNoPlan(Path path) {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> JournaledPlan.read(path))
                .withMessage(
                        "the journal " + path
                                + " does not have all of the work of a batch: nothing was triggered; run the batch as a new one");
    }

    @Test
    void addsUpThePlan() throws IOException {
        Path path = journal(
                planned(suite("checkout", 3), test("t")),
                planned(suite("support", 4)),
                PlanComplete.of(3, 50, 7, PassRequirement.EVERY_RUN));

        assertThat(JournaledPlan.read(path))
                .isEqualTo(new JournaledPlan(new PlannedWork(List.of("checkout", "support"), 1, 8), 50, 7));
    }

    @Test
    void takesNoNoticeOfWhatFollowsThePlan() throws IOException {
        Path path =
                journal(planned(suite("checkout", 3)), PlanComplete.of(1, 20, null, PassRequirement.EVERY_RUN), BEGUN);

        assertThat(JournaledPlan.read(path))
                .isEqualTo(new JournaledPlan(new PlannedWork(List.of("checkout"), 0, 3), 20, null));
    }

    @Test
    void anEmptyPlanIsComplete() throws IOException {
        assertThat(JournaledPlan.read(journal(PlanComplete.of(0, 50, null, PassRequirement.EVERY_RUN)))
                        .work())
                .isEqualTo(PlannedWork.NOTHING);
    }

    @Test
    void leavesOutPlansThatWereInterrupted() throws IOException {
        Path path = journal(
                planned(suite("a", 1), suite("b", 1)),
                planned(test("t")),
                planned(suite("a", 1)),
                planned(suite("a", 2), suite("c", 3)),
                planned(test("u"), test("v")),
                PlanComplete.of(4, 50, null, PassRequirement.EVERY_RUN));

        assertThat(JournaledPlan.read(path).work()).isEqualTo(new PlannedWork(List.of("a", "c"), 2, 7));
    }

    @Test
    void aPlanMayBeginWithinAnEntry() throws IOException {
        Path path = journal(
                planned(suite("a", 1), suite("b", 1)),
                planned(suite("c", 1)),
                PlanComplete.of(2, 50, null, PassRequirement.EVERY_RUN));

        assertThat(JournaledPlan.read(path).work()).isEqualTo(new PlannedWork(List.of("b", "c"), 0, 2));
    }

    @Test
    void refusesAPlanThatIsNotComplete() {
        assertHasNoPlan(journal());
    }

    @Test
    void refusesTheBeginningOfAPlan() {
        assertHasNoPlan(journal(planned(suite("a", 1))));
    }

    @Test
    void refusesAPlanWhoseEndWasNotWrittenInFull() throws IOException {
        Path path = journal(planned(suite("a", 1)), PlanComplete.of(1, 50, null, PassRequirement.EVERY_RUN));
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));

        assertHasNoPlan(path);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertHasNoPlan(Files.createFile(folder.resolve("journal")));
    }

    /** The journal of a batch that an application has run with the library. */
    @Test
    void doesNotSayThatNothingWasTriggeredIfSomethingMayHaveBeen() {
        Path path = journal(BEGUN);

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> JournaledPlan.read(path))
                .withMessage("the journal " + path
                        + " does not say what work its batch has: resume it with the program that wrote it");
    }

    @Test
    void refusesAFileThatIsNoJournal() throws IOException {
        Path path = Files.writeString(folder.resolve("journal"), "{\"version\":1}\n");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournaledPlan.read(path))
                .withMessageContaining(path.toString())
                .extracting(JournalException::reason)
                .isEqualTo(JournalException.Reason.UNREADABLE);
    }

    @Test
    void refusesAJournalOfALaterVersion() {
        Path path = folder.resolve("journal");
        BatchJournal.Session session =
                FileJournal.at(path).open().blockOptional().orElseThrow();
        session.record(opened(JournalEntry.VERSION + 1));
        session.close().block();

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournaledPlan.read(path))
                .withMessageContaining("resume it with the version that wrote it");
    }
}
