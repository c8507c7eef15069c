package io.github.telnyxreactive.model.canarydeploy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request to create or update a canary deploy. Rules are the newer form, versions with percentages the older one; use
 * one of the two.
 *
 * <p>API schema: {@code CanaryDeployRequest}.
 *
 * @param rules the rules, evaluated in order; the first match applies
 * @param versions the versions and their shares, in the older form
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record CanaryDeployRequest(
        @Omittable List<CanaryRule> rules,
        @Omittable List<VersionPercentage> versions,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public CanaryDeployRequest {
        rules = Models.list(rules);
        versions = Models.list(versions);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder.
     *
     * @return a new builder
     */
    public static CanaryDeployRequestBuilder builder() {
        return CanaryDeployRequestBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CanaryDeployRequestBuilder toBuilder() {
        return CanaryDeployRequestBuilder.builder(this);
    }
}
