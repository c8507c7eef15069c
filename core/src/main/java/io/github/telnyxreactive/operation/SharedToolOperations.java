package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Objects;

/** Operations on shared tools. */
public final class SharedToolOperations {

    /** Lists the tools. */
    public static final Endpoint<Page<SharedTool>> LIST = Endpoint.get("tools.list", "/ai/tools")
            .query("filter[type]", "filter[name]")
            .pages(Paging.BY_META, SharedTool.class);

    /** Creates a tool. */
    public static final Endpoint<SharedTool> CREATE = Endpoint.post("tools.create", "/ai/tools")
            .body(CreateSharedToolRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(SharedTool.class));

    /** Deletes a tool. */
    public static final Endpoint<Void> DELETE =
            Endpoint.delete("tools.delete", "/ai/tools/{tool_id}").returning(ResponseReader.nothing());

    /** Retrieves a tool. */
    public static final Endpoint<SharedTool> RETRIEVE =
            Endpoint.get("tools.retrieve", "/ai/tools/{tool_id}").returning(ResponseReader.of(SharedTool.class));

    /** Updates a tool. */
    public static final Endpoint<SharedTool> UPDATE = Endpoint.patch("tools.update", "/ai/tools/{tool_id}")
            .body(UpdateSharedToolRequest.class)
            .returning(ResponseReader.of(SharedTool.class));

    private SharedToolOperations() {}

    /**
     * Lists the tools.
     *
     * @param params the query parameters
     * @return the operation, for the first page
     */
    public static Operation<Page<SharedTool>> list(SharedToolListParams params) {
        return LIST.call()
                .withParams(params)
                .withQuery("filter[type]", params.type())
                .withQuery("filter[name]", params.name())
                .withQuery(Operation.PAGE_SIZE, params.pageSize());
    }

    /**
     * Creates a tool.
     *
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<SharedTool> create(CreateSharedToolRequest request) {
        return CREATE.call().withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Deletes a tool.
     *
     * @param toolId the id of the tool
     * @return the operation
     */
    public static Operation<Void> delete(String toolId) {
        return DELETE.call(toolId);
    }

    /**
     * Retrieves a tool.
     *
     * @param toolId the id of the tool
     * @return the operation
     */
    public static Operation<SharedTool> retrieve(String toolId) {
        return RETRIEVE.call(toolId);
    }

    /**
     * Updates a tool.
     *
     * @param toolId the id of the tool
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<SharedTool> update(String toolId, UpdateSharedToolRequest request) {
        return UPDATE.call(toolId).withBody(Objects.requireNonNull(request, "request"));
    }
}
