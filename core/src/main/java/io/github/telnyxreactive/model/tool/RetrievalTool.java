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
 * A tool that retrieves information from storage buckets.
 *
 * @param type always {@code retrieval}
 * @param retrieval the definition of the retrieval
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record RetrievalTool(
        @Omittable String type,
        @Required @Nullable RetrievalToolParams retrieval,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties)
        implements AssistantTool {

    /** The value of the discriminator field {@code type}. */
    public static final String TYPE = "retrieval";

    /** Copies collections; {@code type} is always {@link #TYPE}. */
    public RetrievalTool {
        type = TYPE;
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static RetrievalToolBuilder.RetrievalStage builder() {
        return RetrievalToolBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public RetrievalToolBuilder toBuilder() {
        return RetrievalToolBuilder.builder(this);
    }
}
