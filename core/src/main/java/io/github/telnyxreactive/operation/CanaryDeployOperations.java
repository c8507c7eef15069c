package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import java.util.Objects;

/** Operations on canary deploys. */
public final class CanaryDeployOperations {

    /** Deletes the canary deploy of an assistant. */
    public static final Endpoint<Void> DELETE = Endpoint.delete(
                    "assistants.canaryDeploys.delete", "/ai/assistants/{assistant_id}/canary-deploys")
            .returning(ResponseReader.nothing());

    /** Retrieves the canary deploy of an assistant. */
    public static final Endpoint<CanaryDeploy> RETRIEVE = Endpoint.get(
                    "assistants.canaryDeploys.retrieve", "/ai/assistants/{assistant_id}/canary-deploys")
            .returning(ResponseReader.of(CanaryDeploy.class));

    /** Creates the canary deploy of an assistant. */
    public static final Endpoint<CanaryDeploy> CREATE = Endpoint.post(
                    "assistants.canaryDeploys.create", "/ai/assistants/{assistant_id}/canary-deploys")
            .body(CanaryDeployRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(CanaryDeploy.class));

    /** Replaces the canary deploy of an assistant. */
    public static final Endpoint<CanaryDeploy> UPDATE = Endpoint.put(
                    "assistants.canaryDeploys.update", "/ai/assistants/{assistant_id}/canary-deploys")
            .body(CanaryDeployRequest.class)
            .returning(ResponseReader.of(CanaryDeploy.class));

    private CanaryDeployOperations() {}

    /**
     * Deletes the canary deploy of an assistant.
     *
     * @param assistantId the id of the assistant
     * @return the operation
     */
    public static Operation<Void> delete(String assistantId) {
        return DELETE.call(assistantId);
    }

    /**
     * Retrieves the canary deploy of an assistant.
     *
     * @param assistantId the id of the assistant
     * @return the operation
     */
    public static Operation<CanaryDeploy> retrieve(String assistantId) {
        return RETRIEVE.call(assistantId);
    }

    /**
     * Creates the canary deploy of an assistant.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<CanaryDeploy> create(String assistantId, CanaryDeployRequest request) {
        return CREATE.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Replaces the canary deploy of an assistant.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<CanaryDeploy> update(String assistantId, CanaryDeployRequest request) {
        return UPDATE.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }
}
