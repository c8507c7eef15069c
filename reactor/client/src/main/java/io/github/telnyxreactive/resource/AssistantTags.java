package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import io.github.telnyxreactive.operation.TagOperations;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Tags of assistants.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class AssistantTags {

    private final Exchange exchange;

    AssistantTags(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists all tags: {@code GET /ai/assistants/tags}.
     *
     * @return the tags as they are now
     */
    public Mono<List<String>> list() {
        return exchange.execute(TagOperations.list());
    }

    /**
     * Adds a tag to an assistant: {@code POST /ai/assistants/{assistant_id}/tags}. The service takes no idempotency
     * key here, so the call is not repeated when its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param request what to send
     * @return the tags as they are now
     */
    public Mono<List<String>> add(String assistantId, AddTagRequest request) {
        return exchange.execute(TagOperations.add(assistantId, request));
    }

    /**
     * Removes a tag from an assistant: {@code DELETE /ai/assistants/{assistant_id}/tags/{tag}}.
     *
     * @param assistantId the id of the assistant
     * @param tag the tag
     * @return the tags as they are now
     */
    public Mono<List<String>> remove(String assistantId, String tag) {
        return exchange.execute(TagOperations.remove(assistantId, tag));
    }
}
