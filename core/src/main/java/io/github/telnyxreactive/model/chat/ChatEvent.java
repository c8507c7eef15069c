package io.github.telnyxreactive.model.chat;

import io.github.telnyxreactive.internal.model.Models;
import org.jspecify.annotations.Nullable;

/**
 * A part of a streamed reply.
 *
 * @param type the type of the part: {@link #DELTA}, {@link #DONE}, or one that has no constant here
 * @param content the text of the part; {@code null} if it has none
 * @param data the part as received from the service
 */
public record ChatEvent(String type, @Nullable String content, String data) {

    /** The type of a fragment of the reply. */
    public static final String DELTA = "delta";

    /** The type of the last part, which contains the complete reply. */
    public static final String DONE = "done";

    /** The type of a part that reports an error. It is never emitted as an event but signalled as an error. */
    public static final String ERROR = "error";

    /** Validates required components. */
    public ChatEvent {
        Models.required(type, "type");
        Models.required(data, "data");
    }

    /**
     * Returns whether the reply is complete.
     *
     * @return {@code true} if this is the last part
     */
    public boolean isDone() {
        return type.equals(DONE);
    }
}
