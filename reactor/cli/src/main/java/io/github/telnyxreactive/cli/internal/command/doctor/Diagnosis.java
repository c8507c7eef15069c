package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.cli.internal.command.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found.
 *
 * @param address whether the service can be reached
 * @param connection how it is talked to, {@code null} if it cannot be reached
 * @param key whether the key is accepted
 * @param operations the result of each check, in order
 * @param headers what the headers of all responses say
 */
record Diagnosis(
        Access address,
        @Nullable Connection connection,
        Access key,
        List<OperationResult> operations,
        HeaderFacts headers) {

    private static final String CUT_SHORT = "the deadline has passed";

    /**
     * Whether something is as needed for everything else.
     *
     * @param verdict the verdict
     * @param failure why it is not, {@code null} if it is or is not known to be
     */
    record Access(Verdict verdict, @Nullable Failure failure) {

        private static Access ok() {
            return new Access(Verdict.OK, null);
        }

        private static Access unknown() {
            return new Access(Verdict.SKIPPED, null);
        }

        private static Access failed(@Nullable Failure failure) {
            return new Access(Verdict.FAILED, failure);
        }
    }

    /**
     * Something about the content of a response.
     *
     * @param operation the operation
     * @param what what it is
     */
    record Observation(String operation, Problem what) {

        @Override
        public String toString() {
            return operation + ": " + what;
        }
    }

    /** Judges the results of checks, of which the last ones may be missing. */
    static Diagnosis of(List<OperationResult> results, @Nullable Connection connection) {
        Access address = address(results);
        Access key = address.verdict == Verdict.OK ? key(results) : Access.unknown();
        String reason = address.failure != null
                ? "the service cannot be reached"
                : key.failure != null ? "the key is not accepted" : CUT_SHORT;
        Map<String, OperationResult> byName =
                results.stream().collect(Collectors.toMap(OperationResult::operation, Function.identity()));
        List<OperationResult> all = new ArrayList<>();
        for (Check check : Checks.ALL) {
            OperationResult result = byName.get(check.name());
            all.add(result == null ? OperationResult.skipped(check, reason) : result);
        }
        List<Reply> replies =
                contents(results).map(OperationResult.Content::reply).toList();
        return new Diagnosis(address, connection, key, List.copyOf(all), HeaderFacts.of(replies));
    }

    private static Access address(List<OperationResult> results) {
        if (results.stream().anyMatch(OperationResult::isAnswered)) {
            return Access.ok();
        }
        return Access.failed(failures(results).findFirst().orElse(null));
    }

    private static Access key(List<OperationResult> results) {
        if (contents(results).findAny().isPresent()) {
            return Access.ok();
        }
        List<Failure> refusals = failures(results)
                .filter(failure ->
                        failure.kind() == Failure.Kind.KEY_REJECTED || failure.kind() == Failure.Kind.NO_PERMISSION)
                .toList();
        boolean isRefusedAlways = refusals.size() == failures(results).count() && !refusals.isEmpty();
        return isRefusedAlways ? Access.failed(refusals.get(0)) : Access.unknown();
    }

    private static Stream<Failure> failures(List<OperationResult> results) {
        return results.stream().map(OperationResult::failure).filter(Objects::nonNull);
    }

    private static Stream<OperationResult.Content> contents(List<OperationResult> results) {
        return results.stream().map(OperationResult::content).filter(Objects::nonNull);
    }

    /** Returns how many responses were read. */
    long read() {
        return contents(operations).count();
    }

    /** Returns how many operations have a verdict. */
    long count(Verdict verdict) {
        return operations.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** Returns how many pages of lists were judged. */
    long pages() {
        return contents(operations).filter(OperationResult.Content::isPage).count();
    }

    /** Returns what is wrong with pages. */
    List<Observation> paging() {
        return observations(OperationResult.Content::paging);
    }

    /** Returns the values that are not known. */
    List<Observation> unknownValues() {
        return observations(content -> List.copyOf(content.unknown().values()));
    }

    /** Returns the fields that are not known, without a kind. */
    List<Observation> unknownFields() {
        return observations(content -> content.unknown().fields().stream()
                .map(field -> new Problem(field, ""))
                .toList());
    }

    private List<Observation> observations(Function<OperationResult.Content, List<Problem>> of) {
        List<Observation> observations = new ArrayList<>();
        for (OperationResult result : operations) {
            OperationResult.Content content = result.content();
            if (content != null) {
                of.apply(content).forEach(problem -> observations.add(new Observation(result.operation(), problem)));
            }
        }
        return observations;
    }

    /** Returns whether the service cannot be used at all. */
    boolean isUnusable() {
        return address.verdict == Verdict.FAILED || key.verdict == Verdict.FAILED;
    }

    /** Returns the exit code. */
    int exitCode() {
        if (isUnusable()) {
            return ExitCode.NOT_RUN;
        }
        boolean isCutShort = operations.stream().anyMatch(result -> CUT_SHORT.equals(result.reason()));
        boolean isOdd = isCutShort
                || read() == 0
                || operations.stream().anyMatch(result -> result.verdict().isBad())
                || !paging().isEmpty()
                || !unknownValues().isEmpty()
                || headers.clockVerdict().isBad();
        return isOdd ? ExitCode.FAILED : ExitCode.PASSED;
    }
}
