package io.github.telnyxreactive.cli.internal.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Links conversations in Markdown.
 *
 * @param template the address of a conversation, with {@value #PLACEHOLDER} where its id belongs
 */
record ConversationLink(String template) {

    /** What is replaced by the id. */
    static final String PLACEHOLDER = "{conversation_id}";

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_ID = 100;
    private static final String HARMLESS = "-._~:/?#@!$'*+,;=%";

    /** Returns the link, the id alone if the address would be too long, or a dash if there is no conversation. */
    String to(@Nullable String conversationId) {
        if (conversationId == null || conversationId.isEmpty()) {
            return "-";
        }
        // A form encodes a space as a plus, which in a path is a plus.
        String id = URLEncoder.encode(conversationId, StandardCharsets.UTF_8).replace("+", "%20");
        String address = address(template.replace(PLACEHOLDER, id));
        return template.isBlank() || address.length() > LONGEST_ADDRESS
                ? MarkdownText.inline(conversationId, LONGEST_ID)
                : "[conversation](" + address + ")";
    }

    /** Encodes what would end the address, the cell or the line; what is encoded already stays. */
    private static String address(String text) {
        StringBuilder address = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            boolean letterOrDigit = codePoint < 0x80 && Character.isLetterOrDigit(codePoint);
            if (letterOrDigit || HARMLESS.indexOf(codePoint) >= 0) {
                address.appendCodePoint(codePoint);
            } else if (codePoint == '&') {
                address.append("&amp;");
            } else {
                address.append(URLEncoder.encode(Character.toString(codePoint), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
            }
        });
        return address.toString();
    }
}
