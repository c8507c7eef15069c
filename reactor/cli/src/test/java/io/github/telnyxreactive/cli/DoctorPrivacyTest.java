package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the doctor prints can be sent to others, whatever the service has responded with. */
class DoctorPrivacyTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    private static void assertNothingPersonal(DoctorScene scene, Result result) {
        for (String output : List.of(result.out(), result.err())) {
            assertThat(output)
                    .doesNotContain(DoctorScene.SECRETS)
                    .doesNotContain(scene.simulator.baseUrl(), scene.simulator.apiKey(), scene.assistant.id())
                    .doesNotContainPattern(ID);
        }
    }

    @Test
    void neitherOutputHasDataOfTheAccount() {
        try (DoctorScene scene = DoctorScene.kind()) {
            Result result = scene.doctor("--json", "-");

            assertThat(result.exitCode()).isZero();
            assertNothingPersonal(scene, result);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"Jane Doe\",\"created_at\":\"+13125550123\"}",
                "{\"id\":\"Jane Doe\",\"tools\":[{\"type\":\"Jane Doe\"}]}",
                "{\"id\":\"Jane Doe\",\"tools\":[{\"type\":\"+13125550123\",\"Jane Doe\":1}]}",
                "{\"id\":\"Jane Doe\",\"enabled_features\":[\"Call Jane Doe\",\"13125550123\",\"jane.doe@wonderland\"]}",
                "{\"id\":\"Jane Doe\",\"+13125550123\":1,\"Jane Doe\":2,\"n13125550123\":3}",
                "{\"id\":\"Jane Doe\",\"dynamic_variables\":\"wonderland\"}",
                "{\"id\":\"Jane Doe\",\"dynamic_variables\":{\"+13125550123\":{\"wonderland\":[]}}}",
                "{\"id\":\"Jane Doe\",\"observability_settings\":{\"status\":\"Call +13125550123\"}}",
                "{\"name\":\"Jane Doe\"}",
                "[\"Jane Doe\"]",
                "\"Jane Doe\"",
                "{\"id\":\"Jane Doe\"",
                "Jane Doe"
            })
    void noResponseShowsThrough(String body) {
        try (DoctorScene scene = DoctorScene.kind()) {
            for (String operation : List.of("assistants.retrieve", "assistants.tags.list", "tools.list")) {
                scene.simulator.inject(FaultRule.on(operation).inject(Fault.status(200, body, "application/json")));
            }

            Result result = scene.doctor("--json", "-");

            assertNothingPersonal(scene, result);
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 429, 500})
    void noErrorShowsThrough(int status) {
        try (DoctorScene scene = DoctorScene.kind()) {
            String body = "{\"errors\":[{\"code\":\"+13125550123\",\"title\":\"Jane Doe\",\"detail\":\"wonderland\","
                    + "\"source\":{\"pointer\":\"/Cheshire\"},\"meta\":{\"url\":\"https://wonderland\"}}]}";
            scene.simulator.inject(FaultRule.on("tools.list").inject(Fault.status(status, body, "application/json")));

            Result result = scene.doctor("--json", "-");

            assertNothingPersonal(scene, result);
            assertThat(result.out()).contains("(status " + status + ")");
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }

    /** A new field must be thought about: this is everything that there is. */
    @Test
    void theJsonHasTheDocumentedFieldsOnly() {
        try (DoctorScene scene = DoctorScene.kind()) {
            JsonNode json = TelnyxJson.read(scene.doctor("--json", "-").out(), JsonNode.class);

            assertThat(new TreeSet<>(json.propertyNames()))
                    .containsExactly(
                            "address",
                            "exit_code",
                            "fields",
                            "format",
                            "headers",
                            "java",
                            "key",
                            "operations",
                            "paging",
                            "program",
                            "values",
                            "version");
        }
    }
}
