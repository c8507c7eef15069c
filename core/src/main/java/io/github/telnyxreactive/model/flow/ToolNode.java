package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A node that runs a tool.
 *
 * <p>API schema: {@code ToolNode}.
 *
 * @param type always {@code tool}
 * @param id the id of the node within the flow, chosen by the caller
 * @param sharedToolId the id of the shared tool
 * @param name the display name
 * @param position the position of the node in an editor
 * @param tool the definition of the tool; set by the service and ignored in requests
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record ToolNode(
        @Omittable String type,
        @Required @Nullable String id,
        @Required @Length(min = 1) @Nullable String sharedToolId,
        @Nullable String name,
        @Nullable NodePosition position,

        @JsonSerialize(using = ToolListSerializer.class) @JsonDeserialize(using = ToolListDeserializer.class) @Omittable
        List<AssistantTool> tool,

        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements FlowNode {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "tool";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public ToolNode {
        type = TYPE;
        tool = NestedTools.copy(tool);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static ToolNodeBuilder.IdStage builder() {
        return ToolNodeBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ToolNodeBuilder toBuilder() {
        return ToolNodeBuilder.builder(this);
    }
}
