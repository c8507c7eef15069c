package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import reactor.core.publisher.Flux;

/** Compressed bodies, whole, cut short, and without an end. */
final class Compressed {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    private static final int MEBIBYTE = 1024 * 1024;

    private Compressed() {}

    /** Returns a body in an encoding: {@code gzip}, {@code deflate}, or {@code raw} for deflate without a header. */
    static byte[] encode(String encoding, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (encoding) {
            case "gzip" -> new GZIPOutputStream(bytes);
            case "deflate" -> new DeflaterOutputStream(bytes);
            default -> new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
        }) {
            out.write(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(String body) {
        return encode("gzip", body.getBytes(UTF_8));
    }

    /** Returns a body that is complete but for its last bytes. */
    static byte[] cut(byte[] body, int missing) {
        return Arrays.copyOf(body, body.length - missing);
    }

    /** Returns gzip that begins with a text and goes on with one character for ever: a kilobyte for each megabyte. */
    static Flux<byte[]> endless(String beginning, char filler) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        byte[] first = deflate(deflater, beginning.getBytes(UTF_8));
        byte[] filling = new byte[MEBIBYTE];
        Arrays.fill(filling, (byte) filler);
        byte[] second = deflate(deflater, filling);
        byte[] further = deflate(deflater, filling);
        deflater.end();
        return Flux.just(GZIP_HEADER, first, second)
                .concatWith(Flux.just(further).repeat());
    }

    private static byte[] deflate(Deflater deflater, byte[] bytes) {
        byte[] out = new byte[bytes.length + 100];
        deflater.setInput(bytes);
        return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH));
    }

    /** Returns gzip without an end that consists of empty parts. */
    static Flux<byte[]> endlessNothing() {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        byte[] empty = gzip("");
        for (int i = 0; i < 1_000; i++) {
            parts.writeBytes(empty);
        }
        return Flux.just(parts.toByteArray()).repeat();
    }
}
