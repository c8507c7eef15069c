package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.limit.Length;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a rule serves: a single version, or several versions by weight.
 *
 * <p>API schema: {@code Serve}.
 *
 * @param versionId the id of the single version
 * @param rollout the versions and their weights, which sum to less than 100; the remainder goes to the main version
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record Serve(
        @Length(min = 1) @Nullable String versionId,
        @Omittable List<RolloutSlot> rollout,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public Serve {
        rollout = Models.list(rollout);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static ServeBuilder builder() {
        return ServeBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public ServeBuilder toBuilder() {
        return ServeBuilder.builder(this);
    }
}
