package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Tries every operation that only reads, one after the other, each with one request. For one subscription. */
final class Examination {

    /** After so many requests without any response, the service is considered unreachable. */
    private static final int PATIENCE = 2;

    private final TelnyxClient client;
    private final InstantSource clock;
    private final FoundIds ids = new FoundIds();
    private boolean isAnswered;
    private boolean isKeyAccepted;
    private int lost;

    Examination(TelnyxClient client, InstantSource clock) {
        this.client = client.withOptions(
                options -> options.withRetry(RetryPolicy.never()).withReading(Reading.strict()));
        this.clock = clock;
    }

    /** Emits a result for each check, in order, up to one after which the others make no sense. */
    Flux<OperationResult> results() {
        return Flux.fromIterable(Checks.ALL)
                .concatMap(check -> Mono.defer(() -> result(check)))
                .takeUntil(this::isLast);
    }

    private Mono<OperationResult> result(Check check) {
        String[] found = ids.of(check.needs());
        if (found == null) {
            return Mono.just(OperationResult.skipped(check, ids.reason(check)));
        }
        // An id that cannot be sent is no reason to end.
        Mono<OperationResult> read = Mono.defer(() -> check.isText()
                ? client.exchange(check.endpoint().call(found)).map(response -> text(check, response))
                : client.exchange(check.request(found)).map(response -> json(check, response)));
        return read.onErrorResume(error -> Mono.just(OperationResult.failed(check, Failure.of(error))));
    }

    private OperationResult text(Check check, ApiResponse<?> response) {
        return OperationResult.read(
                check,
                response.status(),
                List.of(),
                new OperationResult.Content(reply(response), Unknowns.in(null), List.of(), false));
    }

    private OperationResult json(Check check, ApiResponse<JsonNode> response) {
        JsonNode body = Objects.requireNonNull(response.body(), "body");
        ids.remember(check, body);
        StrictReading reading = StrictReading.of(check.endpoint().responseReader(), body);
        boolean isPage = check.endpoint().paging() != null;
        return OperationResult.read(
                check,
                response.status(),
                Stream.concat(reading.problems().stream(), ExpectedFields.missing(check, body).stream())
                        .toList(),
                new OperationResult.Content(
                        reply(response),
                        Unknowns.in(reading.value()),
                        isPage ? PageExpectations.problems(check, body, reading.value()) : List.of(),
                        isPage));
    }

    private Reply reply(ApiResponse<?> response) {
        return new Reply(response.headers(), clock.instant());
    }

    private boolean isLast(OperationResult result) {
        Failure failure = result.failure();
        if (result.isAnswered()) {
            isAnswered = true;
            boolean isRejected = failure != null && failure.kind() == Failure.Kind.KEY_REJECTED;
            isKeyAccepted |= !isRejected;
            return isRejected && !isKeyAccepted;
        }
        if (failure == null || isAnswered) {
            return false;
        }
        lost++;
        return !failure.isSent() || lost == PATIENCE;
    }
}
