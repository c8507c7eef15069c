package io.github.telnyxreactive.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An error that the service reports. Codes are not unique across the service: handle the type of the exception, and use
 * the code for reporting only.
 *
 * @param code the code of the error
 * @param title a short description of the error
 * @param detail an explanation; an object is converted to its JSON
 * @param pointer the location of the error in the body of the request, as a JSON pointer
 * @param parameter the query parameter that caused the error
 * @param url the URL of the documentation of the error
 */
public record ApiError(
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String url)
        implements Serializable {

    String summary() {
        StringBuilder text = new StringBuilder();
        append(text, title);
        append(text, detail);
        append(text, pointer == null ? parameter : pointer);
        if (code != null) {
            text.append(text.isEmpty() ? "code " + code : " (code " + code + ")");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable String part) {
        if (part != null && !part.isEmpty()) {
            text.append(text.isEmpty() ? "" : ": ").append(part);
        }
    }
}
