package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.tag.AddTagRequest;
import java.util.List;
import java.util.Objects;

/** Operations on tags of assistants. */
public final class TagOperations {

    /** Lists all tags. */
    public static final Endpoint<List<String>> LIST = Endpoint.get("assistants.tags.list", "/ai/assistants/tags")
            .returning(ResponseReader.listIn("tags", String.class));

    /** Adds a tag to an assistant. */
    public static final Endpoint<List<String>> ADD = Endpoint.post(
                    "assistants.tags.add", "/ai/assistants/{assistant_id}/tags")
            .body(AddTagRequest.class)
            .returning(ResponseReader.listIn("tags", String.class));

    /** Removes a tag from an assistant. */
    public static final Endpoint<List<String>> REMOVE = Endpoint.delete(
                    "assistants.tags.remove", "/ai/assistants/{assistant_id}/tags/{tag}")
            .returning(ResponseReader.listIn("tags", String.class));

    private TagOperations() {}

    /**
     * Lists all tags.
     *
     * @return the operation
     */
    public static Operation<List<String>> list() {
        return LIST.call();
    }

    /**
     * Adds a tag to an assistant.
     *
     * @param assistantId the id of the assistant
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<List<String>> add(String assistantId, AddTagRequest request) {
        return ADD.call(assistantId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Removes a tag from an assistant.
     *
     * @param assistantId the id of the assistant
     * @param tag the tag
     * @return the operation
     */
    public static Operation<List<String>> remove(String assistantId, String tag) {
        return REMOVE.call(assistantId, tag);
    }
}
