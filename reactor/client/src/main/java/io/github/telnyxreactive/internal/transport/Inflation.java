package io.github.telnyxreactive.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates one body piece by piece, when a piece is asked for, and knows whether the body is complete.
 *
 * <p>Netty's decoder inflates all that has arrived at once, which may be a thousand times as long, and does not tell
 * whether the end of the body has arrived.
 */
final class Inflation {

    /** The maximum size of a piece. */
    static final int MAX_PIECE = 64 * 1024;

    private static final int MIN_PIECE = 512;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int GZIP_MAGIC = 0x1f;
    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    /** What comes next. A body of gzip consists of any number of members, each from its header to its trailer. */
    private enum Part {
        BEGINNING,
        HEADER,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        CHECKSUM,
        DATA,
        TRAILER,
        NEXT_MEMBER,
        SURPLUS
    }

    private final boolean gzip;
    private final long maxIdle;
    private final Deque<ByteBuf> waiting = new ArrayDeque<>(2);
    private final CRC32 checksum = new CRC32();
    private @Nullable ByteBuf current;
    private ByteBuffer input = NOTHING;
    private @Nullable ByteBuf spare;
    private @Nullable Inflater inflater;
    private Part part = Part.BEGINNING;
    private boolean more;
    private int flags;
    private int position;
    private int extraLength;
    private int length;
    private long trailer;
    private long idle;

    /**
     * Creates the inflation of a body.
     *
     * @param gzip whether the body is gzip; otherwise it is deflate, with or without the header of zlib
     * @param maxIdle how many bytes may be read without a single one that they inflate to
     */
    private Inflation(boolean gzip, long maxIdle) {
        this.gzip = gzip;
        this.maxIdle = maxIdle;
    }

    /** Returns the inflation for a value of {@code Content-Encoding}, {@code null} if there is none. */
    static @Nullable Inflation of(@Nullable String encoding, long maxIdle) {
        if (encoding == null) {
            return null;
        }
        String name = encoding.strip();
        if (is(name, "gzip") || is(name, "x-gzip")) {
            return new Inflation(true, maxIdle);
        }
        return is(name, "deflate") || is(name, "x-deflate") ? new Inflation(false, maxIdle) : null;
    }

    private static boolean is(String name, String encoding) {
        return AsciiString.contentEqualsIgnoreCase(name, encoding);
    }

    /** Takes what has arrived, and releases it when it is inflated. */
    void feed(ByteBuf compressed) {
        if (compressed.isReadable()) {
            waiting.add(compressed);
        } else {
            compressed.release();
        }
    }

    /**
     * Returns whether nothing is missing of what has begun. A body without a single byte is complete, since nothing has
     * begun.
     */
    boolean isComplete() {
        return part == Part.BEGINNING || part == Part.NEXT_MEMBER || part == Part.SURPLUS;
    }

    /**
     * Inflates the next piece.
     *
     * @return the piece, which is not empty, or {@code null} if more has to arrive first
     * @throws InflationException if the body is damaged, or if too much of it inflates to nothing
     */
    @Nullable ByteBuf next(ByteBufAllocator allocator) {
        while (more || input.hasRemaining() || nextInput()) {
            int before = input.remaining();
            ByteBuf piece = null;
            if (part == Part.DATA) {
                piece = inflate(allocator);
            } else {
                frame();
            }
            if (piece != null) {
                idle = 0;
                return piece;
            }
            idle += before - input.remaining();
            if (idle > maxIdle) {
                throw new InflationException("more than " + maxIdle + " bytes inflate to nothing");
            }
        }
        return null;
    }

    private boolean nextInput() {
        if (current != null) {
            current.release();
        }
        current = waiting.poll();
        input = current == null ? NOTHING : current.nioBuffer();
        return current != null;
    }

    private @Nullable ByteBuf inflate(ByteBufAllocator allocator) {
        Inflater zlib = inflater();
        zlib.setInput(input);
        ByteBuf piece = spare == null ? allocator.heapBuffer(expectedLength(), MAX_PIECE) : spare;
        // Released by close() in case of an error.
        spare = piece;
        try {
            do {
                piece.ensureWritable(Math.min(piece.capacity(), MAX_PIECE - piece.writerIndex()));
                int written =
                        zlib.inflate(piece.array(), piece.arrayOffset() + piece.writerIndex(), piece.writableBytes());
                piece.writerIndex(piece.writerIndex() + written);
            } while (!piece.isWritable() && piece.writerIndex() < MAX_PIECE);
        } catch (DataFormatException e) {
            throw new InflationException("the data is damaged: " + e.getMessage());
        }
        if (zlib.needsDictionary()) {
            throw new InflationException("the data needs a dictionary");
        }
        if (gzip) {
            checksum.update(piece.array(), piece.arrayOffset(), piece.writerIndex());
            length += piece.writerIndex();
        }
        more = !piece.isWritable() && !zlib.finished();
        if (zlib.finished()) {
            enter(gzip ? Part.TRAILER : Part.SURPLUS);
        }
        if (!piece.isReadable()) {
            return null;
        }
        spare = null;
        return piece;
    }

