package io.github.telnyxreactive.error;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes text that came from outside safe to log: bounded, on one line, without the key. */
public final class Excerpt {

    /** The most characters that an excerpt has. */
    public static final int LIMIT = 500;

    private static final String REDACTED = "[redacted]";
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)[A-Za-z0-9._~+/=-]+");

    private final String secret;

    /**
     * Creates a maker of excerpts.
     *
     * @param secret the key that must not show up, empty for none
     */
    public Excerpt(String secret) {
        this.secret = secret;
    }

    /**
     * Takes the secrets out of a text.
     *
     * @param text any text
     * @return the text without the key and without anything that follows the word "Bearer"
     */
    public String redact(String text) {
        String result = secret.isEmpty() ? text : text.replace(secret, REDACTED);
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
        String clean = redact(text);
        StringBuilder excerpt = new StringBuilder(Math.min(clean.length(), LIMIT));
        for (int i = 0; i < clean.length() && excerpt.length() < LIMIT; ) {
            int c = clean.codePointAt(i);
            i += Character.charCount(c);
            boolean blank = Character.isWhitespace(c) || Character.isISOControl(c) || !Character.isDefined(c);
            if (!blank) {
                excerpt.appendCodePoint(c);
            } else if (!excerpt.isEmpty() && excerpt.charAt(excerpt.length() - 1) != ' ') {
                excerpt.append(' ');
            }
        }
        excerpt.setLength(Math.min(excerpt.length(), LIMIT));
        return excerpt.toString().trim();
    }
}
