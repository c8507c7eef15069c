package io.github.telnyxreactive.benchmarks.candidate;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the service answers to the plain records: what anybody who knows Jackson would write first, and no slower. */
@NullUnmarked
public final class PlainReaders {

    /** The mapper of all that is plain here. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads an assistant. */
    public static final ObjectReader ASSISTANT = MAPPER.readerFor(Assistants.Assistant.class);

    /** Reads a {@link Page} of assistants, with or without its place in a list. */
    public static final ObjectReader ASSISTANTS = page(Assistants.Assistant.class);

    /** Reads a {@link Page} of tests. */
    public static final ObjectReader TESTS = page(Tests.AssistantTest.class);

    /** Reads a run. */
    public static final ObjectReader RUN = MAPPER.readerFor(Runs.TestRun.class);

    private PlainReaders() {}

    private static ObjectReader page(Class<?> element) {
        return MAPPER.readerFor(MAPPER.getTypeFactory().constructParametricType(Page.class, element));
    }

    /**
     * A page of a list.
     *
     * @param data its elements
     * @param meta its place in the list, {@code null} if the service does not say
     * @param <T> the type of the elements
     */
    public record Page<T>(List<T> data, PageMeta meta) {}

    /**
     * The place of a page in its list.
     *
     * @param pageNumber its number, from 1
     * @param pageSize how many elements it may have
     * @param totalPages how many pages there are
     * @param totalResults how many elements there are
     */
    public record PageMeta(Integer pageNumber, Integer pageSize, Integer totalPages, Long totalResults) {}
}
