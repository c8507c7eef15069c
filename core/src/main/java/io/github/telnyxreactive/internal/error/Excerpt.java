package io.github.telnyxreactive.internal.error;

import io.github.telnyxreactive.internal.text.SingleLine;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes text that came from outside safe to log: bounded, on one line, without the key. */
public final class Excerpt {

    /** The most characters that an excerpt has. */
    public static final int LIMIT = SingleLine.LIMIT;

    private static final String REDACTED = "[redacted]";
    // Body text may be JSON, in which every character can be escaped.
    private static final Pattern BEARER = Pattern.compile(
            "(?i)(bearer(?:\\s|\\\\[bfnrt]|\\\\u00[02][09acd])+)(?:[A-Z0-9._~+/=-]|\\\\/|\\\\u00[2-7][0-9a-f])+");

    private final @Nullable Pattern secret;

    /**
     * Creates a maker of excerpts.
     *
     * @param secret the key that must not show up, empty for none
     */
    public Excerpt(String secret) {
        this.secret = secret.isEmpty()
                ? null
                : Pattern.compile(
                        secret.chars().mapToObj(Excerpt::plainOrEscaped).collect(Collectors.joining()));
    }

    /**
     * Takes the secrets out of a text.
     *
     * @param text any text
     * @return the text without the key and without anything that follows the word "Bearer"
     */
    public String redact(String text) {
        String result = secret == null ? text : secret.matcher(text).replaceAll(REDACTED);
        return BEARER.matcher(result).replaceAll("$1" + REDACTED);
    }

    /**
     * Makes an excerpt.
     *
     * @param body a body in UTF-8, or what should be one
     * @return its beginning
     */
    public String of(byte[] body) {
        return of(new String(body, StandardCharsets.UTF_8));
    }

    /**
     * Makes an excerpt.
     *
     * @param text any text
     * @return its beginning
     */
    public String of(String text) {
        return SingleLine.of(redact(text));
    }

    private static String plainOrEscaped(int c) {
        String plain = Pattern.quote(Character.toString(c));
        String escaped = String.format("\\\\u(?i:%04x)", c);
        return "(?:" + plain + "|" + escaped + ("/\"\\".indexOf(c) >= 0 ? "|\\\\" + plain : "") + ")";
    }
}
