package io.github.telnyxreactive.simulator.service;

import java.util.List;

/** Ends the handling of a request with an answer that says what is wrong with it. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiResponse answer;

    RejectedException(ApiResponse answer) {
        // Thrown for control flow only, so the stack would tell nothing.
        super(answer.toString(), null, false, false);
        this.answer = answer;
    }

    static RejectedException invalid(Violation violation) {
        return new RejectedException(ErrorAnswers.invalid(List.of(violation)));
    }

    static RejectedException notFound(String what) {
        return new RejectedException(ErrorAnswers.notFound(what));
    }

    ApiResponse answer() {
        return answer;
    }
}
