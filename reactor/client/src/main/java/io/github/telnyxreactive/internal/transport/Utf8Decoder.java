package io.github.telnyxreactive.internal.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes bytes that arrive in parts, holding back an incomplete character until the rest of it arrives. */
final class Utf8Decoder {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    String decode(byte[] part) {
        return decode(part, false);
    }

    /** Returns the text that is left at the end: none, or a replacement for an incomplete character. */
    String end() {
        return decode(new byte[0], true);
    }

    private String decode(byte[] part, boolean last) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + part.length)
                .put(rest)
                .put(part)
                .flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, last);
        rest = new byte[in.remaining()];
        in.get(rest);
        return out.flip().toString();
    }
}
