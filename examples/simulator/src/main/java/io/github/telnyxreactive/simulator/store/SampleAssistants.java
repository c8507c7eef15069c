package io.github.telnyxreactive.simulator.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes up assistants that could be somebody's. */
final class SampleAssistants {

    private static final List<String> TASKS =
            List.of("Reception", "Orders", "Refunds", "Appointments", "Billing", "Deliveries", "Support");

    private SampleAssistants() {}

    /** The settings of the n-th assistant; no two have the same name. */
    static Document settings(long n) {
        String task = TASKS.get((int) (n % TASKS.size()));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("name", task + " " + (n + 1));
        settings.put("model", "moonshotai/Kimi-K2.5");
        settings.put("instructions", "You answer calls about " + task.toLowerCase(Locale.ROOT) + ". Be brief.");
        settings.put("greeting", "Hello, how can I help?");
        settings.put("version_name", "New assistant");
        return Document.of(settings);
    }
}
