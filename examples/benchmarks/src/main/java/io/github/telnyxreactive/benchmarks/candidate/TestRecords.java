package io.github.telnyxreactive.benchmarks.candidate;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A test of an assistant, as records without validation, copies or unknown fields. */
@NullUnmarked
final class TestRecords {

    private TestRecords() {}

    record AssistantTest(
            String testId,
            String name,
            String telnyxConversationChannel,
            List<RubricItem> rubric,
            OffsetDateTime createdAt,
            String description,
            String destination,
            String instructions,
            Integer maxDurationSeconds,
            String testSuite) {}

    record RubricItem(String name, String criteria) {}
}
