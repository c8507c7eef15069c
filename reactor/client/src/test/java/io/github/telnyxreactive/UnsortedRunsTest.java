package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.ScriptedService.Answer;
import io.github.telnyxreactive.ScriptedService.Asked;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalAccount;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found for an item of unknown outcome if the service does not list the newest runs first. */
class UnsortedRunsTest {

    private static final String RUNS = "/test-suites/checkout/runs";
    private static final Duration OLD = Duration.ofHours(1);

    private final OffsetDateTime begun = OffsetDateTime.now(ZoneOffset.UTC);
    private final List<List<String>> pages = new ArrayList<>();
    private final ScriptedService service = new ScriptedService(this::answer);
    private final TelnyxClient client = service.client().build();

    @TempDir
    private Path folder;

    private FileJournal journal;

    @BeforeEach
    void begin() {
        journal = FileJournal.at(folder.resolve("batch.jsonl"));
        BatchJournal.Session session = Objects.requireNonNull(journal.open().block());
        session.record(new JournalEntry.Opened(
                JournalEntry.VERSION, "batch", begun, new JournalAccount(service.baseUrl(), "00", "another key")));
        session.record(new JournalEntry.Begun(ItemId.of(BatchItem.suite("checkout")), null, "key", 2, begun));
        session.close().block();
    }

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    private Answer answer(Asked request) {
        if (!request.path().endsWith(RUNS)) {
            return Answer.json("{\"data\":[]}");
        }
        int number = Integer.parseInt(request.query().getOrDefault("page[number]", "1"));
        return Answer.json("{\"data\":["
                + pages.get(number - 1).stream().collect(Collectors.joining(","))
                + "],\"meta\":{\"page_number\":" + number + ",\"page_size\":100,\"total_pages\":" + pages.size()
                + ",\"total_results\":" + 100 * pages.size() + "}}");
    }

    private String run(String id, Duration ago) {
        return "{\"run_id\":\"" + id + "\",\"test_id\":\"t\",\"status\":\"passed\",\"test_suite_run_id\":\"s-" + id
                + "\",\"created_at\":\"" + begun.minus(ago) + "\"}";
    }

    /** Adds a page of runs of the given age that has some others in the middle. */
    private void page(Duration ago, String... others) {
        int page = pages.size();
        List<String> runs = IntStream.range(0, 100 - others.length)
                .mapToObj(number -> run("old-" + page + "-" + number, ago.plusSeconds(number)))
                .collect(Collectors.toCollection(ArrayList::new));
        runs.addAll(50, List.of(others));
        pages.add(runs);
    }

    private UnresolvedItem unresolved() {
        List<UnresolvedItem> items = client.ai()
                .assistants()
                .tests()
                .batch(BatchOptions.builder().sameAccount(true).build())
                .unresolved(journal)
                .block();
        assertThat(items).hasSize(1);
        return Objects.requireNonNull(items).get(0);
    }

    @Test
    void aRunBehindOlderOnesIsFound() {
        page(OLD, run("mine", Duration.ofSeconds(-1)));
        page(OLD.multipliedBy(2));
        page(OLD.multipliedBy(3));

        UnresolvedItem item = unresolved();

        assertThat(item.found())
                .singleElement()
                .satisfies(found -> assertThat(found.run().runId()).isEqualTo("mine"));
        assertThat(item.unread()).contains("is not in the order of their time, and was not read to the end");
        assertThat(service.count("GET", RUNS)).isEqualTo(2);
    }

    @Test
    void aListInOrderIsReadUntilAWholePageIsTooOld() {
        pages.add(List.of(run("mine", Duration.ofSeconds(-1)), run("older", OLD)));
        page(OLD.multipliedBy(2));
        page(OLD.multipliedBy(3));

        UnresolvedItem item = unresolved();

        assertThat(item.found()).hasSize(1);
        assertThat(item.unread()).isNull();
        assertThat(service.count("GET", RUNS)).isEqualTo(2);
    }

    @Test
    void aListThatWasReadToTheEndHasNoMore() {
        pages.add(List.of(run("older", OLD), run("mine", Duration.ofSeconds(-1))));

        UnresolvedItem item = unresolved();

        assertThat(item.found()).hasSize(1);
        assertThat(item.unread()).isNull();
    }
}
