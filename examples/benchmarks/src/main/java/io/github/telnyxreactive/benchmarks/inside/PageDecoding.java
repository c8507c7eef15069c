package io.github.telnyxreactive.benchmarks.inside;

import io.github.telnyxreactive.benchmarks.Samples;
import io.github.telnyxreactive.internal.page.PageDecoder;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.page.Page;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Measures decoding a page incrementally, as its bytes arrive, in comparison with reading it as a whole. The incremental
 * benchmarks copy each buffer first, as the client copies those of the network.
 */
public class PageDecoding extends AverageTime {

    private static final int LIMIT = 16 << 20;

    /** What is read. */
    @Param
    public Body body = Body.TESTS;

    /**
     * The page as a whole.
     *
     * @return the page
     */
    @Benchmark
    public Object whole() {
        return body.sample.read();
    }

    /**
     * Incrementally, from one buffer.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void oneBuffer(Blackhole blackhole) {
        body.sample.decode(body.sample.json.length, blackhole);
    }

    /**
     * Incrementally, from buffers of 8 KB, as a connection delivers them at first.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void buffersOf8K(Blackhole blackhole) {
        body.sample.decode(8 << 10, blackhole);
    }

    /**
     * Incrementally, from buffers of 64 KB, as a fast connection delivers them.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void buffersOf64K(Blackhole blackhole) {
        body.sample.decode(64 << 10, blackhole);
    }

    /** What is read. */
    public enum Body {

        /** A page of 100 tests, some 65 KB. */
        TESTS(new Sample<>(TestOperations.LIST.responseReader(), Samples.TEST.page(1, 100, 10))),

        /** A list of 5,000 assistants in one response, some 22 MB. */
        ASSISTANTS(new Sample<>(AssistantOperations.LIST.responseReader(), Samples.ASSISTANT.list(5_000)));

        private final Sample<?> sample;

        Body(Sample<?> sample) {
            this.sample = sample;
        }
    }

    /** A page and its reader. */
    private static final class Sample<T> {

        private final ResponseReader<Page<T>> reader;
        private final byte[] json;

        Sample(ResponseReader<Page<T>> reader, byte[] json) {
            this.reader = reader;
            this.json = json;
        }

        Page<T> read() {
            return reader.read(json, 0, json.length, "application/json");
        }

        void decode(int size, Blackhole blackhole) {
            try (PageDecoder<T> decoder = PageDecoder.of(reader, Reading.lenient(), LIMIT)) {
                for (int start = 0; start < json.length; start += size) {
                    byte[] bytes = Arrays.copyOfRange(json, start, Math.min(start + size, json.length));
                    decoder.feed(bytes, 0, bytes.length);
                    for (T element = decoder.next(); element != null; element = decoder.next()) {
                        blackhole.consume(element);
                    }
                }
                blackhole.consume(decoder.end());
            }
        }
    }
}
