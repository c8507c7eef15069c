package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tool that invites another party to the call.
 *
 * @param type always {@code invite}
 * @param invite the definition of the invitation
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record InviteTool(
        @Omittable String type,
        @Required @Nullable InviteToolParams invite,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "invite";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public InviteTool {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static InviteToolBuilder.InviteStage builder() {
        return InviteToolBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public InviteToolBuilder toBuilder() {
        return InviteToolBuilder.builder(this);
    }
}
