package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.VersionRetrieveParams;
import io.github.telnyxreactive.operation.VersionOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * Versions of assistants.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class AssistantVersions {

    private final Exchange exchange;

    AssistantVersions(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists the versions of an assistant: {@code GET /ai/assistants/{assistant_id}/versions}.
     *
     * @param assistantId the id of the assistant
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<Assistant> list(String assistantId) {
        return exchange.list(VersionOperations.list(assistantId));
    }

    /**
     * Deletes a version: {@code DELETE /ai/assistants/{assistant_id}/versions/{version_id}}.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return completes when it is done
     */
    public Mono<Void> delete(String assistantId, String versionId) {
        return exchange.execute(VersionOperations.delete(assistantId, versionId));
    }

    /**
     * Reads a version: {@code GET /ai/assistants/{assistant_id}/versions/{version_id}}.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return the assistant as it is now
     */
    public Mono<Assistant> retrieve(String assistantId, String versionId) {
        return retrieve(assistantId, versionId, VersionRetrieveParams.builder().build());
    }

    /**
     * Reads a version: {@code GET /ai/assistants/{assistant_id}/versions/{version_id}}.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @param params what to ask for
     * @return the assistant as it is now
     */
    public Mono<Assistant> retrieve(String assistantId, String versionId, VersionRetrieveParams params) {
        return exchange.execute(VersionOperations.retrieve(assistantId, versionId, params));
    }

    /**
     * Changes a version: {@code POST /ai/assistants/{assistant_id}/versions/{version_id}}. The service takes no
     * idempotency key here, so the call is not repeated when its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @param request what to send
     * @return the assistant as it is now
     */
    public Mono<Assistant> update(String assistantId, String versionId, UpdateAssistantRequest request) {
        return exchange.execute(VersionOperations.update(assistantId, versionId, request));
    }

    /**
     * Makes a version the main one: {@code POST /ai/assistants/{assistant_id}/versions/{version_id}/promote}. The
     * service takes no idempotency key here, so the call is not repeated when its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return the assistant as it is now
     */
    public Mono<Assistant> promote(String assistantId, String versionId) {
        return exchange.execute(VersionOperations.promote(assistantId, versionId));
    }
}
