package io.github.telnyxreactive.model.canarydeploy;

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
 * Which version a rule serves: one, or several by their weights.
 *
 * <p>API schema: {@code Serve}.
 *
 * @param versionId the id of the one version
 * @param rollout the versions and their weights, which sum to less than 100; the rest goes to the main version
 * @param additionalProperties the fields that have no component here, as they came; never {@code null}
 */
@Model
public record Serve(
        @Nullable String versionId,
        @Omittable List<RolloutSlot> rollout,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Checks that what is required is there, and copies what could change. */
    public Serve {
        rollout = Models.list(rollout);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Starts a new value.
     *
     * @return the first stage of the builder
     */
    public static ServeBuilder.ServeBuilderStage builder() {
        return ServeBuilder.builder();
    }

    /**
     * Starts from this value, to change some of it.
     *
     * @return a builder that holds every component of this value
     */
    public ServeBuilder toBuilder() {
        return ServeBuilder.builder(this);
    }
}
