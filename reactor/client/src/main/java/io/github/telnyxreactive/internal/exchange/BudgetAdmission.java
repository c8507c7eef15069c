package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.limit.Permit;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.policy.RetryBudget;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Admits every attempt immediately, and allows retries while the budget of the client is not empty. */
final class BudgetAdmission implements Admission {

    private final RetryBudget budget;
    private volatile boolean isEmpty;

    BudgetAdmission(RetryBudget budget) {
        this.budget = budget;
    }

    @Override
    public void onCall() {
        budget.deposit();
    }

    @Override
    public <T> Mono<T> admit(Endpoint<?> endpoint, Mono<Permit> permits, Function<Permit, Mono<T>> attempt) {
        return PermitQueue.limit(permits, attempt);
    }

    @Override
    public <T> Flux<T> admitMany(Endpoint<?> endpoint, Mono<Permit> permits, Function<Permit, Flux<T>> attempt) {
        return PermitQueue.limitMany(permits, attempt);
    }

    @Override
    public boolean allowsRetry(int attempts) {
        boolean allowed = budget.withdraw();
        if (!allowed && !isEmpty) {
            CallLog.budgetIsEmpty();
        }
        isEmpty = !allowed;
        return allowed;
    }
}
