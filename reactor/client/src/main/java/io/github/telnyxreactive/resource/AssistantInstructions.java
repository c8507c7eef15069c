package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.operation.AssistantOperations;
import reactor.core.publisher.Flux;

/** Instructions of assistants. */
public final class AssistantInstructions {

    private final Exchange exchange;

    AssistantInstructions(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Improves the present instructions of an assistant, as {@link #enhance(String, EnhanceInstructionsRequest)} without
     * saying how.
     *
     * @param assistantId the id of the assistant
     * @return the text, in fragments that belong together in their order
     */
    public Flux<String> enhance(String assistantId) {
        return enhance(assistantId, EnhanceInstructionsRequest.builder().build());
    }

    /**
     * Improves the instructions of an assistant: {@code POST /ai/assistants/{assistant_id}/instructions/enhance}. The text
     * is emitted as the service writes it, and no character is ever split. A slow subscriber slows the reading down;
     * cancelling closes the exchange. The service takes no idempotency key here, and once text was emitted nothing is
     * tried again: a stream that is cut off ends in a {@link io.github.telnyxreactive.error.TransportException}.
     *
     * @param assistantId the id of the assistant
     * @param request what to improve
     * @return the text, in fragments that belong together in their order
     */
    public Flux<String> enhance(String assistantId, EnhanceInstructionsRequest request) {
        return exchange.text(AssistantOperations.enhanceInstructions(assistantId, request));
    }
}
