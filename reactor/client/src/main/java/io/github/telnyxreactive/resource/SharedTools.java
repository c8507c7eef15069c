package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import io.github.telnyxreactive.operation.SharedToolOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * The tools that assistants can share.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class SharedTools {

    private final Calls calls;

    SharedTools(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists the tools: {@code GET /ai/tools}.
     *
     * @return the tools, requested page by page under demand
     */
    public PagedFlux<SharedTool> list() {
        return list(SharedToolListParams.builder().build());
    }

    /**
     * Lists the tools: {@code GET /ai/tools}.
     *
     * @param params which tools, and how many per page
     * @return the tools, requested page by page under demand
     */
    public PagedFlux<SharedTool> list(SharedToolListParams params) {
        return calls.list(SharedToolOperations.list(params));
    }

    /**
     * Creates a tool: {@code POST /ai/tools}. The attempts of a subscription share an idempotency key.
     *
     * @param request the new tool
     * @return the created tool
     */
    public Mono<SharedTool> create(CreateSharedToolRequest request) {
        return calls.execute(SharedToolOperations.create(request));
    }

    /**
     * Deletes a tool: {@code DELETE /ai/tools/{tool_id}}.
     *
     * @param toolId the id of the tool
     * @return completes when the tool has been deleted
     */
    public Mono<Void> delete(String toolId) {
        return calls.execute(SharedToolOperations.delete(toolId));
    }

    /**
     * Retrieves a tool: {@code GET /ai/tools/{tool_id}}.
     *
     * @param toolId the id of the tool
     * @return the tool
     */
    public Mono<SharedTool> retrieve(String toolId) {
        return calls.execute(SharedToolOperations.retrieve(toolId));
    }

    /**
     * Updates a tool: {@code PATCH /ai/tools/{tool_id}}. The service takes no idempotency key here, so the request is
     * not repeated if its outcome is unknown.
     *
     * @param toolId the id of the tool
     * @param request the fields to change
     * @return the updated tool
     */
    public Mono<SharedTool> update(String toolId, UpdateSharedToolRequest request) {
        return calls.execute(SharedToolOperations.update(toolId, request));
    }
}
