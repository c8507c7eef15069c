package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import io.github.telnyxreactive.model.Required;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A canary deploy: the versions of an assistant that serve part of the conversations.
 *
 * <p>API schema: {@code CanaryDeployResponse}.
 *
 * @param assistantId the id of the assistant
 * @param createdAt when the canary deploy was created
 * @param updatedAt when the canary deploy was last updated
 * @param rules the rules, evaluated in order; the first match applies
 * @param versions the versions and their shares, in the older form
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record CanaryDeploy(
        String assistantId,
        @Required @Nullable OffsetDateTime createdAt,
        @Required @Nullable OffsetDateTime updatedAt,
        @Omittable List<CanaryRule> rules,
        @Omittable List<VersionPercentage> versions,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Validates required components and copies collections. */
    public CanaryDeploy {
        Models.identity(assistantId, "assistant_id");
        rules = Models.list(rules);
        versions = Models.list(versions);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static CanaryDeployBuilder.AssistantIdStage builder() {
        return CanaryDeployBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CanaryDeployBuilder toBuilder() {
        return CanaryDeployBuilder.builder(this);
    }
}
