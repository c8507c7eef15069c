package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantDeletedResponse;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.model.assistant.ImportAssistantsRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.List;
import java.util.Objects;

/** Operations on assistants. */
public final class AssistantOperations {

    /** Lists the assistants. The list is paged, although the API does not document it. */
    public static final Endpoint<Page<Assistant>> LIST =
            Endpoint.get("assistants.list", "/ai/assistants").list(Paging.BY_META, Assistant.class);

    /** Creates an assistant. */
    public static final Endpoint<Assistant> CREATE = Endpoint.post("assistants.create", "/ai/assistants")
            .body(CreateAssistantRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(Assistant.class));

    /** Imports assistants from another provider. */
    public static final Endpoint<List<Assistant>> IMPORTS = Endpoint.post("assistants.imports", "/ai/assistants/import")
            .body(ImportAssistantsRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.listIn("data", Assistant.class));

    /** Deletes an assistant. */
    public static final Endpoint<AssistantDeletedResponse> DELETE = Endpoint.delete(
                    "assistants.delete", "/ai/assistants/{assistant_id}")
            .returning(ResponseReader.of(AssistantDeletedResponse.class));

    /** Retrieves an assistant. */
    public static final Endpoint<Assistant> RETRIEVE = Endpoint.get(
                    "assistants.retrieve", "/ai/assistants/{assistant_id}")
            .query("fetch_dynamic_variables_from_webhook", "from", "to", "call_control_id")
            .returning(ResponseReader.of(Assistant.class));

    /** Updates an assistant. */
    public static final Endpoint<Assistant> UPDATE = Endpoint.post("assistants.update", "/ai/assistants/{assistant_id}")
            .body(UpdateAssistantRequestWithPromotion.class)
            .returning(ResponseReader.of(Assistant.class));

    /** Clones an assistant, without its telephony and messaging settings. */
    public static final Endpoint<Assistant> CLONE = Endpoint.post(
                    "assistants.clone", "/ai/assistants/{assistant_id}/clone")
            .idempotentByKey()
            .returning(ResponseReader.of(Assistant.class));

    /** Retrieves the TeXML of an assistant. */
    public static final Endpoint<String> GET_TEXML = Endpoint.get(
                    "assistants.getTexml", "/ai/assistants/{assistant_id}/texml")
            .returning(ResponseReader.textOrJsonString());

    /** Enhances the instructions of an assistant. */
    public static final Endpoint<String> ENHANCE_INSTRUCTIONS = Endpoint.post(
                    "assistants.instructions.enhance", "/ai/assistants/{assistant_id}/instructions/enhance")
            .body(EnhanceInstructionsRequest.class)
            .returning(ResponseReader.text());

    private AssistantOperations() {}

    /**
     * Lists the assistants. The list is paged, although the API does not document it.
     *
     * @return the operation, for the first page
     */
    public static Operation<Page<Assistant>> list() {
        return LIST.call();
    }

    /**
     * Creates an assistant.
     *
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<Assistant> create(CreateAssistantRequest request) {
        return CREATE.call().withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Imports assistants from another provider.
     *
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<List<Assistant>> imports(ImportAssistantsRequest request) {
        return IMPORTS.call().withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Deletes an assistant.
     *
     * @param assistantId the id of the assistant
     * @return the operation
     */
    public static Operation<AssistantDeletedResponse> delete(String assistantId) {
        return DELETE.call(assistantId);
    }

    /**
     * Retrieves an assistant.
     *
     * @param assistantId the id of the assistant
     * @param params the query parameters
     * @return the operation
     */
    public static Operation<Assistant> retrieve(String assistantId, AssistantRetrieveParams params) {
        return RETRIEVE.call(assistantId)
                .withParams(params)
                .withQuery("fetch_dynamic_variables_from_webhook", params.fetchDynamicVariablesFromWebhook())
                .withQuery("from", params.from())
                .withQuery("to", params.to())
                .withQuery("call_control_id", params.callControlId());
    }

    /**
     * Updates an assistant.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<Assistant> update(String assistantId, UpdateAssistantRequestWithPromotion request) {
        return UPDATE.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Clones an assistant, without its telephony and messaging settings.
     *
     * @param assistantId the id of the assistant
     * @return the operation
     */
    public static Operation<Assistant> clone(String assistantId) {
        return CLONE.call(assistantId);
    }

    /**
     * Retrieves the TeXML of an assistant.
     *
     * @param assistantId the id of the assistant
     * @return the operation
     */
    public static Operation<String> getTexml(String assistantId) {
        return GET_TEXML.call(assistantId);
    }

    /**
     * Enhances the instructions of an assistant.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<String> enhanceInstructions(String assistantId, EnhanceInstructionsRequest request) {
        return ENHANCE_INSTRUCTIONS.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }
}
