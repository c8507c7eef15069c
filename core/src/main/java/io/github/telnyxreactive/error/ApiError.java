package io.github.telnyxreactive.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One error that the service reports. The codes are not unique across its parts: branch on the type of the exception,
 * report the code.
 *
 * @param code the code of the error
 * @param title a short name of the error
 * @param detail an explanation; an object is given as its JSON
 * @param pointer where in the body of the request the error is, as a JSON pointer
 * @param parameter the query parameter that is in error
 * @param url where the error is described
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
