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
 * Which versions are tried out. Rules are the newer form, versions with percentages the older one.
 *
 * <p>API schema: {@code CanaryDeployRequest}.
 *
 * @param rules the rules, of which the first that matches counts
 * @param versions the versions and their shares, in the older form
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record CanaryDeployRequest(
        @Omittable List<CanaryRule> rules,
        @Omittable List<VersionPercentage> versions,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public CanaryDeployRequest {
        rules = Models.list(rules);
        versions = Models.list(versions);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static CanaryDeployRequestBuilder.CanaryDeployRequestBuilderStage builder() {
        return CanaryDeployRequestBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public CanaryDeployRequestBuilder toBuilder() {
        return CanaryDeployRequestBuilder.builder(this);
    }
}
