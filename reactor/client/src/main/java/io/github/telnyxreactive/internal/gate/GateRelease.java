package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.gate.GateAction;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.gate.CanaryChange.Kind;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.CanaryDeployOperations;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.VersionOperations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** Promotes a candidate that passes, or gives it a share of the conversations. */
final class GateRelease {

    private final GateRequest request;
    private final Exchange exchange;

    GateRelease(GateRequest request, Exchange exchange) {
        this.request = request;
        this.exchange = exchange;
    }

    /** Emits why the action is impossible now, empty if it is possible. */
    Mono<String> obstacle() {
        return request.action() instanceof GateAction.Canary canary
                ? change(canary)
                        .filter(change -> change.kind() == Kind.IMPOSSIBLE)
                        .map(GateRelease::noRoom)
                : Mono.empty();
    }

    /**
     * Performs the action, or only describes it.
     *
     * @param judged the decision so far, with the reasons for the candidate
     * @return the decision with its outcome
     */
    Mono<GateDecision> of(GateDecision judged) {
        return request.action() instanceof GateAction.Canary canary
                ? change(canary).flatMap(change -> apply(change, judged))
                : promote(judged);
    }

    private Mono<GateDecision> promote(GateDecision judged) {
        if (request.decideOnly()) {
            return Mono.just(Decisions.with(
                    judged,
                    Outcome.WOULD_PROMOTE,
                    "the candidate would be made the main version, but only a decision was asked for"));
        }
        GateDecision promoted = Decisions.with(judged, Outcome.PROMOTED, "the candidate was made the main version");
        return exchange.execute(VersionOperations.promote(request.assistantId(), request.candidateVersionId()))
                .then()
                .onErrorResume(TelnyxException.class, this::resolve)
                .thenReturn(promoted);
    }

    /** A promotion takes no idempotency key, so it is not repeated; reading the assistant shows whether it was made. */
    private Mono<Void> resolve(TelnyxException failure) {
        if (failure.isOutcomeKnown() && !(failure instanceof DecodingException)) {
            return Mono.error(failure);
        }
        return exchange.execute(AssistantOperations.retrieve(
                        request.assistantId(), AssistantRetrieveParams.builder().build()))
                .onErrorMap(unread -> {
                    failure.addSuppressed(unread);
                    return failure;
                })
                .filter(assistant -> request.candidateVersionId().equals(assistant.versionId()))
                .switchIfEmpty(Mono.error(failure))
                .then();
    }

    private Mono<CanaryChange> change(GateAction.Canary canary) {
        return exchange.execute(CanaryDeployOperations.retrieve(request.assistantId()))
                .map(Optional::of)
                .onErrorResume(NotFoundException.class, none -> Mono.just(Optional.empty()))
                .map(existing ->
                        CanaryChange.of(existing.orElse(null), request.candidateVersionId(), canary.percentage()));
    }

    private Mono<GateDecision> apply(CanaryChange change, GateDecision judged) {
        return switch (change.kind()) {
            case START -> changed(change, judged, Outcome.CANARY_STARTED, CanaryDeployOperations::create);
            case WIDEN -> changed(change, judged, Outcome.CANARY_WIDENED, CanaryDeployOperations::update);
            case NOTHING ->
                Mono.just(Decisions.with(
                        Decisions.with(judged, Outcome.UNCHANGED, "there is nothing to do: " + change.description()),
                        change.existing()));
            case IMPOSSIBLE -> Mono.just(Decisions.with(judged, Outcome.REFUSED, List.of(noRoom(change))));
        };
    }

    private Mono<GateDecision> changed(
            CanaryChange change,
            GateDecision judged,
            Outcome outcome,
            BiFunction<String, CanaryDeployRequest, Operation<CanaryDeploy>> operation) {
        if (request.decideOnly()) {
            Outcome would = outcome == Outcome.CANARY_STARTED ? Outcome.WOULD_START_CANARY : Outcome.WOULD_WIDEN_CANARY;
            return Mono.just(Decisions.with(
                    judged,
                    would,
                    "the candidate would get " + change.description() + ", but only a decision was asked for"));
        }
        CanaryDeployRequest body = Objects.requireNonNull(change.request(), "request");
        GateDecision done = Decisions.with(judged, outcome, "the candidate gets " + change.description());
        return exchange.execute(operation.apply(request.assistantId(), body))
                .map(deploy -> Decisions.with(done, deploy));
    }

    private static String noRoom(CanaryChange change) {
        return "the canary deploy has no room for the candidate: " + change.description();
    }
}
