package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.StreamException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.chat.ChatEvents;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.model.chat.ChatEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** Reads a streamed response up to its last event. */
final class ChatStream {

    private final int limit;
    private final Excerpt excerpt;

    /**
     * Creates a reader.
     *
     * @param limit the maximum number of characters of an event
     * @param excerpt makes the text of responses safe to log
     */
    ChatStream(int limit, Excerpt excerpt) {
        this.limit = limit;
        this.excerpt = excerpt;
    }

    Flux<ChatEvent> events(Flux<String> text, Attempt<?> attempt) {
        return Flux.defer(() -> {
            ServerSentEventParser parser = new ServerSentEventParser(limit);
            return text.concatMapIterable(parser::feed, 1)
                    .map(event -> ChatEvents.read(event.name(), event.data()))
                    .concatWith(Mono.error(() -> cutOff(attempt)))
                    .onErrorMap(
                            ServerSentEventParser.EventTooLongException.class,
                            e -> DecodingException.unexpected(attempt.failedCall(), String.valueOf(e.getMessage())))
                    .handle((ChatEvent event, SynchronousSink<ChatEvent> sink) -> {
                        if (event.type().equals(ChatEvent.ERROR)) {
                            sink.error(reported(event, attempt));
                        } else {
                            sink.next(event);
                        }
                    })
                    .takeUntil(ChatEvent::isDone);
        });
    }

    private TelnyxException reported(ChatEvent event, Attempt<?> attempt) {
        FailedCall call = attempt.failedCall();
        return new StreamException(call.withResponse(200, call.requestId(), excerpt.of(event.data())));
    }

    private static TelnyxException cutOff(Attempt<?> attempt) {
        return TransportException.lost(
                attempt.failedCall(),
                "the stream ended before its last event",
                new IllegalStateException("no event of type " + ChatEvent.DONE));
    }
}
