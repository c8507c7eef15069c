package io.github.telnyxreactive.internal.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Creates links to conversations in Markdown.
 *
 * @param template the URL of a conversation, with {@value #PLACEHOLDER} in place of its id
 */
public record ConversationLink(String template) {

    /** The placeholder of the id. */
    public static final String PLACEHOLDER = "{conversation_id}";

    private static final int MAX_URL = 2_000;
    private static final int MAX_ID = 100;
    private static final String HARMLESS = "-._~:/?#@!$'*+,;=%";

    /**
     * Creates a link.
     *
     * @param conversationId the id of the conversation, {@code null} if there is none
     * @return the link, the id alone if the URL would be too long, or a dash if there is no conversation
     */
    public String to(@Nullable String conversationId) {
        if (conversationId == null || conversationId.isEmpty()) {
            return "-";
        }
        // Form encoding turns a space into a plus, which is literal in a path.
        String id = URLEncoder.encode(conversationId, StandardCharsets.UTF_8).replace("+", "%20");
        String url = encoded(template.replace(PLACEHOLDER, id));
        return template.isBlank() || url.length() > MAX_URL
                ? MarkdownText.inline(conversationId, MAX_ID)
                : "[conversation](" + url + ")";
    }

    /** Encodes what would end the URL, the cell or the line, and keeps what is already encoded. */
    private static String encoded(String text) {
        StringBuilder url = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            boolean letterOrDigit = codePoint < 0x80 && Character.isLetterOrDigit(codePoint);
            if (letterOrDigit || HARMLESS.indexOf(codePoint) >= 0) {
                url.appendCodePoint(codePoint);
            } else if (codePoint == '&') {
                url.append("&amp;");
            } else {
                url.append(URLEncoder.encode(Character.toString(codePoint), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
            }
        });
        return url.toString();
    }
}
