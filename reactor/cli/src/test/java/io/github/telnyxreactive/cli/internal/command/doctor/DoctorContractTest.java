package io.github.telnyxreactive.cli.internal.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Golden;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON of the doctor, which people send to others. */
class DoctorContractTest {

    private static Diagnosis diagnosis() {
        Unknowns unknown =
                Unknowns.in(TelnyxJson.read("{\"run_id\":\"r\",\"status\":\"purple\",\"new_field\":1}", TestRun.class));
        OperationResult.Content content = new OperationResult.Content(
                HeaderFactsTest.reply(Map.of(), Instant.EPOCH), unknown, List.of(new Problem("meta", "missing")), true);
        Map<String, Integer> rateLimits = new LinkedHashMap<>();
        rateLimits.put("x-ratelimit-limit", 2);
        rateLimits.put("x-ratelimit-remaining", 1);
        rateLimits.put("x-ratelimit-reset", 0);
        Check first = Checks.ALL.get(0);
        return new Diagnosis(
                new Diagnosis.Access(Verdict.OK, null),
                new Connection("HTTP/2", "TLSv1.3", "TLS_AES_256_GCM_SHA384", true),
                new Diagnosis.Access(Verdict.SKIPPED, null),
                List.of(
                        OperationResult.read(first, 200, List.of(new Problem("data[].id", "missing")), content),
                        OperationResult.skipped(Checks.ALL.get(1), "there is none")),
                new HeaderFacts(2, rateLimits, 2, Duration.ofSeconds(-75)));
    }

    @Test
    void theJsonIsKept() {
        String json = new String(DiagnosisJson.write(diagnosis()), StandardCharsets.UTF_8);

        assertThat(json).startsWith("{\"format\":\"telnyx-batch-doctor\",\"version\":1,");
        Golden.ofVersion(json)
                .check(json.replace(new ProgramVersion().getVersion()[0], "PROGRAM")
                        .replace("\"java\":\"" + System.getProperty("java.version"), "\"java\":\"JAVA"));
    }
}
