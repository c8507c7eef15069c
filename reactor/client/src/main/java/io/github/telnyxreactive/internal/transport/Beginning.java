package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.internal.error.Excerpt;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The beginning of a body, as much of it as an error shows. */
final class Beginning {

    private static final int LIMIT = 4 * Excerpt.LIMIT;
    private static final int TAG_LENGTH = 64;
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private long length;

    /** Adds the next part of the body, without reading it. */
    void add(ByteBuf part) {
        length += part.readableBytes();
        int more = Math.min(LIMIT - bytes.length, part.readableBytes());
        if (more > 0) {
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + more);
            part.getBytes(part.readerIndex(), bytes, before, more);
        }
    }

    /** Adds the next part of the body. */
    void add(byte[] part) {
        length += part.length;
        int more = Math.min(LIMIT - bytes.length, part.length);
        if (more > 0) {
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + more);
            System.arraycopy(part, 0, bytes, before, more);
        }
    }

    /** Returns the beginning, up to the limit. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the number of bytes that were added. */
    long length() {
        return length;
    }

    /** Returns whether this is the beginning of HTML or XML, which is never JSON. */
    boolean isMarkup() {
        return text(bytes).startsWith("<");
    }

    /**
     * Returns whether a body is a page in HTML, rather than an XML document or a text.
     *
     * @param body the body
     * @param saysSo whether its content type says so
     */
    static boolean isHtml(ByteBuf body, boolean saysSo) {
        byte[] first = new byte[Math.min(TAG_LENGTH, body.readableBytes())];
        body.getBytes(body.readerIndex(), first);
        return isHtml(new String(first, StandardCharsets.UTF_8), saysSo);
    }

    /** Returns whether a text begins like a page in HTML. */
    static boolean isHtml(String beginning, boolean saysSo) {
        String text = text(beginning);
        return text.startsWith("<!doctype html")
                || text.startsWith("<html")
                || (saysSo && text.startsWith("<") && !text.startsWith("<?xml"));
    }

    private static String text(byte[] bytes) {
        return text(new String(bytes, 0, Math.min(TAG_LENGTH, bytes.length), StandardCharsets.UTF_8));
    }

    private static String text(String beginning) {
        String text = beginning.substring(0, Math.min(TAG_LENGTH, beginning.length()));
        return text.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
    }
}