    private int expectedLength() {
        return Math.max(MIN_PIECE, Math.min(MAX_PIECE, 4 * input.remaining()));
    }

    private Inflater inflater() {
        Inflater zlib = inflater;
        if (zlib == null) {
            // Some servers leave out the header of zlib, whose first byte no data begins with.
            boolean bare = gzip || (input.get(input.position()) & 0x0f) != 8;
            zlib = new Inflater(bare);
            inflater = zlib;
        }
        return zlib;
    }

    /** Reads what is around the data. */
    private void frame() {
        switch (part) {
            case BEGINNING -> enter(gzip ? Part.HEADER : Part.DATA);
            case HEADER -> header(nextByte());
            case EXTRA_LENGTH -> {
                extraLength |= nextByte() << 8 * position;
                if (++position == 2) {
                    enter(Part.EXTRA);
                }
            }
            case EXTRA -> {
                int skipped = Math.min(extraLength - position, input.remaining());
                input.position(input.position() + skipped);
                position += skipped;
                if (position == extraLength) {
                    leave(Part.EXTRA);
                }
            }
            case NAME, COMMENT -> {
                if (nextByte() == 0) {
                    leave(part);
                }
            }
            case CHECKSUM -> {
                nextByte();
                if (++position == 2) {
                    leave(Part.CHECKSUM);
                }
            }
            case TRAILER -> trailer(nextByte());
            case NEXT_MEMBER ->
                // Padding is no member.
                enter(input.get(input.position()) == GZIP_MAGIC ? Part.HEADER : Part.SURPLUS);
            default -> input.position(input.limit());
        }
    }

    private int nextByte() {
        return Byte.toUnsignedInt(input.get());
    }

    private void header(int b) {
        int index = position++;
        if (index == 0 && b != GZIP_MAGIC || index == 1 && b != 0x8b) {
            throw new InflationException("the body is not gzip");
        }
        if (index == 2 && b != 8 || index == 3 && (b & 0xe0) != 0) {
            throw new InflationException("the header of gzip is not known");
        }
        if (index == 3) {
            flags = b;
        }
        if (position == GZIP_HEADER) {
            leave(Part.HEADER);
        }
    }

    /** Goes on behind a part of the header. */
    private void leave(Part done) {
        if (done.compareTo(Part.EXTRA) < 0 && (flags & HAS_EXTRA) != 0) {
            enter(Part.EXTRA_LENGTH);
        } else if (done.compareTo(Part.NAME) < 0 && (flags & HAS_NAME) != 0) {
            enter(Part.NAME);
        } else if (done.compareTo(Part.COMMENT) < 0 && (flags & HAS_COMMENT) != 0) {
            enter(Part.COMMENT);
        } else if (done.compareTo(Part.CHECKSUM) < 0 && (flags & HAS_CHECKSUM) != 0) {
            enter(Part.CHECKSUM);
        } else {
            enter(Part.DATA);
        }
    }

    private void trailer(int b) {
        trailer |= (long) b << 8 * position;
        if (++position < GZIP_TRAILER) {
            return;
        }
        if ((int) trailer != (int) checksum.getValue() || (int) (trailer >>> 32) != length) {
            throw new InflationException("the data is damaged: its checksum or its length is another one");
        }
        enter(Part.NEXT_MEMBER);
    }

    private void enter(Part next) {
        part = next;
        position = 0;
        if (next == Part.HEADER) {
            flags = 0;
            extraLength = 0;
            trailer = 0;
            length = 0;
            checksum.reset();
            if (inflater != null) {
                inflater.reset();
            }
        }
    }

    /** Releases what is held. */
    void close() {
        if (inflater != null) {
            inflater.end();
        }
        ReferenceCountUtil.release(spare);
        spare = null;
        more = false;
        waiting.forEach(ByteBuf::release);
        waiting.clear();
        nextInput();
    }
}
