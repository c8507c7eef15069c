package io.github.telnyxreactive.internal.page;

import io.github.telnyxreactive.internal.json.UnreadableElementsException;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** A body in chunks, each of which is overwritten before the next one is read. */
public record Chunks(List<byte[]> chunks) {

    public static Chunks splitAt(int index, byte[] body) {
        return new Chunks(List.of(Arrays.copyOf(body, index), Arrays.copyOfRange(body, index, body.length)));
    }

    public static Chunks ofSize(int size, byte[] body) {
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < body.length; from += size) {
            chunks.add(Arrays.copyOfRange(body, from, Math.min(body.length, from + size)));
        }
        return new Chunks(chunks);
    }

    /** Reads the chunks as one page. */
    public <T> Page<T> read(ResponseReader<Page<T>> reader, int limit) {
        List<T> elements = new ArrayList<>();
        try (PageDecoder<T> decoder = PageDecoder.of(reader, Reading.lenient(), limit)) {
            for (byte[] chunk : chunks) {
                byte[] buffer = Arrays.copyOf(chunk, chunk.length + 4);
                System.arraycopy(chunk, 0, buffer, 2, chunk.length);
                decoder.feed(buffer, 2, chunk.length);
                for (T next = decoder.next(); next != null; next = decoder.next()) {
                    elements.add(next);
                }
                Arrays.fill(buffer, (byte) '#');
            }
            PagePart.End<T> end = decoder.end();
            if (end.length() != elements.size()) {
                throw new AssertionError(end + " after " + elements.size());
            }
            return Page.of(elements, end.meta());
        }
    }

    /** Returns the kind of failure to the client: malformed JSON, unexpected content, elements that cannot be read, or
     * {@code null} for none. */
    public static @Nullable Class<?> kindOf(Callable<?> reading) {
        try {
            reading.call();
            return null;
        } catch (StreamReadException e) {
            return StreamReadException.class;
        } catch (JacksonException e) {
            return JacksonException.class;
        } catch (UnreadableElementsException e) {
            return UnreadableElementsException.class;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
