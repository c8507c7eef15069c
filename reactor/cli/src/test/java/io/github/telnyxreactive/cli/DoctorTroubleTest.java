package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor, in front of a service that is not as it should be. */
class DoctorTroubleTest {

    private static final String JSON = "application/json";

    /** Examines an account of which one operation responds with a body. */
    private static Result with(String operation, int status, String body) {
        try (DoctorScene scene = DoctorScene.kind()) {
            scene.simulator.inject(FaultRule.on(operation).inject(Fault.status(status, body, JSON)));
            return scene.doctor();
        }
    }

    private static String row(String check, String verdict, String details) {
        return String.format("%-37s  %-7s  %s", check, verdict, details);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            assistants.retrieve | {"name":"x"}                                  | body: the required field id is missing
            assistants.retrieve | {"id":"x","created_at":"yesterday"}           | created_at: text instead of a date
            assistants.retrieve | {"id":"x","voice_settings":5}                 | voice_settings: a number instead of an object
            assistants.retrieve | {"id":"x","tools":[{"type":"webhook","webhook":{"timeout_ms":{}}}]} | tools[].webhook.timeout_ms: an object instead of a number
            assistants.retrieve | []                                            | body: a list instead of an object
            assistants.tags.list | {"tags":[5,{}]}                              | tags[]: a number instead of text
            tools.list          | {"data":[{"id":"x","created_at":[]}],"meta":{"page_number":1,"page_size":1,"total_pages":1,"total_results":1}} | data[].created_at: a list instead of text
            integrations.connections.retrieve | {"data":{"id":"x","allowed_tools":{}}} | data.allowed_tools: an object instead of a list
            tools.list          | {"items":[]}                                  | body: the required field data is missing
            """)
    void saysWhatStrictReadingRefuses(String operation, String body, String problem) {
        Result result = with(operation, 200, body);

        assertThat(result.outLines()).contains(row(operation, "odd", problem));
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void saysEverythingThatStrictReadingRefuses() {
        Result result = with(
                "assistants.retrieve",
                200,
                "{\"id\":\"x\",\"name\":\"n\",\"instructions\":\"i\",\"created_at\":\"yesterday\",\"tags\":7,\"model\":[]}");

        assertThat(result.outLines().stream().filter(line -> line.startsWith("assistants.retrieve")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            assistants.tests.retrieve | {"test_id":"x","telnyx_conversation_channel":"web_chat","created_at":"2026-01-01T00:00:00Z"} | name,rubric
            assistants.tests.list | {"data":[{"test_id":"x","name":"n","telnyx_conversation_channel":"web_chat","created_at":"2026-01-01T00:00:00Z"}],"meta":{"page_number":1,"page_size":1,"total_pages":1,"total_results":1}} | data[].rubric
            mcpServers.list       | [{"id":"x","name":"n","type":"http","created_at":"2026-01-01T00:00:00Z"}] | [].url
            integrations.connections.retrieve | {"data":{"id":"x","integration_id":"i"}} | data.allowed_tools
            """)
    void saysWhichDocumentedFieldsAreMissing(String operation, String body, String fields) {
        Result result = with(operation, 200, body);

        assertThat(result.outLines().stream().filter(line -> line.startsWith(operation + " ")))
                .hasSize(fields.split(",").length);
        for (String field : fields.split(",")) {
            assertThat(result.outLines()).anyMatch(line -> line.contains(field + ": missing"));
        }
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2,1,1,1 | meta.page_number: 2 instead of 1
            1,9,1,1 | meta.page_size: 9 instead of 1
            1,1,7,2 | meta.total_pages: 7 instead of 2
            1,1,1,0 | meta.total_results: 0, but the page has 1
            """)
    void saysWhatIsWrongWithPages(String numbers, String problem) {
        String[] meta = numbers.split(",");
        Result result = with(
                "assistants.tests.list",
                200,
                String.format(
                        "{\"data\":[{\"test_id\":\"x\"}],\"meta\":{\"page_number\":%s,\"page_size\":%s,"
                                + "\"total_pages\":%s,\"total_results\":%s}}",
                        (Object[]) meta));

        assertThat(result.outLines()).contains(row("paging", "odd", "assistants.tests.list: " + problem));
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void saysThatAPageIsTooLongOrHasNoMeta() {
        Result result = with("tools.list", 200, "{\"data\":[{\"id\":\"x\"},{\"id\":\"y\"}]}");

        assertThat(result.outLines())
                .contains(
                        row("paging", "odd", "tools.list: page[size]: 2 elements where 1 was asked for"),
                        row("paging", "odd", "tools.list: meta: missing"));
    }

    @Test
    void saysWhichFieldsAndValuesAreNotKnown() {
        Result result = with(
                "assistants.retrieve",
                200,
                "{\"id\":\"x\",\"color\":\"red\",\"enabled_features\":[\"telepathy\",\"messaging\"],"
                        + "\"tools\":[{\"type\":\"oracle\",\"oracle\":{}}],\"voice_settings\":{\"voice\":\"v\",\"mood\":1}}");

        assertThat(result.outLines())
                .contains(
                        row("values", "odd", "assistants.retrieve: enabled_features[]: telepathy is not known"),
                        row("values", "odd", "assistants.retrieve: tools[]: oracle is not known"),
                        row("fields", "note", "assistants.retrieve: color: not known"),
                        row("fields", "note", "assistants.retrieve: voice_settings.mood: not known"));
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void unknownFieldsAloneAreNoReasonToWorry() {
        Result result = with(
                "assistants.retrieve",
                200,
                "{\"id\":\"x\",\"name\":\"n\",\"instructions\":\"i\",\"created_at\":\"2026-01-01T00:00:00Z\","
                        + "\"color\":\"red\"}");

        assertThat(result.exitCode()).as(result.out()).isZero();
    }

    @Test
    void saysWhatIsOddAboutAnUnkindService() {
        Unkindness unkindness =
                Unkindness.builder().unknownStatuses(1).totalPages(3).build();
        try (DoctorScene scene = new DoctorScene(Simulator.builder()
                .runDuration(Duration.ofDays(1), Duration.ofDays(1))
                .unkindness(unkindness)
                .start())) {
            Result result = scene.doctor();

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.outLines())
                    .anyMatch(line -> line.matches(
                            "values +odd +assistants\\.tests\\.runs\\.retrieve: status: \\w+ is not known"))
                    .anyMatch(line ->
                            line.matches("paging +odd +assistants\\.tests\\.list: meta\\.total_pages: 5 instead of 2"));
            assertThat(scene.simulator.requests())
                    .hasSize(23)
                    .extracting(RecordedRequest::method)
                    .containsOnly("GET");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            garbage               | the body is empty or not JSON (status 200)
            internal-server-error | an error (status 500
            too-many-requests     | an error (status 429
            reset-after           | the connection was closed before the end of the response
            truncated-body        | the connection was closed before the end of the response
            """)
    void saysWhatCouldNotBeReadAndTriesTheRestOnce(String fault, String reason) {
        try (DoctorScene scene = DoctorScene.kind()) {
            scene.simulator.inject(FaultRule.parse("assistants.list:" + fault));

            Result result = scene.doctor();

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.outLines())
                    .anyMatch(line -> line.startsWith(row("assistants.list", "failed", reason)))
                    .contains(row("assistants.retrieve", "skipped", "no assistant is known"))
                    .contains(row("key", "ok", "accepted"));
            assertThat(scene.simulator.requestCount("assistants.list")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b?c#d", " ", "\\ud800"})
    void oddIdsDoNotEndIt(String id) {
        Result result = with("tools.list", 200, "{\"data\":[{\"id\":\"" + id + "\"}],\"meta\":{}}");

        assertThat(result.err()).isEmpty();
        assertThat(result.outLines()).anyMatch(line -> line.startsWith("tools.retrieve"));
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void saysThatAWrongKeyIsNotAccepted() {
        try (DoctorScene scene = DoctorScene.kind()) {
            Result result = DoctorScene.doctor(scene.cli().with("TELNYX_API_KEY", "KEY-wrong"));

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.outLines())
                    .contains(row("address", "ok", "HTTP/1.1, cleartext"))
                    .contains(row(
                            "key",
                            "failed",
                            "the API key was rejected (status 401); set TELNYX_API_KEY to a valid key of your account"))
                    .contains(row("tools.list", "skipped", "the key is not accepted"));
            assertThat(result.out()).doesNotContain("KEY-wrong");
            assertThat(scene.simulator.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void saysThatAKeyHasNoPermissionForAnything() {
        try (DoctorScene scene = DoctorScene.kind()) {
            scene.simulator.inject(FaultRule.onAny().inject(Fault.status(403, "{}", JSON)));

            Result result = scene.doctor();

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.outLines()).anyMatch(line -> line.matches("key +failed +.* \\(status 403\\).*"));
            assertThat(scene.simulator.requestCount()).isEqualTo(8);
        }
    }

    @Test
    void saysThatAKeyHasNoPermissionForSomething() {
        Result result = with("tools.list", 403, "{}");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines())
                .contains(row("key", "ok", "accepted"))
                .contains(row("tools.list", "failed", "the key has no permission (status 403)"));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Result result = DoctorScene.doctor(
                new Cli().with("TELNYX_API_KEY", "KEY").with("TELNYX_BASE_URL", "http://localhost:" + port),
                "--json",
                "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .anyMatch(line ->
                        line.matches("address +failed +the service cannot be reached \\(Connection refused.*\\);"
                                + " check TELNYX_BASE_URL and the network"))
                .contains(row("assistants.list", "failed", "the connection was refused"))
                .contains(row("tools.list", "skipped", "the service cannot be reached"))
                .contains(row("clock", "skipped", "nothing was read"));
        assertThat(DoctorScene.json(result).get("address").toString())
                .startsWith("{\"result\":\"failed\",\"problem\":\"the connection was refused\",");
        assertThat(result.out()).doesNotContain("localhost", String.valueOf(port));
    }

    @Test
    void saysThatTheHostIsNotKnown() {
        Result result = DoctorScene.doctor(
                new Cli().with("TELNYX_API_KEY", "KEY").with("TELNYX_BASE_URL", "http://telnyx.invalid"),
                "--json",
                "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out())
                .contains("\"problem\":\"the host is not known\"")
                .doesNotContain("telnyx.invalid");
    }

    @Test
    void givesUpOnAServiceThatNeverResponds() {
        try (DoctorScene scene = DoctorScene.kind()) {
            scene.simulator.inject(FaultRule.onAny().inject(Fault.resetBeforeProcessing()));

            Result result = scene.doctor();

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(scene.simulator.requestCount()).isEqualTo(2);
        }
    }

    @Test
    void saysThatNothingCameBeforeTheDeadline() {
        try (DoctorScene scene = DoctorScene.kind()) {
            scene.simulator.inject(FaultRule.onAny().inject(Fault.silence()));

            Result result = scene.doctor("--deadline=1ms", "--json", "-");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.errLines())
                    .contains(row("address", "failed", "no response before the deadline"))
                    .contains(row("tools.list", "skipped", "the deadline has passed"));
            assertThat(DoctorScene.json(result).get("address").toString())
                    .startsWith("{\"result\":\"failed\",\"problem\":\"no response in time\",");
            assertThat(scene.simulator.requestCount()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void alwaysComesToAConclusion(long seed) {
        try (Simulator simulator =
                Simulator.builder().unkindness(Unkindness.random(seed)).start()) {
            simulator.addSuite("checkout", 3);
            simulator.addAssistants(3);

            Result result = DoctorScene.doctor(Cli.to(simulator));

            assertThat(result.err()).isEmpty();
            assertThat(result.outLines())
                    .last()
                    .asString()
                    .containsPattern("^(Everything|Not everything|The service) .* operations read, ");
            assertThat(simulator.requests())
                    .hasSizeLessThanOrEqualTo(23)
                    .extracting(RecordedRequest::method)
                    .containsOnly("GET");
        }
    }
}
