package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.operation.AssistantOperations;
import reactor.core.publisher.Flux;

/** The instructions of assistants. */
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
     * Improves the instructions of an assistant: {@code POST /ai/assistants/{assistant_id}/instructions/enhance}. The text
     * is emitted while the service writes it, and no character is ever split. A slow subscriber slows the connection down;
     * cancelling cancels the request. The service takes no idempotency key here, and once text has been emitted nothing is
     * retried: a stream that is cut off ends in a {@link io.github.telnyxreactive.error.TransportException}.
     *
     * @param assistantId the id of the assistant
     * @param request how to improve them
     * @return the fragments of the text, in order
     */
    public Flux<String> enhance(String assistantId, EnhanceInstructionsRequest request) {
        return calls.text(AssistantOperations.enhanceInstructions(assistantId, request));
    }
}
