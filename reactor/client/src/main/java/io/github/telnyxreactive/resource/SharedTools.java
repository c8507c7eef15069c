package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import io.github.telnyxreactive.operation.SharedToolOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * Tools that several assistants share.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class SharedTools {

    private final Exchange exchange;

    SharedTools(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists the tools: {@code GET /ai/tools}.
     *
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<SharedTool> list() {
        return list(SharedToolListParams.builder().build());
    }

    /**
     * Lists the tools: {@code GET /ai/tools}.
     *
     * @param params what to ask for
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<SharedTool> list(SharedToolListParams params) {
        return exchange.list(SharedToolOperations.list(params));
    }

    /**
     * Creates a tool: {@code POST /ai/tools}. Each subscription makes a call of its own, with an idempotency key that
     * its attempts share.
     *
     * @param request what to send
     * @return the tool as it is now
     */
    public Mono<SharedTool> create(CreateSharedToolRequest request) {
        return exchange.execute(SharedToolOperations.create(request));
    }

    /**
     * Deletes a tool: {@code DELETE /ai/tools/{tool_id}}.
     *
     * @param toolId the id of the tool
     * @return completes when it is done
     */
    public Mono<Void> delete(String toolId) {
        return exchange.execute(SharedToolOperations.delete(toolId));
    }

    /**
     * Reads a tool: {@code GET /ai/tools/{tool_id}}.
     *
     * @param toolId the id of the tool
     * @return the tool as it is now
     */
    public Mono<SharedTool> retrieve(String toolId) {
        return exchange.execute(SharedToolOperations.retrieve(toolId));
    }

    /**
     * Changes a tool: {@code PATCH /ai/tools/{tool_id}}. The service takes no idempotency key here, so the call is not
     * repeated when its outcome is unknown.
     *
     * @param toolId the id of the tool
     * @param request what to send
     * @return the tool as it is now
     */
    public Mono<SharedTool> update(String toolId, UpdateSharedToolRequest request) {
        return exchange.execute(SharedToolOperations.update(toolId, request));
    }
}
