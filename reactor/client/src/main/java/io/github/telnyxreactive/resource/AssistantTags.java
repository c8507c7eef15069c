package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import io.github.telnyxreactive.operation.TagOperations;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The tags of assistants.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class AssistantTags {

    private final Calls calls;

    AssistantTags(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists all tags: {@code GET /ai/assistants/tags}.
     *
     * @return all tags
     */
    public Mono<List<String>> list() {
        return calls.execute(TagOperations.list());
    }

    /**
     * Adds a tag to an assistant: {@code POST /ai/assistants/{assistant_id}/tags}. The service takes no idempotency
     * key here, so the request is not repeated if its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param request the tag
     * @return the resulting tags
     */
    public Mono<List<String>> add(String assistantId, AddTagRequest request) {
        return calls.execute(TagOperations.add(assistantId, request));
    }

    /**
     * Removes a tag from an assistant: {@code DELETE /ai/assistants/{assistant_id}/tags/{tag}}.
     *
     * @param assistantId the id of the assistant
     * @param tag the tag
     * @return the resulting tags; empty if the service responds without them
     */
    public Mono<List<String>> remove(String assistantId, String tag) {
        return calls.execute(TagOperations.remove(assistantId, tag));
    }
}
