package io.github.telnyxreactive.cli.internal.listing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Escapes what JSON allows unescaped and terminals obey: delete, the control characters from U+0080 on, line and paragraph
 * separators, and what changes the direction of text. The value stays the same.
 */
final class TerminalSafeJson {

    private static final int DELETE = 0x7F;

    private TerminalSafeJson() {}

    /** Appends JSON in UTF-8. */
    static void append(byte[] json, ByteArrayOutputStream out) {
        int start = 0;
        for (int position = 0; position < json.length; position++) {
            int control = control(json, position);
            if (control > 0) {
                out.write(json, start, position - start);
                out.writeBytes(String.format("\\u%04x", control).getBytes(StandardCharsets.US_ASCII));
                position += length(control) - 1;
                start = position + 1;
            }
        }
        out.write(json, start, json.length - start);
    }

    private static int length(int codePoint) {
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the code point at a position if it is to be escaped, else 0. */
    private static int control(byte[] json, int position) {
        return switch (json[position] & 0xFF) {
            case DELETE -> DELETE;
            case 0xC2 -> {
                int next = at(json, position + 1);
                yield next >= 0x80 && next <= 0x9F ? next : 0;
            }
            case 0xE2 -> {
                int codePoint = 0x2000 | (at(json, position + 1) & 0x3F) << 6 | at(json, position + 2) & 0x3F;
                boolean isSeparatorOrDirection =
                        codePoint >= 0x2028 && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
                yield isSeparatorOrDirection ? codePoint : 0;
            }
            default -> 0;
        };
    }

    private static int at(byte[] json, int position) {
        return position < json.length ? json[position] & 0xFF : 0;
    }
}
