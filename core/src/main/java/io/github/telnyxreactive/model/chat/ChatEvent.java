package io.github.telnyxreactive.model.chat;

import io.github.telnyxreactive.internal.model.Models;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer that is streamed.
 *
 * @param type what kind of part it is: {@link #DELTA}, {@link #DONE}, or one that has no constant here
 * @param content the text of the part, {@code null} if none was found in it
 * @param data the part as the service sent it
 */
public record ChatEvent(String type, @Nullable String content, String data) {

    /** The type of a fragment of the answer. */
    public static final String DELTA = "delta";

    /** The type of the last part, which holds the whole answer. */
    public static final String DONE = "done";

    /** The type of a part that reports an error; it is never emitted, but turned into an error. */
    public static final String ERROR = "error";

    /** Validates required components. */
    public ChatEvent {
        Models.required(type, "type");
        Models.required(data, "data");
    }

    /**
     * Tells whether the answer is complete.
     *
     * @return whether this is the last part
     */
    public boolean isDone() {
        return type.equals(DONE);
    }
}
