package io.github.telnyxreactive.tck;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.resource.Assistants;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.reactivestreams.Publisher;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * The rules for streamed responses. The id of the assistant is the number of elements that the server sends.
 *
 * @param <T> the type of the elements
 */
abstract class StreamRules<T> extends PublisherRules<T> {

    private static final long MOST = 100;

    private DisposableServer server;
    private TelnyxClient client;

    /** Starts the server. */
    @BeforeClass
    public void start() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post(
                                "/v2/ai/assistants/none/**", (request, response) -> response.sendNotFound())
                        .post(
                                "/v2/ai/assistants/{count}/**",
                                (request, response) -> request.receive()
                                        .then()
                                        .thenMany(response.header("content-type", contentType())
                                                .send(parts(Long.parseLong(request.param("count"))), part -> true))))
                .bindNow();
        client = Clients.to("http://127.0.0.1:" + server.port() + "/v2").build();
    }

    /** Stops the server. */
    @AfterClass(alwaysRun = true)
    public void stop() {
        client.close();
        server.disposeNow();
    }

    private Flux<ByteBuf> parts(long count) {
        return numbers(count)
                .map(number -> ByteBufUtil.writeUtf8(UnpooledByteBufAllocator.DEFAULT, part(number, count)));
    }

    abstract String contentType();

    /** Returns the part of the response for an element. */
    abstract String part(long number, long count);

    /** Requests a streamed response. */
    abstract Publisher<T> request(Assistants assistants, String id);

    @Override
    public final long maxElementsFromPublisher() {
        return MOST;
    }

    @Override
    public Publisher<T> createPublisher(long elements) {
        return request(client.ai().assistants(), String.valueOf(elements));
    }

    @Override
    public final Publisher<T> createFailedPublisher() {
        return requesting(request(client.ai().assistants(), "none"));
    }

    /** The rules for the events of a chat. There is at least one, which says that it is the last. */
    static final class Chat extends StreamRules<ChatEvent> {

        @Override
        public Publisher<ChatEvent> createPublisher(long elements) {
            return super.createPublisher(Math.max(1, elements));
        }

        @Override
        String contentType() {
            return "text/event-stream";
        }

        @Override
        String part(long number, long count) {
            return "event: " + (number == count - 1 ? "done" : "delta") + "\ndata: {\"content\":\"" + number
                    + "\"}\n\n";
        }

        @Override
        Publisher<ChatEvent> request(Assistants assistants, String id) {
            return assistants.chatStream(
                    id,
                    AssistantChatRequest.builder()
                            .content("Hello")
                            .conversationId("c")
                            .build());
        }
    }

    /** The rules for fragments of text, which are single characters, so that they arrive as they are sent. */
    static final class Text extends StreamRules<String> {

        @Override
        String contentType() {
            return "text/plain; charset=utf-8";
        }

        @Override
        String part(long number, long count) {
            return "a";
        }

        @Override
        Publisher<String> request(Assistants assistants, String id) {
            return assistants.instructions().enhance(id);
        }
    }
}
