package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.gate.RunEvidence;
import io.github.telnyxreactive.gate.TestEvidence;
import io.github.telnyxreactive.gate.VersionEvidence;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEvidenceTest {

    private static final VersionEvidence EVIDENCE = new VersionEvidence(
            "a",
            "v1",
            "d0",
            OffsetDateTime.parse("2026-01-02T03:04:05.000000006Z"),
            2,
            List.of(
                    new TestEvidence(
                            "check\"out ✓",
                            "t1",
                            "d1",
                            List.of(
                                    new RunEvidence("r1", "s1", TestRunStatus.PASSED),
                                    new RunEvidence("r2", null, TestRunStatus.ERROR))),
                    new TestEvidence(
                            "refunds",
                            "t2",
                            "d2",
                            List.of(
                                    new RunEvidence("r3", "s2", TestRunStatus.FAILED),
                                    new RunEvidence("r4", "s3", TestRunStatus.PASSED)))));

    private static String write(VersionEvidence evidence) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonEvidence.write(evidence, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static VersionEvidence read(String json) throws IOException {
        return JsonEvidence.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesEveryField() throws IOException {
        assertThat(write(EVIDENCE))
                .isEqualTo(
                        "{\"format\":\"telnyx-gate-evidence\",\"version\":2,\"assistant_id\":\"a\",\"version_id\":\"v1\","
                                + "\"version_digest\":\"d0\",\"started_at\":\"2026-01-02T03:04:05.000000006Z\",\"repeats\":2,"
                                + "\"tests\":[{\"suite\":\"check\\\"out ✓\",\"test_id\":\"t1\",\"digest\":\"d1\",\"runs\":["
                                + "{\"run_id\":\"r1\",\"suite_run_id\":\"s1\",\"status\":\"passed\"},"
                                + "{\"run_id\":\"r2\",\"suite_run_id\":null,\"status\":\"error\"}]},"
                                + "{\"suite\":\"refunds\",\"test_id\":\"t2\",\"digest\":\"d2\",\"runs\":["
                                + "{\"run_id\":\"r3\",\"suite_run_id\":\"s2\",\"status\":\"failed\"},"
                                + "{\"run_id\":\"r4\",\"suite_run_id\":\"s3\",\"status\":\"passed\"}]}]}");
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        assertThat(read(write(EVIDENCE))).isEqualTo(EVIDENCE);
    }

    @Test
    void readsTheFirstVersion() throws IOException {
        assertThat(read(write(EVIDENCE).replace("\"version\":2", "\"version\":1")))
                .isEqualTo(EVIDENCE);
    }

    @Test
    void replacesAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("new").resolve("evidence.json");

        JsonEvidence.write(EVIDENCE, file);
        JsonEvidence.write(EVIDENCE, file);

        try (InputStream in = Files.newInputStream(file)) {
            assertThat(JsonEvidence.read(in)).isEqualTo(EVIDENCE);
        }
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
    }

    @Test
    void ignoresUnknownFieldsAndTheirOrder() throws IOException {
        String json = write(EVIDENCE)
                .replace(
                        "\"run_id\":\"r1\",\"suite_run_id\":\"s1\"",
                        "\"suite_run_id\":\"s1\",\"more\":[{}],\"run_id\":\"r1\"")
                .replaceFirst("\\{", "{\"new\":{\"tests\":1},");

        assertThat(read(json)).isEqualTo(EVIDENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":2 | \"version\":3 | The evidence has version 3, and this library reads versions up to 2. Run the gate again",
                "\"version\":2 | \"version\":\"1\" | In the evidence, the field \"version\" is not a whole number",
                "telnyx-gate-evidence | telnyx-batch-report | This is not the evidence of a gate, whose field \"format\" is \"telnyx-gate-evidence\"",
                "\"format\" | \"kind\" | This is not the evidence of a gate",
                "\"version_digest\":\"d0\", | '' | In the evidence, the field \"version_digest\" is missing",
                "2026-01-02T | 2026-01-02 | In the evidence, the field \"started_at\" is not a time with an offset",
                "\"repeats\":2 | \"repeats\":0 | The evidence is not complete: repeats must be at least 1: 0. Run the gate again",
                "\"repeats\":2 | \"repeats\":3 | The evidence is not complete: test t1 of suite check\"out ✓ has 2 runs, and not 3",
                "\"status\":\"error\" | \"status\":\"running\" | The evidence is not complete: run r2 has not ended: running",
                "\"test_id\":\"t1\" | \"test_id\":\"\" | The evidence is not complete: testId must not be empty",
                "\"test_id\":\"t1\" | \"test_id\":1 | In the evidence.tests[0], the field \"test_id\" is not a text",
                "\"runs\":[ | \"runs\":[1, | In the evidence.tests[0], the field \"runs\" is not a list of objects"
            })
    void saysWhatIsWrong(String part, String replacement, String message) throws IOException {
        String json = write(EVIDENCE);
        assertThat(json).contains(part);

        assertThatThrownBy(() -> read(json.replace(part, replacement)))
                .isExactlyInstanceOf(ReportFormatException.class)
                .message()
                .startsWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "garbage", "{", "{}", "{\"format\":1}", "\u0000\u0001"})
    void garbageIsNoEvidence(String garbage) {
        assertThatExceptionOfType(ReportFormatException.class).isThrownBy(() -> read(garbage));
    }

    @Test
    void evidenceThatIsCutOffIsNone() throws IOException {
        String json = write(EVIDENCE);

        for (int length = 0; length < json.length(); length++) {
            String start = json.substring(0, length);
            assertThatExceptionOfType(ReportFormatException.class).isThrownBy(() -> read(start));
        }
        assertThatExceptionOfType(ReportFormatException.class).isThrownBy(() -> read(json + "{}"));
    }

    @Test
    void failsIfTheStreamFails() {
        IOException failure = new IOException("full");

        assertThatThrownBy(() -> JsonEvidence.write(EVIDENCE, new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw failure;
                    }
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> JsonEvidence.read(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw failure;
                    }
                }))
                .isSameAs(failure);
    }

    @Test
    void unpairedSurrogatesAreReplaced() throws IOException {
        VersionEvidence odd = new VersionEvidence("a\ud800", "v", "d", EVIDENCE.startedAt(), 1, List.of());

        assertThat(read(write(odd)).assistantId()).isEqualTo("a\ufffd");
    }
}
