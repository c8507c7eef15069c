package io.github.telnyxreactive.bulk;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.telnyxreactive.bulk.BatchItem.Kind;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchItemTest {

    private static final BatchItem ITEM = BatchItem.suite("checkout").againstVersion("v2");

    @Test
    void aNewItemHasNoVersionKeyOrRuns() {
        assertThat(BatchItem.suite("checkout"))
                .isEqualTo(new BatchItem(Kind.SUITE, "checkout", null, null, 1, null, null, null));
        assertThat(BatchItem.test("id")).isEqualTo(new BatchItem(Kind.TEST, "id", null, null, 1, null, null, null));
    }

    @Test
    void copiesHaveTheGivenValues() {
        List<TestRun> runs = List.of(Runs.run("r", PENDING));
        BatchItem item = ITEM.withIdempotencyKey("key").alreadyTriggered(runs);

        assertThat(item).isEqualTo(new BatchItem(Kind.SUITE, "checkout", null, "v2", 1, null, "key", runs));
        assertThat(item.againstVersion(null).versionId()).isNull();
        assertThat(ITEM.idempotencyKey()).isNull();
    }

    @Test
    void copiesTheRuns() {
        List<TestRun> runs = new ArrayList<>(List.of(Runs.run("r", PENDING)));
        BatchItem item = ITEM.alreadyTriggered(runs);
        runs.clear();

        assertThat(item.runs()).hasSize(1).isUnmodifiable();
    }

    @Test
    @SuppressWarnings("NullAway")
    void requiresAKindANameAndAKey() {
        assertThatNullPointerException().isThrownBy(() -> BatchItem.suite(null)).withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new BatchItem(null, "a", null, null, 1, null, null, null))
                .withMessage("kind");
        assertThatNullPointerException()
                .isThrownBy(() -> ITEM.withIdempotencyKey(null))
                .withMessage("key");
    }

    @Test
    void equalItemsOfABatchHaveEqualKeys() {
        BatchItem same = BatchItem.suite("checkout").againstVersion("v2");

        assertThat(same.inBatch("nightly")).isEqualTo(ITEM.inBatch("nightly"));
        assertThat(ITEM.inBatch("nightly").inBatch("nightly")).isEqualTo(ITEM.inBatch("nightly"));
        assertThat(ITEM.inBatch("nightly").againstVersion("v2").name()).isEqualTo("checkout");
    }

    @Test
    void theOrderOfBatchVersionAndRepetitionDoesNotMatter() {
        BatchItem item = BatchItem.suite("checkout").inBatch("nightly");

        assertThat(item.againstVersion("v2")).isEqualTo(ITEM.inBatch("nightly"));
        assertThat(item.againstVersion("v2").idempotencyKey())
                .isEqualTo(ITEM.inBatch("nightly").idempotencyKey())
                .isNotEqualTo(item.againstVersion("v1").idempotencyKey());
        assertThat(item.repetition(2).againstVersion("v2").idempotencyKey())
                .isEqualTo(ITEM.repetition(2).inBatch("nightly").idempotencyKey());
    }

    @Test
    void derivesAStableKey() {
        assertThat(ITEM.inBatch("nightly").idempotencyKey())
                .isEqualTo("telnyx-reactive-8a8008df73028d8eec29c782a3b75360ff1d5372e5e1a84835592e2f10e48847");
    }

    @Test
    void differentItemsOrBatchesHaveDifferentKeys() {
        Stream<BatchItem> different = Stream.of(
                ITEM.inBatch("nightly"),
                ITEM.inBatch("Nightly"),
                ITEM.repetition(2).inBatch("nightly"),
                ITEM.inBatch(""),
                ITEM.againstVersion("v1").inBatch("nightly"),
                ITEM.againstVersion(null).inBatch("nightly"),
                ITEM.againstVersion("").inBatch("nightly"),
                BatchItem.suite("checkout ").againstVersion("v2").inBatch("nightly"),
                BatchItem.suite("checkoutv2").inBatch("nightly"),
                BatchItem.suite("checkoutv2").againstVersion("").inBatch("nightly"),
                BatchItem.suite("heckout").againstVersion("v2").inBatch("nightlyc"),
                BatchItem.suite("").againstVersion("checkoutv2").inBatch("nightly"),
                BatchItem.test("checkout").againstVersion("v2").inBatch("nightly"));

        assertThat(different.map(BatchItem::idempotencyKey)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nightly", "a b/c?d=e&f\u0000\r\n", "\u00e4\u4e2d\ud83d\ude00"})
    void derivesAValidKeyFromAnyBatchName(String batch) {
        for (BatchItem item : List.of(ITEM, BatchItem.test("\u4e2d".repeat(10_000)))) {
            assertThat(item.inBatch(batch).idempotencyKey()).matches("[A-Za-z0-9_-]{1,255}");
        }
    }
}
