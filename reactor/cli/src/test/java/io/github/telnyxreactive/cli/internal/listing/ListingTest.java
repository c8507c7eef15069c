package io.github.telnyxreactive.cli.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class ListingTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Mono<Void> listing(Flux<?> items, ItemWriter writer) {
        return Listing.write(items, writer, Schedulers.boundedElastic());
    }

    @Test
    void readsNoFasterThanASlowWriterWrites() throws Exception {
        AtomicLong made = new AtomicLong();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        List<Object> items = new ArrayList<>();
        ItemWriter slow = new ItemWriter() {
            @Override
            public void write(Object item) {
                items.add(item);
                writing.countDown();
                try {
                    resume.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void end() {
                items.add("end");
            }
        };

        Mono<Void> listing = listing(Flux.range(0, 10_000).doOnNext(item -> made.incrementAndGet()), slow);
        StepVerifier verifier = StepVerifier.create(listing).expectComplete().verifyLater();
        writing.await();
        assertThat(made).hasValueLessThanOrEqualTo(32);
        resume.countDown();
        verifier.verify();

        assertThat(items).hasSize(10_001).endsWith(9_999, "end");
    }

    @Test
    void writesWholeLines() {
        List<String> writes = new ArrayList<>();
        OutputStream whole = new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        };
        ItemWriter writer = new NdjsonWriter(new LineOutput(whole, false));
        for (int i = 0; i < 10_000; i++) {
            writer.write(Map.of("number", i, "text", "äöü"));
        }
        writer.end();

        assertThat(writes).hasSizeBetween(5, 100).allMatch(text -> text.endsWith("}\n"));
        assertThat(String.join("", writes).lines()).hasSize(10_000);
    }

    @Test
    void anEagerOutputWritesAtOnce() {
        ItemWriter writer = new NdjsonWriter(new LineOutput(out, true));

        writer.write("a");

        assertThat(written()).isEqualTo("\"a\"\n");
    }

    @Test
    void jsonHasNoCharactersThatTerminalsObey() {
        String name = "a\u001b[2J\u007f\u009b2J\u2028\u202e\u2066 Größe â 漢字 👩‍👧";
        ItemWriter writer = new NdjsonWriter(new LineOutput(out, true));

        writer.write(name);

        assertThat(written())
                .isEqualToIgnoringCase("\"a\\u001b[2J\\u007f\\u009b2J\\u2028\\u202e\\u2066 Größe â 漢字 👩‍👧\"\n");
        assertThat(TelnyxJson.read(written(), String.class)).isEqualTo(name);
    }

    @Test
    void rowsShowTheFieldsThatArePresent() {
        ItemWriter writer = new TableWriter(
                new LineOutput(out, false),
                List.of(Column.id("ID", "id", 3), Column.text("NAME", "name", 5), Column.text("N", "n", 4)),
                Style.PLAIN,
                StandardCharsets.UTF_8);

        writer.write(Map.of("id", "longer", "name", "a\u0007😀bcde", "n", 12));
        writer.write(Map.of("id", "x"));
        writer.end();

        assertThat(written().lines()).containsExactly("ID   NAME   N", "longer  a?😀…  12", "x    -      -");
    }

    @Test
    void aTableWithoutRowsHasNoHeader() {
        ItemWriter writer = new TableWriter(
                new LineOutput(out, false), List.of(Column.itself("TAG")), Style.PLAIN, StandardCharsets.UTF_8);

        StepVerifier.create(listing(Flux.empty(), writer)).expectComplete().verify();

        assertThat(written()).isEmpty();
    }

    @Test
    void cancelsTheListWhenItsReaderHasGone() {
        TestPublisher<String> source = TestPublisher.create();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        StepVerifier.create(listing(source.flux(), new NdjsonWriter(new LineOutput(closed, true))))
                .then(() -> source.next("a"))
                .expectComplete()
                .verify();

        source.assertWasCancelled();
    }

    @Test
    void emitsTheErrorOfTheListAfterItsElements() {
        StepVerifier.create(listing(
                        Flux.just("a").concatWith(Mono.error(new IllegalStateException("x"))),
                        new NdjsonWriter(new LineOutput(out, false))))
                .expectErrorMessage("x")
                .verify();

        assertThat(written()).isEqualTo("\"a\"\n");
    }

    @Test
    void emitsOtherErrorsOfWriting() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ItemWriter writer = new NdjsonWriter(new LineOutput(full, false));
        writer.write("a");

        assertThatThrownBy(writer::end)
                .isInstanceOf(UncheckedIOException.class)
                .isNotInstanceOf(ReaderGoneException.class);
    }
}
