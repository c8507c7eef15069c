package io.github.telnyxreactive.call;

import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.polling.Polling;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Executes operations. The resources of a client need nothing else, so code that uses them can be tested with an
 * implementation of this interface that responds from memory.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 */
public interface Calls {

    /**
     * Executes an operation.
     *
     * @param operation the operation to execute
     * @param <T> the type that a successful response is read as
     * @return the body of the response, empty if the operation returns none; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}, or
     *     {@link io.github.telnyxreactive.error.InvalidRequestException} if the request violates the limits of the API
     */
    <T> Mono<T> execute(Operation<T> operation);

    /**
     * Reads a list.
     *
     * @param operation the request for the first page
     * @param <T> the type of the elements
     * @return the elements, requested page by page under demand; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    <T> PagedFlux<T> list(Operation<Page<T>> operation);

    /**
     * Executes an operation that returns text, and emits the text as it arrives.
     *
     * @param operation the operation to execute
     * @return the fragments of the text, in order and without splitting characters; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    Flux<String> text(Operation<String> operation);

    /**
     * Executes an operation that streams its response as events, and emits them as they arrive.
     *
     * @param operation the operation to execute
     * @return the events, up to the last one; errors are of type {@link io.github.telnyxreactive.error.TelnyxException}
     */
    Flux<ChatEvent> events(Operation<AssistantChatResponse> operation);

    /**
     * Returns the polling that waits for what these calls start, such as test runs.
     *
     * @return a polling with the schedule and the deadline of these calls
     */
    Polling polling();

    /**
     * Returns how long the service may take until it shows what it has just created.
     *
     * @return the time, zero or more
     */
    Duration maxLag();

    /**
     * Ends what consists of many calls, such as polling, when the client is closed.
     *
     * @param source the source
     * @param <T> the type of the value
     * @return the source; a {@link io.github.telnyxreactive.error.ClientClosedException} when the client is closed
     */
    <T> Mono<T> untilClosed(Mono<T> source);

    /**
     * Ends what consists of many calls, such as polling, when the client is closed.
     *
     * @param source the source
     * @param <T> the type of the elements
     * @return the source; a {@link io.github.telnyxreactive.error.ClientClosedException} when the client is closed
     */
    <T> Flux<T> untilClosed(Flux<T> source);
}
