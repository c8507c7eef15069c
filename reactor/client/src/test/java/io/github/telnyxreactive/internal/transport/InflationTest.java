package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Tests the inflation of single bodies: cut anywhere, damaged, of many members, and without an end. */
class InflationTest {

    private static final String TEXT = text(500);

    private final List<ByteBuf> fed = new ArrayList<>();

    private static String text(int length) {
        StringBuilder text = new StringBuilder();
        new Random(1).ints(length, 'a', 'f').forEach(c -> text.append((char) c));
        return text.toString();
    }

    @AfterEach
    void verifyEveryBufferIsReleased() {
        assertThat(fed).allMatch(buffer -> buffer.refCnt() == 0);
    }

    private ByteBuf buffer(byte[] bytes) {
        ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer().writeBytes(bytes);
        fed.add(buffer);
        return buffer;
    }

    private static Inflation of(String encoding) {
        return Objects.requireNonNull(Inflation.of(encoding.equals("raw") ? "deflate" : encoding, 10_000));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Inflates a body that arrives in parts of a size, and returns the text with a mark at its end if it is complete. */
    private String inflate(String encoding, byte[] body, int size) {
        Inflation inflation = of(encoding);
        try {
            StringBuilder text = new StringBuilder();
            for (int start = 0; start < body.length; start += size) {
                inflation.feed(buffer(Arrays.copyOfRange(body, start, Math.min(body.length, start + size))));
                ByteBuf piece;
                while ((piece = inflation.next(ByteBufAllocator.DEFAULT)) != null) {
                    assertThat(piece.readableBytes()).isBetween(1, Inflation.MAX_PIECE);
                    text.append(piece.toString(UTF_8));
                    piece.release();
                }
            }
            return text + (inflation.isComplete() ? "|" : "");
        } finally {
            inflation.close();
        }
    }

    private String inflate(byte[] gzip) {
        return inflate("gzip", gzip, gzip.length);
    }

    @ParameterizedTest
    @CsvSource({"gzip,1", "gzip,7", "gzip,100000", "deflate,1", "deflate,7", "deflate,100000", "raw,1", "raw,100000"})
    void inflatesABodyThatArrivesInParts(String encoding, int size) {
        assertThat(inflate(encoding, Compressed.encode(encoding, TEXT.getBytes(UTF_8)), size))
                .isEqualTo(TEXT + "|");
        assertThat(inflate(encoding, Compressed.encode(encoding, new byte[0]), size))
                .isEqualTo("|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw"})
    void knowsThatABodyIsCutOffAnywhere(String encoding) {
        byte[] body = Compressed.encode(encoding, TEXT.getBytes(UTF_8));

        for (int length = 1; length < body.length; length++) {
            String read = inflate(encoding, Arrays.copyOf(body, length), body.length);

            assertThat(TEXT).startsWith(read);
        }
    }

    @Test
    void inflatesMuchWithoutMoreInput() {
        byte[] zeros = new byte[10 * Inflation.MAX_PIECE];

        assertThat(inflate("gzip", Compressed.encode("gzip", zeros), 100_000))
                .isEqualTo(new String(zeros, ISO_8859_1) + "|");
        assertThat(inflate("raw", Compressed.encode("raw", zeros), 100_000))
                .isEqualTo(new String(zeros, ISO_8859_1) + "|");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100_000})
    void inflatesTheMembersOfAGzipOneAfterAnother(int size) {
        byte[] body = join(Compressed.gzip("one "), Compressed.gzip(""), Compressed.gzip(TEXT), Compressed.gzip("!"));

        assertThat(inflate("gzip", body, size)).isEqualTo("one " + TEXT + "!|");
        for (int missing = 1; missing < Compressed.gzip("!").length; missing++) {
            assertThat(inflate("gzip", Compressed.cut(body, missing), size)).doesNotEndWith("|");
        }
    }

