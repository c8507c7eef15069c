package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.page.PageMeta;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;

/** The body of a list response, whose elements may be generated as they are sent. Immutable. */
public final class ListBody {

    /** A list up to this length, that of the largest page, is sent as a whole, like any other response. */
    private static final int MAX_PAGE = 100;

    private static final String OPENING = "{\"data\":[";

    private final byte[] opening;
    private final Iterable<?> elements;
    private final byte[] closing;
    private final boolean isLong;

    private ListBody(String opening, Iterable<?> elements, byte[] closing, boolean isLong) {
        this.opening = ascii(opening);
        this.elements = elements;
        this.closing = closing;
        this.isLong = isLong;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Creates a page with its metadata. */
    static ListBody page(Collection<?> elements, PageMeta meta) {
        ByteArrayOutputStream closing = new ByteArrayOutputStream();
        closing.writeBytes(ascii("],\"meta\":"));
        closing.writeBytes(TelnyxJson.write(meta));
        closing.write('}');
        return new ListBody(OPENING, elements, closing.toByteArray(), elements.size() > MAX_PAGE);
    }

    /** Creates a complete list in an object. */
    static ListBody data(Collection<?> elements) {
        return new ListBody(OPENING, elements, ascii("]}"), elements.size() > MAX_PAGE);
    }

    /** Creates a complete list in an object, whose elements are generated as they are sent. */
    static ListBody data(Iterable<?> elements) {
        return new ListBody(OPENING, elements, ascii("]}"), true);
    }

    /** Creates a complete list without an enclosing object. */
    static ListBody array(Collection<?> elements) {
        return new ListBody("[", elements, ascii("]"), elements.size() > MAX_PAGE);
    }

    /**
     * Returns whether the list may be too long to be held in memory.
     *
     * @return whether to send it in parts
     */
    public boolean isLong() {
        return isLong;
    }

    /**
     * Creates a writer of the body, which begins at its start.
     *
     * @return the writer; for use by one thread at a time
     */
    public Writer writer() {
        return new Writer();
    }

    /** Returns the whole body. */
    byte[] whole() {
        return writer().next(Integer.MAX_VALUE);
    }

    /** Writes a body in parts, and generates each element when it is written. */
    public final class Writer {

        private final Iterator<?> remaining = elements.iterator();
        private boolean begun;
        private boolean ended;

        private Writer() {}

        /**
         * Returns whether there is another part to write.
         *
         * @return whether {@link #next(int)} can be called
         */
        public boolean hasNext() {
            return !ended;
        }

        /**
         * Writes the next part: elements until the part has the given size, at least one. The first element is preceded
         * by the JSON before the list, and the last one is followed by the JSON after it.
         *
         * @param minBytes the number of bytes from which on no further element is added
         * @return the part
         */
        public byte[] next(int minBytes) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            if (!begun) {
                part.writeBytes(opening);
            }
            boolean more = remaining.hasNext();
            while (more) {
                if (begun) {
                    part.write(',');
                }
                begun = true;
                TelnyxJson.write(part, remaining.next());
                more = remaining.hasNext();
                if (part.size() >= minBytes) {
                    break;
                }
            }
            if (!more) {
                part.writeBytes(closing);
                ended = true;
            }
            return part.toByteArray();
        }
    }
}
