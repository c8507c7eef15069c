package io.github.telnyxreactive.internal.error;

import io.github.telnyxreactive.internal.text.Mask;
import io.github.telnyxreactive.internal.text.SingleLine;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes received text safe to log: of limited length, on one line, without the API key and phone numbers. */
public final class Excerpt {

    /** The maximum number of characters of an excerpt. */
    public static final int LIMIT = SingleLine.LIMIT;

    private static final String REDACTED = "[redacted]";
    // The text may be JSON, in which every character can be escaped.
    private static final Pattern BEARER = Pattern.compile(
            "(?i)(bearer(?:\\s|\\\\[bfnrt]|\\\\u00[02][09acd])+)(?:[A-Z0-9._~+/=-]|\\\\/|\\\\u00[2-7][0-9a-f])+");

    private final @Nullable Pattern secret;

    /**
     * Creates the excerpts of a client.
     *
     * @param secret the key that is redacted, empty for none
     */
    public Excerpt(String secret) {
        this.secret = secret.isEmpty()
                ? null
                : Pattern.compile(
                        secret.chars().mapToObj(Excerpt::plainOrEscaped).collect(Collectors.joining()));
    }

    /**
     * Redacts the secrets in a text.
     *
     * @param text any text
     * @return the text without the key, and without any token after the word "Bearer"
     */
    public String redact(String text) {
        String result = secret == null ? text : secret.matcher(text).replaceAll(REDACTED);
        return BEARER.matcher(result).replaceAll("$1" + REDACTED);
    }

    /**
     * Returns an excerpt of a body.
     *
     * @param body the body, decoded as UTF-8
     * @return its beginning
     */
    public String of(byte[] body) {
        return of(new String(body, StandardCharsets.UTF_8));
    }

    /**
     * Returns an excerpt of a text.
     *
     * @param text any text
     * @return its beginning
     */
    public String of(String text) {
        return SingleLine.of(Mask.phoneNumbers(redact(text)));
    }

    private static String plainOrEscaped(int c) {
        String plain = Pattern.quote(Character.toString(c));
        String escaped = String.format("\\\\u(?i:%04x)", c);
        return "(?:" + plain + "|" + escaped + ("/\"\\".indexOf(c) >= 0 ? "|\\\\" + plain : "") + ")";
    }
}
