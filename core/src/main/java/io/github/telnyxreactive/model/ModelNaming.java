package io.github.telnyxreactive.model;

import tools.jackson.databind.PropertyNamingStrategies;

/**
 * Translates names to snake case, except for the component that holds unknown fields: it gets a name that no JSON field
 * has.
 */
final class ModelNaming extends PropertyNamingStrategies.SnakeCaseStrategy {

    private static final long serialVersionUID = 1L;

    private static final String UNKNOWN_FIELDS = "additionalProperties";
    private static final String NO_FIELD = "\uFFFF";

    @Override
    protected String translate(String name) {
        return name.equals(UNKNOWN_FIELDS) ? NO_FIELD : super.translate(name);
    }
}
