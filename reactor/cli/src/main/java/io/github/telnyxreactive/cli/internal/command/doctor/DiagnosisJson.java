package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.json.TelnyxJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a diagnosis as JSON that may be shown to anybody: it has names of operations and fields, numbers, and words of this
 * program, but neither addresses nor what the responses say.
 */
final class DiagnosisJson {

    private static final String FORMAT = "telnyx-batch-doctor";
    private static final int VERSION = 1;

    private static final String RESULT = "result";
    private static final String OPERATION = "operation";
    private static final String FIELD = "field";
    private static final String PROBLEMS = "problems";

    private DiagnosisJson() {}

    /** Returns the JSON object. */
    static byte[] write(Diagnosis diagnosis) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        root.put("program", new ProgramVersion().getVersion()[0]);
        root.put("java", System.getProperty("java.version"));
        root.put("exit_code", diagnosis.exitCode());
        root.put("address", address(diagnosis));
        root.put("key", access(diagnosis.key()));
        root.put(
                "operations",
                diagnosis.operations().stream().map(DiagnosisJson::operation).toList());
        root.put("paging", observations(diagnosis, Verdict.ODD, diagnosis.paging(), PROBLEMS, "problem"));
        root.put("values", observations(diagnosis, Verdict.ODD, diagnosis.unknownValues(), "unknown", "value"));
        root.put("fields", observations(diagnosis, Verdict.NOTE, diagnosis.unknownFields(), "unknown", null));
        root.put("headers", headers(diagnosis.headers()));
        return TelnyxJson.write(root);
    }

    private static Map<String, @Nullable Object> access(Diagnosis.Access access) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(RESULT, access.verdict().word());
        Failure failure = access.failure();
        String otherwise = access.verdict() == Verdict.FAILED ? Failure.Kind.TIMEOUT.words() : null;
        object.put("problem", failure == null ? otherwise : failure.description());
        return object;
    }

    private static Map<String, @Nullable Object> address(Diagnosis diagnosis) {
        Map<String, @Nullable Object> object = access(diagnosis.address());
        Connection connection = diagnosis.connection();
        object.put("protocol", connection == null ? null : connection.protocol());
        object.put("secure", connection == null ? null : connection.isSecure());
        object.put("tls", connection == null ? null : connection.tls());
        object.put("cipher", connection == null ? null : connection.cipher());
        return object;
    }

    private static Map<String, @Nullable Object> operation(OperationResult result) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(OPERATION, result.operation());
        object.put(RESULT, result.verdict().word());
        object.put("status", result.status());
        object.put("reason", result.reason());
        object.put(PROBLEMS, list(result.problems(), problem -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("path", problem.path());
            one.put("problem", problem.kind());
            return one;
        }));
        return object;
    }

    private static Map<String, @Nullable Object> observations(
            Diagnosis diagnosis,
            Verdict verdict,
            List<Diagnosis.Observation> observations,
            String name,
            @Nullable String kind) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Verdict none = diagnosis.read() == 0 ? Verdict.SKIPPED : Verdict.OK;
        object.put(RESULT, (observations.isEmpty() ? none : verdict).word());
        object.put(name, list(observations, observation -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(OPERATION, observation.operation());
            one.put(FIELD, observation.what().path());
            if (kind != null) {
                one.put(kind, observation.what().kind());
            }
            return one;
        }));
        return object;
    }

    private static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> object) {
        List<Map<String, Object>> list = new ArrayList<>();
        values.forEach(value -> list.add(object.apply(value)));
        return list;
    }

    private static Map<String, @Nullable Object> headers(HeaderFacts headers) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("responses", headers.responses());
        object.putAll(headers.rateLimits());
        object.put("x-request-id", headers.requestIds());
        Duration difference = headers.clockDifference();
        object.put("clock_ahead_seconds", difference == null ? null : difference.toSeconds());
        return object;
    }
}
