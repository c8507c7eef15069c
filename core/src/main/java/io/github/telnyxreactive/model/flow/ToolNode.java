package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A node in which a tool is used.
 *
 * <p>API schema: {@code ToolNode}.
 *
 * @param type always {@code tool}
 * @param id the id of the node within the flow, chosen by the caller
 * @param sharedToolId the shared tool
 * @param name a name for people
 * @param position where it is drawn
 * @param tool the definition of the tool; the service fills it in and passes it over in requests
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record ToolNode(
        @Omittable String type,
        String id,
        String sharedToolId,
        @Nullable String name,
        @Nullable NodePosition position,

        @JsonDeserialize(using = ToolListDeserializer.class) @Omittable
        List<AssistantTool> tool,

        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements FlowNode {

    /** What the field that tells the members of the union apart says. */
    public static final String TYPE = "tool";

    /** Checks that what is required is there, and copies what could change. */
    public ToolNode {
        type = TYPE;
        Models.required(id, "id");
        Models.required(sharedToolId, "shared_tool_id");
        tool = Models.list(tool);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static ToolNodeBuilder.IdStage builder() {
        return ToolNodeBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ToolNodeBuilder toBuilder() {
        return ToolNodeBuilder.builder(this);
    }
}