    @Test
    void passesOverPaddingBehindTheLastMember() {
        assertThat(inflate(join(Compressed.gzip("padded"), new byte[1_000]))).isEqualTo("padded|");
        assertThat(inflate("deflate", join(Compressed.encode("deflate", "padded".getBytes(UTF_8)), new byte[9]), 3))
                .isEqualTo("padded|");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100_000})
    void passesOverOptionalPartsOfTheHeader(int size) {
        byte[] plain = Compressed.gzip(TEXT);
        byte[] header = Arrays.copyOf(plain, 10);
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] extra = join(new byte[] {44, 1}, new byte[300]);
        byte[] name = "name\0".getBytes(ISO_8859_1);
        byte[] comment = "comment\0".getBytes(ISO_8859_1);
        byte[] checksum = {1, 2};
        for (int flags = 0; flags < 32; flags++) {
            header[3] = (byte) flags;
            byte[] body = join(
                    header,
                    (flags & 4) == 0 ? new byte[0] : extra,
                    (flags & 8) == 0 ? new byte[0] : name,
                    (flags & 16) == 0 ? new byte[0] : comment,
                    (flags & 2) == 0 ? new byte[0] : checksum,
                    rest);

            assertThat(inflate("gzip", body, size)).isEqualTo(TEXT + "|");
        }
        assertThat(inflate("gzip", join(withFlags(plain, 4), new byte[2], rest), size))
                .isEqualTo(TEXT + "|");
    }

    private static byte[] withFlags(byte[] gzip, int flags) {
        byte[] header = Arrays.copyOf(gzip, 10);
        header[3] = (byte) flags;
        return header;
    }

    @Test
    void knowsThatABodyIsDamaged() {
        byte[] body = Compressed.gzip(TEXT);
        for (int position : new int[] {0, 1, 2, body.length / 2, body.length - 8, body.length - 1}) {
            byte[] damaged = body.clone();
            damaged[position] ^= 0x55;

            assertThatThrownBy(() -> inflate(damaged)).isInstanceOf(InflationException.class);
        }
        assertThatThrownBy(() -> inflate(join(withFlags(body, 0x80), body))).isInstanceOf(InflationException.class);
        byte[] zlib = Compressed.encode("deflate", TEXT.getBytes(UTF_8));
        zlib[zlib.length - 1] ^= 0x55;
        assertThatThrownBy(() -> inflate("deflate", zlib, 100)).isInstanceOf(InflationException.class);
    }

    @Test
    void needsNoDictionary() {
        // The header of zlib that says that there is one.
        byte[] body = {0x78, (byte) 0xbb, 0, 0, 0, 1, 1, 2, 3};

        assertThatThrownBy(() -> inflate("deflate", body, 100))
                .isInstanceOf(InflationException.class)
                .hasMessageContaining("dictionary");
    }

    @Test
    void givesUpOnWhatInflatesToNothing() {
        byte[] nothing = Objects.requireNonNull(Compressed.endlessNothing().blockFirst());
        byte[] nameless = join(withFlags(nothing, 8), "a".repeat(20_000).getBytes(UTF_8));

        assertThatThrownBy(() -> inflate("gzip", nothing, 1_000))
                .isInstanceOf(InflationException.class)
                .hasMessageContaining("more than 10000 bytes inflate to nothing");
        assertThatThrownBy(() -> inflate("gzip", nameless, 1_000)).isInstanceOf(InflationException.class);
        assertThatThrownBy(() -> inflate("gzip", join(Compressed.gzip("a"), new byte[20_000]), 1_000))
                .isInstanceOf(InflationException.class);
    }

    @Test
    void inflatesOnlyThePiecesThatAreAskedFor() {
        byte[] bomb = join(Objects.requireNonNull(Flux.from(Compressed.endless("", 'a'))
                        .take(2_000)
                        .collectList()
                        .block())
                .toArray(byte[][]::new));
        Inflation inflation = of("gzip");
        ByteBuf all = buffer(bomb);
        inflation.feed(all);

        for (int i = 0; i < 10; i++) {
            ByteBuf piece = Objects.requireNonNull(inflation.next(ByteBufAllocator.DEFAULT));
            assertThat(piece.readableBytes()).isLessThanOrEqualTo(Inflation.MAX_PIECE);
            assertThat(piece.capacity()).isLessThanOrEqualTo(Inflation.MAX_PIECE);
            piece.release();
        }
        // There is more where that came from.
        assertThat(all.refCnt()).isOne();
        inflation.close();
    }

    @Test
    void knowsTheNamesOfItsEncodings() {
        for (String encoding : List.of("gzip", "GZip", " x-gzip ", "deflate", "x-deflate")) {
            Inflation inflation = Inflation.of(encoding, 1);
            assertThat(inflation).isNotNull();
        }
        for (String encoding : List.of("", "identity", "br", "zstd", "gzip, gzip")) {
            assertThat(Inflation.of(encoding, 1)).isNull();
        }
        assertThat(Inflation.of(null, 1)).isNull();
    }
}
