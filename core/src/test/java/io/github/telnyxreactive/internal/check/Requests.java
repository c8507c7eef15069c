package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Valid requests, into which a test puts a single violation. */
final class Requests {

    private Requests() {}

    /** Returns the fixture of a request, which is valid, or parameters without any set. */
    static ObjectNode valid(Class<?> request) {
        if (request.getSimpleName().endsWith("Params")) {
            return (ObjectNode) Json.tree("{}");
        }
        ObjectNode json = Json.fixture(request);
        if (request == CanaryDeployRequest.class) {
            json.remove("versions");
        }
        return json;
    }

    /** Checks a copy of the valid request with the given value in a field, for example {@code rubric[0].name}. */
    static List<Violation> check(Class<?> request, String field, JsonNode value) {
        ObjectNode json = valid(request);
        put(json, field, value);
        return check(request, json);
    }

    static List<Violation> check(Class<?> request, JsonNode json) {
        return RequestChecks.check(TelnyxJson.read(json.toString(), request));
    }

    /** Sets a field, and creates the objects on its path where they are missing. */
    static void put(ObjectNode json, String field, JsonNode value) {
        String[] names = field.replace("[", ".").replace("]", "").split("\\.");
        JsonNode node = json;
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode next =
                    node instanceof ArrayNode array ? array.get(Integer.parseInt(names[i])) : node.get(names[i]);
            node = next != null ? next : ((ObjectNode) node).putObject(names[i]);
        }
        ((ObjectNode) node).set(names[names.length - 1], value);
    }
}
