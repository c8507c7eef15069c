package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.VersionRetrieveParams;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Objects;

/** Operations on versions of assistants. */
public final class VersionOperations {

    /** Lists the versions of an assistant. */
    public static final Endpoint<Page<Assistant>> LIST = Endpoint.get(
                    "assistants.versions.list", "/ai/assistants/{assistant_id}/versions")
            .list(Paging.BY_META, Assistant.class);

    /** Deletes a version. */
    public static final Endpoint<Void> DELETE = Endpoint.delete(
                    "assistants.versions.delete", "/ai/assistants/{assistant_id}/versions/{version_id}")
            .returning(ResponseReader.nothing());

    /** Retrieves a version. */
    public static final Endpoint<Assistant> RETRIEVE = Endpoint.get(
                    "assistants.versions.retrieve", "/ai/assistants/{assistant_id}/versions/{version_id}")
            .query("include_mcp_servers")
            .returning(ResponseReader.of(Assistant.class));

    /** Updates a version. */
    public static final Endpoint<Assistant> UPDATE = Endpoint.post(
                    "assistants.versions.update", "/ai/assistants/{assistant_id}/versions/{version_id}")
            .body(UpdateAssistantRequest.class)
            .returning(ResponseReader.of(Assistant.class));

    /** Promotes a version to the main version. */
    public static final Endpoint<Assistant> PROMOTE = Endpoint.post(
                    "assistants.versions.promote", "/ai/assistants/{assistant_id}/versions/{version_id}/promote")
            .returning(ResponseReader.of(Assistant.class));

    private VersionOperations() {}

    /**
     * Lists the versions of an assistant.
     *
     * @param assistantId the id of the assistant
     * @return the operation, for the first page
     */
    public static Operation<Page<Assistant>> list(String assistantId) {
        return LIST.call(assistantId);
    }

    /**
     * Deletes a version.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return the operation
     */
    public static Operation<Void> delete(String assistantId, String versionId) {
        return DELETE.call(assistantId, versionId);
    }

    /**
     * Retrieves a version.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @param params the query parameters
     * @return the operation
     */
    public static Operation<Assistant> retrieve(String assistantId, String versionId, VersionRetrieveParams params) {
        return RETRIEVE.call(assistantId, versionId)
                .withParams(params)
                .withQuery("include_mcp_servers", params.includeMcpServers());
    }

    /**
     * Updates a version.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<Assistant> update(String assistantId, String versionId, UpdateAssistantRequest request) {
        return UPDATE.call(assistantId, versionId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Promotes a version to the main version.
     *
     * @param assistantId the id of the assistant
     * @param versionId the id of the version
     * @return the operation
     */
    public static Operation<Assistant> promote(String assistantId, String versionId) {
        return PROMOTE.call(assistantId, versionId);
    }
}
