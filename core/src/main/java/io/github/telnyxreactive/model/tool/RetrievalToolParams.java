package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The definition of a retrieval.
 *
 * <p>API schema: {@code BucketIds}.
 *
 * @param bucketIds the ids of the buckets to search
 * @param maxNumResults the maximum number of results
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record RetrievalToolParams(
        @Required @Omittable List<String> bucketIds,
        @Nullable Integer maxNumResults,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public RetrievalToolParams {
        bucketIds = Models.list(bucketIds);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static RetrievalToolParamsBuilder.BucketIdsStage builder() {
        return RetrievalToolParamsBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public RetrievalToolParamsBuilder toBuilder() {
        return RetrievalToolParamsBuilder.builder(this);
    }
}
