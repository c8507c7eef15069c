package io.github.telnyxreactive.model.canarydeploy;

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
 * A rule that selects the version to serve.
 *
 * <p>API schema: {@code Rule-Input}.
 *
 * @param serve the version to serve
 * @param match the clauses that a conversation must satisfy, all of them; if empty, the rule always matches
 * @param additionalProperties unknown fields, and known ones that are {@code null} or cannot be read, kept as received;
 *     never {@code null}
 */
@Model
public record CanaryRule(
        @Required @Nullable Serve serve,
        @Omittable List<Clause> match,
        @Omittable @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> additionalProperties) {

    /** Copies collections. */
    public CanaryRule {
        match = Models.list(match);
        additionalProperties = Models.map(additionalProperties);
    }

    /**
     * Returns a builder; required components come first.
     *
     * @return the first stage of the builder
     */
    public static CanaryRuleBuilder.ServeStage builder() {
        return CanaryRuleBuilder.builder();
    }

    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public CanaryRuleBuilder toBuilder() {
        return CanaryRuleBuilder.builder(this);
    }
}
