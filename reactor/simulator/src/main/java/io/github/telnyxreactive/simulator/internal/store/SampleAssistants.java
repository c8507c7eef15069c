package io.github.telnyxreactive.simulator.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Generates plausible assistants. */
final class SampleAssistants {

    private static final List<String> TASKS =
            List.of("Reception", "Orders", "Refunds", "Appointments", "Billing", "Deliveries", "Support");

    private static final JsonNode MODEL = StringNode.valueOf("moonshotai/Kimi-K2.5");
    private static final JsonNode GREETING = StringNode.valueOf("Hello, how can I help?");
    private static final JsonNode VERSION_NAME = StringNode.valueOf("New assistant");

    private SampleAssistants() {}

    /** Returns the settings of the n-th assistant; names are unique. */
    static Document settings(long n) {
        String task = TASKS.get((int) (n % TASKS.size()));
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        settings.put("name", StringNode.valueOf(task + " " + (n + 1)));
        settings.put("model", MODEL);
        settings.put(
                "instructions",
                StringNode.valueOf("You answer calls about " + task.toLowerCase(Locale.ROOT) + ". Be brief."));
        settings.put("greeting", GREETING);
        settings.put("version_name", VERSION_NAME);
        return new Document(settings);
    }
}
