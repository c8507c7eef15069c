package io.github.telnyxreactive.benchmarks.candidate;

import io.github.telnyxreactive.benchmarks.candidate.AssistantRecords.Assistant;
import io.github.telnyxreactive.benchmarks.candidate.RunRecords.TestRun;
import io.github.telnyxreactive.benchmarks.candidate.TestRecords.AssistantTest;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Jackson as one would set it up by hand: created once, for records without validation, copies or unknown fields. */
public final class PlainReaders {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads an assistant. */
    public static final ObjectReader ASSISTANT = MAPPER.readerFor(Assistant.class);

    /** Reads a page of assistants. */
    public static final ObjectReader ASSISTANT_PAGE = page(Assistant.class);

    /** Reads a page of tests. */
    public static final ObjectReader TEST_PAGE = page(AssistantTest.class);

    /** Reads a run. */
    public static final ObjectReader RUN = MAPPER.readerFor(TestRun.class);

    /** Writes the body of a trigger request. */
    static final ObjectWriter TRIGGER = MAPPER.writerFor(Trigger.class);

    private PlainReaders() {}

    private static ObjectReader page(Class<?> element) {
        return MAPPER.readerFor(MAPPER.getTypeFactory().constructParametricType(Page.class, element));
    }

    @NullUnmarked
    record Page<T>(List<T> data, Meta meta) {

        boolean hasNext() {
            return meta != null && meta.pageNumber() < meta.totalPages();
        }
    }

    record Meta(int totalPages, int totalResults, int pageNumber, int pageSize) {}

    record Trigger(String destinationVersionId) {}
}
