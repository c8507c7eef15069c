package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.VersionRetrieveParams;
import io.github.telnyxreactive.operation.VersionOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * The versions of assistants.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class AssistantVersions {

    private final Calls calls;

    AssistantVersions(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists the versions of an assistant: {@code GET /ai/assistants/{assistant_id}/versions}.
     *
     * @param assistantId the id of the assistant
     * @return the versions, requested page by page under demand
     */
    public PagedFlux<Assistant> list(String assistantId) {
        return calls.list(VersionOperations.list(assistantId));
    }

    /**
     * Deletes a version: {@code DELETE /ai/assistants/{assistant_id}/versions/{version_id}}.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return completes when the version has been deleted
     */
    public Mono<Void> delete(String assistantId, String versionId) {
        return calls.execute(VersionOperations.delete(assistantId, versionId));
    }

    /**
     * Retrieves a version: {@code GET /ai/assistants/{assistant_id}/versions/{version_id}}.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return the assistant in this version
     */
    public Mono<Assistant> retrieve(String assistantId, String versionId) {
        return retrieve(assistantId, versionId, VersionRetrieveParams.builder().build());
    }

    /**
     * Retrieves a version: {@code GET /ai/assistants/{assistant_id}/versions/{version_id}}.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @param params the query parameters
     * @return the assistant in this version
     */
    public Mono<Assistant> retrieve(String assistantId, String versionId, VersionRetrieveParams params) {
        return calls.execute(VersionOperations.retrieve(assistantId, versionId, params));
    }

    /**
     * Updates a version: {@code POST /ai/assistants/{assistant_id}/versions/{version_id}}. The service takes no
     * idempotency key here, so the request is not repeated if its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @param request the fields to change
     * @return the assistant in the updated version
     */
    public Mono<Assistant> update(String assistantId, String versionId, UpdateAssistantRequest request) {
        return calls.execute(VersionOperations.update(assistantId, versionId, request));
    }

    /**
     * Makes a version the main version: {@code POST /ai/assistants/{assistant_id}/versions/{version_id}/promote}. The
     * service takes no idempotency key here, so the request is not repeated if its outcome is unknown.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return the assistant in the promoted version
     */
    public Mono<Assistant> promote(String assistantId, String versionId) {
        return calls.execute(VersionOperations.promote(assistantId, versionId));
    }
}
