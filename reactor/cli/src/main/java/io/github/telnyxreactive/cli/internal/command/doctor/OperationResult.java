package io.github.telnyxreactive.cli.internal.command.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation has come to.
 *
 * @param operation the name of the operation
 * @param verdict the verdict
 * @param status the HTTP status, {@code null} if there was no response
 * @param problems what strict reading has refused
 * @param reason why it was skipped, has failed, or is right although nothing was read; {@code null} otherwise
 * @param failure why there is nothing to read, {@code null} if there is or nothing was tried
 * @param content what was read, {@code null} if nothing was
 */
record OperationResult(
        String operation,
        Verdict verdict,
        @Nullable Integer status,
        List<Problem> problems,
        @Nullable String reason,
        @Nullable Failure failure,
        @Nullable Content content) {

    /**
     * What was read.
     *
     * @param reply the response
     * @param unknown what the models do not know
     * @param paging what is wrong with the page
     * @param isPage whether there was a page to judge
     */
    record Content(Reply reply, Unknowns unknown, List<Problem> paging, boolean isPage) {}

    static OperationResult skipped(Check check, String reason) {
        return new OperationResult(check.name(), Verdict.SKIPPED, null, List.of(), reason, null, null);
    }

    static OperationResult failed(Check check, Failure failure) {
        Integer status = failure.status();
        if (check.mayBeUnset() && failure.kind() == Failure.Kind.NOT_FOUND) {
            return new OperationResult(check.name(), Verdict.OK, status, List.of(), "none is set", null, null);
        }
        return new OperationResult(
                check.name(), Verdict.FAILED, status, List.of(), failure.description(), failure, null);
    }

    static OperationResult read(Check check, int status, List<Problem> problems, Content content) {
        Verdict verdict = problems.isEmpty() ? Verdict.OK : Verdict.ODD;
        return new OperationResult(check.name(), verdict, status, problems, null, null, content);
    }

    /** Returns whether the service has responded, whatever it was. */
    boolean isAnswered() {
        return status != null;
    }
}
