package io.github.telnyxreactive.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Bodies of requests, and what validation says of them. */
final class Samples {

    static final String RUBRIC = "[{\"name\":\"Tone\",\"criteria\":\"Stays friendly\"}]";

    private Samples() {}

    static String test(String name) {
        return "{\"name\":\"" + name + "\",\"destination\":\"+13125550001\",\"instructions\":\"Ask\",\"rubric\":"
                + RUBRIC + "}";
    }

    static String testWith(String name, String moreFields) {
        String body = test(name);
        return body.substring(0, body.length() - 1) + "," + moreFields + "}";
    }

    /** Each violation as its location and its kind. */
    static List<String> violations(JsonNode answer) {
        return answer.get("detail").values().stream()
                .map(violation ->
                        violation.get("loc") + " " + violation.get("type").stringValue())
                .toList();
    }
}
