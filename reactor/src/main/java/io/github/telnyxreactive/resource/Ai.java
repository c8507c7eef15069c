package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.exchange.Exchange;

/** Everything under {@code /ai}. */
public final class Ai {

    private final Assistants assistants;

    /**
     * Creates the resource.
     *
     * @param exchange executes the operations
     */
    public Ai(Exchange exchange) {
        this.assistants = new Assistants(exchange);
    }

    /**
     * Returns the assistants.
     *
     * @return everything under {@code /ai/assistants}
     */
    public Assistants assistants() {
        return assistants;
    }
}
