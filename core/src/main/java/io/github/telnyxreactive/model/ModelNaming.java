package io.github.telnyxreactive.model;

import tools.jackson.databind.PropertyNamingStrategies;

/** Snake case, but for the component that holds the unknown fields: its name is one that no field bears. */
final class ModelNaming extends PropertyNamingStrategies.SnakeCaseStrategy {

    private static final long serialVersionUID = 1L;

    private static final String UNKNOWN_FIELDS = "additionalProperties";
    private static final String NO_FIELD = "\uFFFF";

    @Override
    protected String translate(String name) {
        return name.equals(UNKNOWN_FIELDS) ? NO_FIELD : super.translate(name);
    }
}
