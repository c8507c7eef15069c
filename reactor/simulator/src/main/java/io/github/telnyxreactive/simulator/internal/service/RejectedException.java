package io.github.telnyxreactive.simulator.internal.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request with an answer that says what is wrong with it. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ServiceResponse answer;

    RejectedException(ServiceResponse answer) {
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

    /** Returns what was found, or ends the handling if nothing was. */
    static <T> T found(@Nullable T value, String what) {
        if (value == null) {
            throw notFound(what);
        }
        return value;
    }

    ServiceResponse answer() {
        return answer;
    }
}
