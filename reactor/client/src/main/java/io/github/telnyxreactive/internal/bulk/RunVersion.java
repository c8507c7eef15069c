package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.model.testrun.TestRun;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the version of the assistant of a run from a field that is not documented, but sent by some services. */
public final class RunVersion {

    /** The name of the field. */
    public static final String FIELD = "destination_version_id";

    private RunVersion() {}

    /**
     * Returns the version that a run was run against.
     *
     * @param run the run
     * @return the id of the version, {@code null} if the run does not say
     */
    public static @Nullable String of(TestRun run) {
        JsonNode version = run.additionalProperties().get(FIELD);
        return version == null || !version.isString() || version.stringValue().isBlank() ? null : version.stringValue();
    }
}
