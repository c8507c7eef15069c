package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.gate.ReleaseGate;
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
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The assistants.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class Assistants {

    private final Calls calls;
    private final Function<BatchOptions, ReleaseGate> gates;
    private final AssistantTests tests;
    private final AssistantTags tags;
    private final CanaryDeploys canaryDeploys;
    private final ScheduledEvents scheduledEvents;
    private final AssistantTools tools;
    private final AssistantVersions versions;
    private final AssistantInstructions instructions;

    Assistants(Calls calls, Function<BatchOptions, TestBatch> batches, Function<BatchOptions, ReleaseGate> gates) {
        this.calls = calls;
        this.gates = gates;
        this.tests = new AssistantTests(calls, batches);
        this.tags = new AssistantTags(calls);
        this.canaryDeploys = new CanaryDeploys(calls);
        this.scheduledEvents = new ScheduledEvents(calls);
        this.tools = new AssistantTools(calls);
        this.versions = new AssistantVersions(calls);
        this.instructions = new AssistantInstructions(calls);
    }

    /**
     * Lists the assistants: {@code GET /ai/assistants}. The list is paged, although the API does not document it.
     *
     * @return the assistants, requested page by page under demand
     */
    public PagedFlux<Assistant> list() {
        return calls.list(AssistantOperations.list());
    }

    /**
     * Creates an assistant: {@code POST /ai/assistants}. The attempts of a subscription share an
     * idempotency key.
     *
     * @param request the new assistant
     * @return the created assistant
     */
    public Mono<Assistant> create(CreateAssistantRequest request) {
        return calls.execute(AssistantOperations.create(request));
    }

    /**
     * Imports assistants from another provider: {@code POST /ai/assistants/import}. The attempts of a
     * subscription share an idempotency key.
     *
     * @param request what to import
     * @return the imported assistants
     */
    public Mono<List<Assistant>> imports(ImportAssistantsRequest request) {
        return calls.execute(AssistantOperations.imports(request));
    }

    /**
     * Deletes an assistant: {@code DELETE /ai/assistants/{assistant_id}}.
     *
     * @param assistantId the id of the assistant
     * @return the confirmation; empty if the service responds without one
     */
    public Mono<AssistantDeletedResponse> delete(String assistantId) {
        return calls.execute(AssistantOperations.delete(assistantId));
    }

    /**
     * Retrieves an assistant: {@code GET /ai/assistants/{assistant_id}}.
     *
     * @param assistantId the id of the assistant
     * @return the assistant
     */
    public Mono<Assistant> retrieve(String assistantId) {
        return retrieve(assistantId, AssistantRetrieveParams.builder().build());
    }

    /**
     * Retrieves an assistant: {@code GET /ai/assistants/{assistant_id}}.
     *
     * @param assistantId the id of the assistant
     * @param params the query parameters
     * @return the assistant
     */
    public Mono<Assistant> retrieve(String assistantId, AssistantRetrieveParams params) {
        return calls.execute(AssistantOperations.retrieve(assistantId, params));
    }

    /**
     * Updates an assistant: {@code POST /ai/assistants/{assistant_id}}. The service takes no idempotency key here, so
     * the request is not repeated if its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param request the fields to change
     * @return the updated assistant
     */
    public Mono<Assistant> update(String assistantId, UpdateAssistantRequestWithPromotion request) {
        return calls.execute(AssistantOperations.update(assistantId, request));
    }

    /**
     * Copies an assistant, except for its telephony and messaging settings: {@code POST
     * /ai/assistants/{assistant_id}/clone}. The attempts of a subscription share an idempotency key.
     *
     * @param assistantId the id of the assistant
     * @return the copy
     */
    public Mono<Assistant> clone(String assistantId) {
        return calls.execute(AssistantOperations.clone(assistantId));
    }

    /**
     * Retrieves the TeXML of an assistant: {@code GET /ai/assistants/{assistant_id}/texml}.
     *
     * @param assistantId the id of the assistant
     * @return the TeXML, no matter whether the service sends it as XML or as a JSON string
     */
    public Mono<String> getTexml(String assistantId) {
        return calls.execute(AssistantOperations.getTexml(assistantId));
    }

    /**
     * Sends a message to an assistant and emits its complete reply: {@code POST /ai/assistants/{assistant_id}/chat}.
     * The service takes no idempotency key here, so the request is not repeated if its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param request the message
     * @return the reply
     */
    public Mono<AssistantChatResponse> chat(String assistantId, AssistantChatRequest request) {
        return calls.execute(ChatOperations.chat(assistantId, request));
    }

    /**
     * Sends a text message from an assistant: {@code POST /ai/assistants/{assistant_id}/chat/sms}. The attempts of a
     * subscription share an idempotency key.
     *
     * @param assistantId the id of the assistant
     * @param request the message
     * @return the confirmation, with the id of the conversation
     */
    public Mono<AssistantSmsChatResponse> sendSms(String assistantId, AssistantSmsChatRequest request) {
        return calls.execute(ChatOperations.sendSms(assistantId, request));
    }

    /**
     * Sends a message to an assistant and emits its reply as it is generated:
     * {@code POST /ai/assistants/{assistant_id}/chat} with {@code stream} set. The fragments are emitted as the service
     * sends them, followed by the complete reply in an event of type {@code done}; a stream that ends without it is an
     * error. Backpressure reaches the connection: a slow subscriber slows the response down. Nothing is retried once an
     * event has been emitted.
     *
     * @param assistantId the id of the assistant
     * @param request the message
     * @return the events; a {@link io.github.telnyxreactive.error.StreamException} if the service reports an error
     */
    public Flux<ChatEvent> chatStream(String assistantId, AssistantChatRequest request) {
        return calls.events(ChatOperations.chatStream(assistantId, request));
    }

    /**
     * Returns the tests of assistants.
     *
     * @return everything under {@code /ai/assistants/tests}
     */
    public AssistantTests tests() {
        return tests;
    }

    /**
     * Returns the tags of assistants.
     *
     * @return the operations on tags
     */
    public AssistantTags tags() {
        return tags;
    }

    /**
     * Returns the canary deploys.
     *
     * @return everything under {@code /ai/assistants/{assistant_id}/canary-deploys}
     */
    public CanaryDeploys canaryDeploys() {
        return canaryDeploys;
    }

    /**
     * Returns the scheduled events.
     *
     * @return everything under {@code /ai/assistants/{assistant_id}/scheduled_events}
     */
    public ScheduledEvents scheduledEvents() {
        return scheduledEvents;
    }

    /**
     * Returns the tools of individual assistants.
     *
     * @return everything under {@code /ai/assistants/{assistant_id}/tools}
     */
    public AssistantTools tools() {
        return tools;
    }

    /**
     * Returns the versions of assistants.
     *
     * @return everything under {@code /ai/assistants/{assistant_id}/versions}
     */
    public AssistantVersions versions() {
        return versions;
    }

    /**
     * Returns the instructions of assistants.
     *
     * @return everything under {@code /ai/assistants/{assistant_id}/instructions}
     */
    public AssistantInstructions instructions() {
        return instructions;
    }

    /**
     * Creates a release gate, which promotes a version only if its tests pass.
     *
     * @param options the options of the batch that runs the suites
     * @return the gate, for any number of requests
     * @throws IllegalArgumentException if it allows more concurrent requests than the client has connections
     */
    public ReleaseGate releaseGate(BatchOptions options) {
        return gates.apply(options);
    }
}
