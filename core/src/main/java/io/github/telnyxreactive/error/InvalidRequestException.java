package io.github.telnyxreactive.error;

import java.util.List;
import java.util.stream.Collectors;

/** A request was not sent because the service would not accept it. The exception lists all violations. */
public final class InvalidRequestException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Violation[] violations;

    /**
     * Creates the exception.
     *
     * @param operation the name of the operation
     * @param violations what is wrong with the request, at least one
     */
    public InvalidRequestException(String operation, List<Violation> violations) {
        super(operation + " was not sent because of "
                + violations.size()
                + (violations.size() == 1 ? " violation: " : " violations: ")
                + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = violations.toArray(Violation[]::new);
    }

    /**
     * Returns what is wrong with the request.
     *
     * @return all violations, in the order of the fields
     */
    public List<Violation> violations() {
        return List.of(violations);
    }
}
