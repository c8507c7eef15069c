package io.github.telnyxreactive.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {

    @Test
    void startsFullAndRunsOut() {
        RetryBudget budget = RetryBudget.of(0.5, 3);

        assertThat(budget.remaining()).isEqualTo(3);
        assertThat(withdrawals(budget, 10)).isEqualTo(3);
        assertThat(budget.remaining()).isZero();
        assertThat(budget.withdraw()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0",
        "0.5, 2, 1",
        "0.5, 3, 1",
        "0.5, 100, 50",
        "0.1, 9, 0",
        "0.1, 10, 1",
        "0.001, 999, 0",
        "0.001, 1000, 1",
        "1, 7, 7",
        "2.5, 4, 10",
        "0, 1000000, 0"
    })
    void eachCallDepositsTheRatio(double ratio, int calls, int retries) {
        RetryBudget budget = RetryBudget.of(ratio, 1000);
        withdrawals(budget, 1000);
        for (int i = 0; i < calls; i++) {
            budget.deposit();
        }

        assertThat(budget.remaining()).isEqualTo(retries);
        assertThat(withdrawals(budget, 10_000)).isEqualTo(retries);
    }

    @Test
    void neverExceedsItsReserve() {
        RetryBudget budget = RetryBudget.of(0.4, 2);
        withdrawals(budget, 1);
        for (int i = 0; i < 1000; i++) {
            budget.deposit();
            assertThat(budget.remaining()).isLessThanOrEqualTo(2);
        }

        assertThat(withdrawals(budget, 10)).isEqualTo(2);
    }

    @Test
    void fractionsOfARetryAddUp() {
        RetryBudget budget = RetryBudget.of(0.4, 2);
        withdrawals(budget, 2);
        List<Boolean> granted = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            budget.deposit();
            granted.add(budget.withdraw());
        }

        assertThat(granted).containsExactly(false, false, true, false, true, false, false, true, false, true);
    }

    @Test
    void boundsRetriesDuringAnOutage() {
        RetryBudget budget = RetryBudget.of(0.5, 100);
        int retries = 0;
        for (int call = 0; call < 10_000; call++) {
            budget.deposit();
            retries += withdrawals(budget, 4);
        }

        assertThat(retries).isBetween(5_000, 5_100);
    }

    @Test
    void emptyBudgetAllowsNoRetry() {
        RetryBudget budget = RetryBudget.of(0, 0);
        budget.deposit();

        assertThat(budget.withdraw()).isFalse();
        assertThat(budget.remaining()).isZero();
    }

    @Test
    void unlimitedBudgetNeverRunsOut() {
        RetryBudget budget = RetryBudget.unlimited();

        assertThat(withdrawals(budget, 100_000)).isEqualTo(100_000);
        for (int i = 0; i < 1000; i++) {
            budget.deposit();
        }
        assertThat(budget.withdraw()).isTrue();
        assertThat(budget.remaining()).isGreaterThan(1_000_000_000_000L);
    }

    @Test
    void largestBudgetDoesNotOverflow() {
        RetryBudget budget = RetryBudget.of(1000, Integer.MAX_VALUE);
        budget.withdraw();
        budget.deposit();

        assertThat(budget.remaining()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void concurrentWithdrawalsNeverExceedTheBudget() throws Exception {
        RetryBudget budget = RetryBudget.of(0.5, 1000);

        assertThat(concurrently(8, () -> withdrawals(budget, 1000))).isEqualTo(1000);
        assertThat(budget.remaining()).isZero();
    }

    @Test
    void concurrentDepositsAreNotLost() throws Exception {
        RetryBudget budget = RetryBudget.of(0.5, 100_000);
        withdrawals(budget, 100_000);

        int taken = concurrently(8, () -> {
            int retries = 0;
            for (int i = 0; i < 5_000; i++) {
                budget.deposit();
                retries += withdrawals(budget, 1);
            }
            return retries;
        });

        assertThat(taken + budget.remaining()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 1", "NaN, 1", "Infinity, 1", "-Infinity, 1", "1000.1, 1", "0.5, -1", "NaN, -1"})
    void rejectsInvalidRatioAndReserve(double ratio, int reserve) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryBudget.of(ratio, reserve))
                .withMessageContaining(String.valueOf(ratio))
                .withMessageEndingWith("reserve " + reserve);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 1, 1000})
    void acceptsTheBoundsOfTheRatio(double ratio) {
        assertThat(RetryBudget.of(ratio, 0).remaining()).isZero();
    }

    private static int withdrawals(RetryBudget budget, int attempts) {
        int granted = 0;
        for (int i = 0; i < attempts; i++) {
            granted += budget.withdraw() ? 1 : 0;
        }
        return granted;
    }

    private static int concurrently(int threads, Callable<Integer> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            int sum = 0;
            for (Future<Integer> result : results) {
                sum += result.get();
            }
            return sum;
        } finally {
            executor.shutdownNow();
        }
    }
}
