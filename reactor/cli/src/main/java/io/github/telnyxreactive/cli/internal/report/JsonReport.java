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
 * Writes a report as one JSON object, for programs. The following fields are always present, in this order, and keep their
 * names; others may be added. Unknown values are {@code null}.
 *
 * <ul>
 *   <li>{@code batch_id}: the id of the batch
 *   <li>{@code started_at}: when the batch was started, in ISO 8601 with an offset
 *   <li>{@code elapsed_seconds}: the duration of the batch, a number
 *   <li>{@code interrupted}: whether the batch was interrupted
 *   <li>{@code verdict}: {@code passed} if every item was run and every run passed; {@code failed} if every outcome is
 *       known and at least one run did not pass; {@code incomplete} if an outcome is unknown; {@code interrupted}
 *   <li>{@code pass_rate}: the fraction, from 0 to 1, of passed runs among those that finished or were given up; {@code null}
 *       if there are none
 *   <li>{@code totals}: {@code items}; {@code items_without_result}, which were not, or may not have been, triggered or have no run;
 *       {@code runs}; {@code by_outcome}, the number of runs that are {@code passed}, {@code failed},
 *       {@code error}, {@code given_up} or {@code not_ended}, each run counted once; {@code by_status}, the number of runs by
 *       the status last seen, including those that were given up
 *   <li>{@code items}: a list, each with {@code kind} ({@code suite} or {@code test}), {@code name}, {@code version_id}
 *       ({@code null} for the main version), {@code problem} and {@code runs}: a list, each with {@code run_id},
 *       {@code test_id}, {@code test_name}, {@code status}, {@code outcome}, {@code duration_seconds},
 *       {@code conversation_id}, {@code problem} and {@code rubric}: a list, each with {@code name} and {@code status}
 * </ul>
 *
 * <p>Unpaired surrogates, which UTF-8 cannot encode, are replaced by U+FFFD.
 */
public final class JsonReport {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonReport() {}

    /**
     * Writes the file, in UTF-8. The file appears only once it is complete. Missing parent directories are created.
     *
     * @param report the report
     * @param target the file, which is replaced if it exists
     * @throws IOException if the file cannot be written; an existing file is then left unchanged
     */
    public static void write(Report report, Path target) throws IOException {
        TargetFile.replace(target, out -> write(report, out));
    }

    /**
     * Writes the report to a stream, in UTF-8.
     *
     * @param report the report
     * @param out the stream, which is not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            new JsonDocument(report, json).write();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }
}
