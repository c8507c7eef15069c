package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.gate.ReleaseGate;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.gate.DefaultReleaseGate;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantDeletedResponse;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.ImportAssistantsRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.chat.AssistantSmsChatResponse;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.ChatOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Assistants.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class Assistants {

    private final Exchange exchange;
    private final AssistantTests tests;
    private final AssistantTags tags;
    private final CanaryDeploys canaryDeploys;
    private final ScheduledEvents scheduledEvents;
    private final AssistantTools tools;
    private final AssistantVersions versions;
    private final AssistantInstructions instructions;

    Assistants(Exchange exchange) {
        this.exchange = exchange;
        this.tests = new AssistantTests(exchange);
        this.tags = new AssistantTags(exchange);
        this.canaryDeploys = new CanaryDeploys(exchange);
        this.scheduledEvents = new ScheduledEvents(exchange);
        this.tools = new AssistantTools(exchange);
        this.versions = new AssistantVersions(exchange);
        this.instructions = new AssistantInstructions(exchange);
    }

    /**
     * Lists the assistants: {@code GET /ai/assistants}. They are paged, although the service does not say so.
     *
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<Assistant> list() {
        return exchange.list(AssistantOperations.list());
    }

    /**
     * Creates an assistant: {@code POST /ai/assistants}. Each subscription makes a call of its own, with an
     * idempotency key that its attempts share.
     *
     * @param request what to send
     * @return the assistant as it is now
     */
    public Mono<Assistant> create(CreateAssistantRequest request) {
        return exchange.execute(AssistantOperations.create(request));
    }

    /**
     * Imports assistants from another provider: {@code POST /ai/assistants/import}. Each subscription makes a call of
     * its own, with an idempotency key that its attempts share.
     *
     * @param request what to send
     * @return the assistants that were imported
     */
    public Mono<List<Assistant>> imports(ImportAssistantsRequest request) {
        return exchange.execute(AssistantOperations.imports(request));
    }

    /**
     * Deletes an assistant: {@code DELETE /ai/assistants/{assistant_id}}.
     *
     * @param assistantId the id of the assistant
     * @return the confirmation
     */
    public Mono<AssistantDeletedResponse> delete(String assistantId) {
        return exchange.execute(AssistantOperations.delete(assistantId));
    }

    /**
     * Reads an assistant: {@code GET /ai/assistants/{assistant_id}}.
     *
     * @param assistantId the id of the assistant
     * @return the assistant as it is now
     */
    public Mono<Assistant> retrieve(String assistantId) {
        return retrieve(assistantId, AssistantRetrieveParams.builder().build());
    }

    /**
     * Reads an assistant: {@code GET /ai/assistants/{assistant_id}}.
     *
     * @param assistantId the id of the assistant
     * @param params what to ask for
     * @return the assistant as it is now
     */
    public Mono<Assistant> retrieve(String assistantId, AssistantRetrieveParams params) {
        return exchange.execute(AssistantOperations.retrieve(assistantId, params));
    }

    /**
     * Changes an assistant: {@code POST /ai/assistants/{assistant_id}}. The service takes no idempotency key here, so
     * the call is not repeated when its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param request what to send
     * @return the assistant as it is now
     */
    public Mono<Assistant> update(String assistantId, UpdateAssistantRequestWithPromotion request) {
        return exchange.execute(AssistantOperations.update(assistantId, request));
    }

    /**
     * Copies an assistant, but for its settings of telephony and messaging: {@code POST
     * /ai/assistants/{assistant_id}/clone}. Each subscription makes a call of its own, with an idempotency key that
     * its attempts share.
     *
     * @param assistantId the id of the assistant
     * @return the assistant as it is now
     */
    public Mono<Assistant> clone(String assistantId) {
        return exchange.execute(AssistantOperations.clone(assistantId));
    }

    /**
     * Reads the TeXML of an assistant: {@code GET /ai/assistants/{assistant_id}/texml}.
     *
     * @param assistantId the id of the assistant
     * @return the TeXML, whether it came as XML or as a JSON string
     */
    public Mono<String> getTexml(String assistantId) {
        return exchange.execute(AssistantOperations.getTexml(assistantId));
    }

    /**
     * Sends a message to an assistant and gives its whole answer: {@code POST /ai/assistants/{assistant_id}/chat}. The
     * service takes no idempotency key here, so the call is not repeated when its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param request what to send
     * @return the whole answer
     */
    public Mono<AssistantChatResponse> chat(String assistantId, AssistantChatRequest request) {
        return exchange.execute(ChatOperations.chat(assistantId, request));
    }

    /**
     * Has an assistant send a text message: {@code POST /ai/assistants/{assistant_id}/chat/sms}. Each subscription
     * makes a call of its own, with an idempotency key that its attempts share.
     *
     * @param assistantId the id of the assistant
     * @param request what to send
     * @return the confirmation, with the id of the conversation
     */
    public Mono<AssistantSmsChatResponse> sendSms(String assistantId, AssistantSmsChatRequest request) {
        return exchange.execute(ChatOperations.sendSms(assistantId, request));
    }

    /**
     * Sends a message to an assistant and emits its answer as it is made: {@code POST /ai/assistants/{assistant_id}/chat}
     * with {@code stream} set. The fragments come as the service sends them, and at last the whole answer in an event of
     * the type {@code done}; without that, the stream ends in an error. A slow subscriber slows the reading down. Once an
     * event was emitted, nothing is tried again.
     *
     * @param assistantId the id of the assistant
     * @param request the message
     * @return the events; a {@link io.github.telnyxreactive.error.StreamException} if the service reports an error
     */
    public Flux<ChatEvent> chatStream(String assistantId, AssistantChatRequest request) {
        return exchange.events(ChatOperations.chatStream(assistantId, request));
    }

    /**
     * Returns the tests of assistants.
     *
     * @return their operations
     */
    public AssistantTests tests() {
        return tests;
    }

    /**
     * Returns the tags of assistants.
     *
     * @return their operations
     */
    public AssistantTags tags() {
        return tags;
    }

    /**
     * Returns the canary deploys.
     *
     * @return their operations
     */
    public CanaryDeploys canaryDeploys() {
        return canaryDeploys;
    }

    /**
     * Returns the scheduled events.
     *
     * @return their operations
     */
    public ScheduledEvents scheduledEvents() {
        return scheduledEvents;
    }

    /**
     * Returns the tools of single assistants.
     *
     * @return their operations
     */
    public AssistantTools tools() {
        return tools;
    }

    /**
     * Returns the versions of assistants.
     *
     * @return their operations
     */
    public AssistantVersions versions() {
        return versions;
    }

    /**
     * Returns the instructions of assistants.
     *
     * @return their operations
     */
    public AssistantInstructions instructions() {
        return instructions;
    }

    /**
     * Lets versions pass to callers only if their tests say so.
     *
     * @param options how the suites are run
     * @return a gate, for any number of requests
     * @throws IllegalArgumentException if more requests are to be under way at once than the client has connections
     */
    public ReleaseGate releaseGate(BatchOptions options) {
        return new DefaultReleaseGate(exchange, options);
    }
}
