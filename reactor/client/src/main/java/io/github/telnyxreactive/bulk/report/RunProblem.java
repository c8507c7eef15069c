package io.github.telnyxreactive.bulk.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a run did not pass.
 *
 * @param message the reason, in one line
 * @param lines further details, one line each
 */
record RunProblem(String message, List<String> lines) {

    /** Explains a run that did not pass. */
    static RunProblem of(ReportedRun run, RunOutcome outcome) {
        List<ReportedRubricItem> unmet = run.unmet();
        List<String> judgements =
                unmet.stream().map(item -> item.name() + ": " + item.status()).toList();
        return switch (outcome) {
            case FAILED -> new RunProblem(failure(unmet), judgements);
            case ERROR -> new RunProblem("The run ended in an error", judgements);
            case GIVEN_UP ->
                new RunProblem(Objects.requireNonNull(run.problem()), List.of("Last status: " + run.status()));
            case NOT_ENDED ->
                new RunProblem(
                        run.ended()
                                ? "The run ended, and it is not known how; last status: " + run.status()
                                : "The run was not seen to finish; last status: " + run.status(),
                        List.of());
            case PASSED -> throw new IllegalArgumentException("a run that passed has no problem");
        };
    }

    private static String failure(List<ReportedRubricItem> unmet) {
        return unmet.isEmpty()
                ? "The rubric was not met"
                : unmet.stream().map(ReportedRubricItem::name).collect(Collectors.joining(", ", "Not met: ", ""));
    }
}
