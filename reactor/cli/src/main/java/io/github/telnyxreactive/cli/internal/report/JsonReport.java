package io.github.telnyxreactive.cli.internal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a report as one JSON object, for programs. These fields are always there, in this order, and keep their names;
 * further ones may be added. What is not known is {@code null}.
 *
 * <ul>
 *   <li>{@code batch_id}: the name of the batch
 *   <li>{@code started_at}: when it was started, in ISO 8601 with an offset
 *   <li>{@code elapsed_seconds}: how long it has taken, a number
 *   <li>{@code interrupted}: whether it was broken off
 *   <li>{@code verdict}: {@code passed} if every item was run and every run passed; {@code failed} if everything is known
 *       and some run did not pass; {@code incomplete} if something is not known; {@code interrupted}
 *   <li>{@code pass_rate}: the part, from 0 to 1, of the runs that ended or were given up that passed; {@code null} if
 *       there are none
 *   <li>{@code totals}: {@code items}; {@code items_without_result}, which were not surely triggered or have no run;
 *       {@code runs}; {@code by_outcome}, how many runs are {@code passed}, {@code failed}, {@code error},
 *       {@code given_up}, {@code not_ended}, each run counted once; {@code by_status}, how many runs were last seen in
 *       which status of the service, those that were given up included
 *   <li>{@code items}: a list, each with {@code kind} ({@code suite} or {@code test}), {@code name}, {@code version_id}
 *       ({@code null} for the main version), {@code problem} and {@code runs}: a list, each with {@code run_id},
 *       {@code test_id}, {@code test_name}, {@code status}, {@code outcome}, {@code duration_seconds},
 *       {@code conversation_id}, {@code problem} and {@code rubric}: a list, each with {@code name} and {@code status}
 * </ul>
 *
 * <p>Surrogates without a partner, which UTF-8 cannot encode, are replaced by U+FFFD.
 */
public final class JsonReport {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonReport() {}

    /**
     * Writes the file, in UTF-8. Nobody sees a part of it: it takes its place when it is complete. Directories above it
     * are made where they are missing.
     *
     * @param report what is known of the batch
     * @param target the file, which is replaced if it exists
     * @throws IOException if the file cannot be written; what it held before is then left as it was
     */
    public static void write(Report report, Path target) throws IOException {
        TargetFile.replace(target, out -> write(report, out));
    }

    private static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            new JsonDocument(report, json).write();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }
}
