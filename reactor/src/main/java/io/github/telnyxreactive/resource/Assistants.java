package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.exchange.Exchange;

/** Everything under {@code /ai/assistants}. */
public final class Assistants {

    private final AssistantTests tests;

    Assistants(Exchange exchange) {
        this.tests = new AssistantTests(exchange);
    }

    /**
     * Returns the tests of assistants.
     *
     * @return everything under {@code /ai/assistants/tests}
     */
    public AssistantTests tests() {
        return tests;
    }
}
