package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/** Request bodies, and the violations that validation reports. */
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

    /** Returns the location and the type of each violation in a response, which must have status 422. */
    static List<String> violations(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(422);
        return Caller.json(response).get("detail").values().stream()
                .map(violation ->
                        violation.get("loc") + " " + violation.get("type").stringValue())
                .toList();
    }
}
