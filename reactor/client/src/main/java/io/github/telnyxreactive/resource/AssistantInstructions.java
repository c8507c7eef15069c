package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.operation.AssistantOperations;
import reactor.core.publisher.Flux;

/**
 * The instructions of assistants.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}.
 */
public final class AssistantInstructions {

    private final Calls calls;

    AssistantInstructions(Calls calls) {
        this.calls = calls;
    }

    /**
     * Improves the current instructions of an assistant without further guidance, as
     * {@link #enhance(String, EnhanceInstructionsRequest)} does.
     *
     * @param assistantId the id of the assistant
     * @return the fragments of the text, in order
     */
    public Flux<String> enhance(String assistantId) {
        return enhance(assistantId, EnhanceInstructionsRequest.builder().build());
    }

    /**
     * Improves the instructions of an assistant: {@code POST /ai/assistants/{assistant_id}/instructions/enhance}. The
     * text is emitted as the service generates it, without splitting characters. Backpressure reaches the connection: a
     * slow subscriber slows the response down. The service takes no idempotency key here, and nothing is retried once
     * text has been emitted: a stream that is cut off ends with a
     * {@link io.github.telnyxreactive.error.TransportException}.
     *
     * @param assistantId the id of the assistant
     * @param request how to improve them
     * @return the fragments of the text, in order
     */
    public Flux<String> enhance(String assistantId, EnhanceInstructionsRequest request) {
        return calls.text(AssistantOperations.enhanceInstructions(assistantId, request));
    }
}
