package io.github.telnyxreactive.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchBudgetTest {

    private static BatchBudget budget(int maxConcurrentRuns, Integer maxRuns) {
        return new BatchBudget(BatchOptions.builder()
                .maxConcurrentRuns(maxConcurrentRuns)
                .maxRuns(maxRuns)
                .maxConcurrentRequests(3)
                .eventBuffer(5)
                .build());
    }

    @Test
    void hasRoomUpToTheLimit() {
        BatchBudget budget = budget(10, null);
        budget.move(0, 4);
        budget.hold(3);

        assertThat(budget.hasRoomFor(3)).isTrue();
        assertThat(budget.hasRoomFor(4)).isFalse();
        budget.release(1);
        budget.move(4, 2);
        assertThat(budget.hasRoomFor(6)).isTrue();
        assertThat(budget.hasRoomFor(7)).isFalse();
    }

    @Test
    void whatNeedsNoRoomNeverWaits() {
        BatchBudget budget = budget(2, null);
        budget.move(0, 5);

        assertThat(budget.hasRoomFor(0)).isTrue();
        assertThat(budget.hasRoomFor(1)).isFalse();
    }

    @Test
    void runsThatMayNeverEndTakeRoomForGood() {
        BatchBudget budget = budget(10, null);
        budget.lose(4);
        assertThat(budget.capacity()).isEqualTo(6);
        assertThat(budget.hasRoomFor(6)).isTrue();
        assertThat(budget.hasRoomFor(7)).isFalse();

        budget.lose(7);
        assertThat(budget.capacity()).isZero();
    }

    @Test
    void withoutALimitThereIsAlwaysRoom() {
        BatchBudget budget = budget(BatchOptions.UNLIMITED, null);
        budget.lose(4);
        budget.move(0, 1_000_000_000);
        budget.hold(1_000_000_000);

        assertThat(budget.capacity()).isEqualTo(BatchOptions.UNLIMITED);
        assertThat(budget.hasRoomFor(1)).isTrue();
        assertThat(budget.reserve(Integer.MAX_VALUE)).isTrue();
        assertThat(budget.reserve(Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void reservesUpToTheLimitInTotal() {
        BatchBudget budget = budget(10, 8);
        budget.startedBefore(3);

        assertThat(budget.reserve(5)).isTrue();
        assertThat(budget.reserve(1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 5", "5, 3, 2", "5, 5, 0", "2, 4, 1"})
    void countsWhatWasStartedRatherThanExpected(int expected, int actual, int left) {
        BatchBudget budget = budget(10, 5);
        budget.reserve(expected);
        budget.correct(expected, actual);

        assertThat(budget.reserve(left)).isTrue();
        assertThat(budget.reserve(1)).isFalse();
    }

    @Test
    void triggersAsManyRequestsAsMayBeInFlight() {
        BatchBudget budget = budget(10, null);
        budget.triggers();
        budget.triggers();
        assertThat(budget.canTrigger(0)).isTrue();
        budget.triggers();
        assertThat(budget.canTrigger(0)).isFalse();
        budget.hasTriggered();
        assertThat(budget.canTrigger(0)).isTrue();
    }

    @Test
    void leavesPlaceForTheEventsOfWhatIsInFlight() {
        BatchBudget budget = budget(10, null);
        budget.triggers();

        assertThat(budget.canTrigger(3)).isTrue();
        assertThat(budget.canTrigger(4)).isFalse();
    }
}
