package io.github.telnyxreactive.internal.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Masks personal data, for messages and logs. */
public final class Mask {

    /** A phone number in international format, as it is or as JSON may escape it, with the usual separators. */
    private static final Pattern PHONE_NUMBER =
            Pattern.compile("(?:\\+|\\\\u002[bB]|%2[bB])[1-9](?:[ ().\\u00a0-]{0,2}[0-9]){6,14}(?![0-9])");

    private static final int DIGITS_BEFORE = 4;
    private static final int DIGITS_AFTER = 2;
    private static final String CUT = "…";

    private static final Pattern MASKED_NUMBER = Pattern.compile(
            "\\+[1-9][0-9]{" + (DIGITS_BEFORE - 1) + "}" + CUT + "[0-9]{" + DIGITS_AFTER + "}(?![0-9])");

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

    /**
     * Masks the phone numbers in a JSON value, in the names of fields too.
     *
     * @param value any value
     * @return a copy
     */
    public static JsonNode phoneNumbers(JsonNode value) {
        if (value.isString()) {
            return JsonNodeFactory.instance.stringNode(phoneNumbers(value.stringValue()));
        }
        if (value.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> masked.add(phoneNumbers(element)));
            return masked;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> {
            StringBuilder name = new StringBuilder(phoneNumbers(field.getKey()));
            while (masked.has(name.toString())) {
                name.append(CUT);
            }
            masked.set(name.toString(), phoneNumbers(field.getValue()));
        });
        return masked;
    }

    /**
     * Returns whether a phone number in a text was masked.
     *
     * @param text any text
     * @return whether it has what {@link #phoneNumbers(String)} leaves of a number
     */
    public static boolean isMasked(String text) {
        return MASKED_NUMBER.matcher(text).find();
    }

    private static String masked(MatchResult number) {
        String digits =
                number.group().replaceFirst("^(?:\\+|\\\\u002[bB]|%2[bB])", "").replaceAll("[^0-9]", "");
        return "+" + digits.substring(0, DIGITS_BEFORE) + CUT + digits.substring(digits.length() - DIGITS_AFTER);
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
