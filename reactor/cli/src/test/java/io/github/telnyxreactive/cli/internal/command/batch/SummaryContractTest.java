package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.cli.Golden;
import io.github.telnyxreactive.json.TelnyxJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The summary, from which the cost of batches is read. */
class SummaryContractTest {

    @Test
    void theSummaryIsKept() {
        Summary ofTheService = new Summary(
                Summary.FORMAT,
                Summary.VERSION,
                4,
                null,
                3,
                new TreeMap<>(Map.of("failed", 1, "passed", 2)),
                1,
                null,
                1,
                12,
                new TreeMap<>(Map.of("list tests", 2L, "trigger a test run", 10L)),
                1,
                1,
                null,
                21,
                18_874_368,
                12.345,
                1.5,
                3);

        String json = new String(TelnyxJson.write(ofTheService), StandardCharsets.UTF_8);

        Golden.ofVersion(json).check(json);
    }
}
