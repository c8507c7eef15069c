package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import java.util.Objects;

/**
 * The result of one rubric item.
 *
 * @param name the label of the rubric item
 * @param status the result
 */
record RubricView(String name, String status) {

    static RubricView of(TestRunDetailResult item) {
        return new RubricView(
                Objects.requireNonNullElse(item.name(), "unnamed"),
                Objects.requireNonNullElse(item.status(), RunState.UNKNOWN).value());
    }
}
