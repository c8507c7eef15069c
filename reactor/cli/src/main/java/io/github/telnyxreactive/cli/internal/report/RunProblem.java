package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Says why a run did not pass.
 *
 * @param message one line that says it
 * @param lines what else there is to know, one line each
 */
record RunProblem(String message, List<String> lines) {

    /** Explains a run that did not pass. */
    static RunProblem of(ReportedRun run, RunOutcome outcome) {
        List<TestRunDetailResult> unmet = run.unmet();
        List<String> judgements =
                unmet.stream().map(item -> item.name() + ": " + item.status()).toList();
        return switch (outcome) {
            case FAILED -> new RunProblem(failure(unmet), judgements);
            case ERROR -> new RunProblem("The run ended in an error", judgements);
            case GIVEN_UP ->
                new RunProblem(Objects.requireNonNull(run.problem()), List.of("Last seen in status " + run.status()));
            case NOT_ENDED ->
                new RunProblem("The run was not seen to end; last seen in status " + run.status(), List.of());
            case PASSED -> throw new IllegalArgumentException("nothing is wrong with a run that passed");
        };
    }

    private static String failure(List<TestRunDetailResult> unmet) {
        return unmet.isEmpty()
                ? "The rubric was not met"
                : unmet.stream().map(TestRunDetailResult::name).collect(Collectors.joining(", ", "Not met: ", ""));
    }
}
