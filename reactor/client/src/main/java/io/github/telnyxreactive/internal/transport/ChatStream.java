package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.chat.ChatEvents;
import io.github.telnyxreactive.internal.error.ErrorResponses;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.ChatEvent;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.ByteBufFlux;

/** Reads streamed responses up to their last event. */
final class ChatStream {

    private static final String EVENT_STREAM = "text/event-stream";

    private final BodyReader bodies;
    private final int limit;
    private final Excerpt excerpt;

    /**
     * Creates a reader.
     *
     * @param bodies reads the bodies of responses
     * @param limit the maximum number of characters of an event
     * @param excerpt makes the text of responses safe to log
     */
    ChatStream(BodyReader bodies, int limit, Excerpt excerpt) {
        this.bodies = bodies;
        this.limit = limit;
        this.excerpt = excerpt;
    }

    /**
     * Reads a successful response.
     *
     * @param response the head of the response
     * @param body the body
     * @return the events, or the whole response as the last one and the only one if the service does not stream
     */
    Publisher<ChatEvent> read(Response<AssistantChatResponse> response, ByteBufFlux body) {
        String contentType = response.headers().first("content-type");
        String mediaType = contentType == null
                ? EVENT_STREAM
                : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (mediaType.equals(EVENT_STREAM)) {
            return events(response, BodyReader.text(body));
        }
        return mediaType.contains("json")
                ? bodies.whole(
                        response,
                        body,
                        (reply, buffer) ->
                                new ChatEvent(ChatEvent.DONE, reply.content(), buffer.toString(StandardCharsets.UTF_8)))
                : bodies.foreign(response, body, "the response is not an event stream but " + contentType);
    }

    private Flux<ChatEvent> events(Response<?> response, Flux<String> text) {
        return Flux.defer(() -> {
            ServerSentEventParser parser = new ServerSentEventParser(limit);
            return text.concatMapIterable(parser::feed, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(parser.end())))
                    .map(event -> ChatEvents.read(event.name(), event.data()))
                    .concatWith(Mono.error(() -> parser.hasBegun() ? cutOff(response) : empty(response)))
                    .onErrorMap(
                            ServerSentEventParser.EventTooLongException.class,
                            e -> DecodingException.unexpected(
                                    bodies.describe(response), String.valueOf(e.getMessage())))
                    .handle((ChatEvent event, SynchronousSink<ChatEvent> sink) -> {
                        if (event.type().equals(ChatEvent.ERROR)) {
                            sink.error(ErrorResponses.inStream(
                                    bodies.describe(response), response.status(), event.data(), excerpt));
                        } else {
                            sink.next(event);
                        }
                    })
                    .takeUntil(ChatEvent::isDone);
        });
    }

    private TelnyxException empty(Response<?> response) {
        return DecodingException.malformed(bodies.describe(response), "the response is empty");
    }

    private TelnyxException cutOff(Response<?> response) {
        return TransportException.lost(
                bodies.describe(response),
                "the stream ended before its last event",
                new IllegalStateException("no event of type " + ChatEvent.DONE));
    }
}
