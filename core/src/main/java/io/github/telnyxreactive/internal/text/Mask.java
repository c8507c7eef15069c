package io.github.telnyxreactive.internal.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Masks personal data, for messages and logs. */
public final class Mask {

    /** A phone number in international format, as it is or as JSON may escape it, with the usual separators. */
    private static final Pattern PHONE_NUMBER =
            Pattern.compile("(?:\\+|\\\\u002[bB]|%2[bB])[1-9](?:[ ().\\u00a0-]{0,2}[0-9]){6,14}(?![0-9])");

    private static final int DIGITS_BEFORE = 4;
    private static final int DIGITS_AFTER = 2;

    private Mask() {}

    /**
     * Masks the phone numbers in a text. A number without a leading plus cannot be told from any other, and is kept.
     *
     * @param text any text
     * @return the text with {@code +1202…34} instead of {@code +12025550134}
     */
    public static String phoneNumbers(String text) {
        return PHONE_NUMBER.matcher(text).replaceAll(Mask::masked);
    }

    private static String masked(MatchResult number) {
        String digits =
                number.group().replaceFirst("^(?:\\+|\\\\u002[bB]|%2[bB])", "").replaceAll("[^0-9]", "");
        return "+" + digits.substring(0, DIGITS_BEFORE) + "…" + digits.substring(digits.length() - DIGITS_AFTER);
    }

    /**
     * Masks a text that somebody has written or said.
     *
     * @param text any text
     * @return its length only
     */
    public static String text(String text) {
        int length = text.codePointCount(0, text.length());
        return length == 1 ? "(1 character)" : "(" + length + " characters)";
    }
}
