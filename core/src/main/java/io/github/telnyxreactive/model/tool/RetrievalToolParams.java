package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a retrieval looks.
 *
 * <p>API schema: {@code BucketIds}.
 *
 * @param bucketIds the buckets
 * @param maxNumResults how many results it gives at the most
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record RetrievalToolParams(
        List<String> bucketIds,
        @Nullable Integer maxNumResults,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public RetrievalToolParams {
        bucketIds = Models.requiredList(bucketIds, "bucket_ids");
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value, with the required components first.
     *
     * @return the first stage of the builder
     */
    public static RetrievalToolParamsBuilder.BucketIdsStage builder() {
        return RetrievalToolParamsBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public RetrievalToolParamsBuilder toBuilder() {
        return RetrievalToolParamsBuilder.builder(this);
    }
}
