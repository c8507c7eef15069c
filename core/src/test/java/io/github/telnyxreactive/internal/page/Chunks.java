package io.github.telnyxreactive.internal.page;

import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** A body in pieces, each of which is overwritten when the next one comes. */
public record Pieces(List<byte[]> pieces) {

    public static Pieces cutAt(int cut, byte[] body) {
        return new Pieces(List.of(Arrays.copyOf(body, cut), Arrays.copyOfRange(body, cut, body.length)));
    }

    public static Pieces ofSize(int size, byte[] body) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < body.length; from += size) {
            pieces.add(Arrays.copyOfRange(body, from, Math.min(body.length, from + size)));
        }
        return new Pieces(pieces);
    }

    /** Reads the page, which has what its parts have. */
    public <T> Page<T> read(ResponseReader<Page<T>> answer, int limit) {
        List<T> elements = new ArrayList<>();
        try (PageDecoder<T> decoder = PageDecoder.of(answer, limit)) {
            for (byte[] piece : pieces) {
                byte[] buffer = Arrays.copyOf(piece, piece.length + 4);
                System.arraycopy(piece, 0, buffer, 2, piece.length);
                decoder.feed(buffer, 2, piece.length);
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

    /** Tells what kind of error the client makes of a failure: one for what is not JSON, one for what is not expected. */
    public static @Nullable Class<?> kindOf(Callable<?> reading) {
        try {
            reading.call();
            return null;
        } catch (StreamReadException e) {
            return StreamReadException.class;
        } catch (JacksonException | NullPointerException e) {
            return JacksonException.class;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
