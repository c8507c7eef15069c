package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.VersionRetrieveParams;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.VersionOperations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes one candidate through the gate: reads, runs and judges before anything is changed. Stateless. */
final class GatePassage {

    private final GateRequest request;
    private final Exchange exchange;
    private final GateRelease release;

    GatePassage(GateRequest request, Exchange exchange) {
        this.request = request;
        this.exchange = exchange;
        this.release = new GateRelease(request, exchange);
    }

    /**
     * Decides, once for each subscription.
     *
     * @param batch runs the given items
     */
    Mono<GateDecision> decide(Function<Flux<BatchItem>, Flux<BatchEvent>> batch) {
        return versions().flatMap(before -> {
            String main = before.main();
            if (main == null) {
                String reason = "the service does not return which version of the assistant is the main version";
                return Mono.just(Decisions.withoutRuns(Outcome.REFUSED, reason, null));
            }
            if (main.equals(request.candidateVersionId())) {
                return Mono.just(
                        Decisions.withoutRuns(Outcome.UNCHANGED, "the candidate is already the main version", main));
            }
            Mono<GateDecision> judged = batch.apply(work(main))
                    .collect(() -> new GateEvidence(request), GateEvidence::accept)
                    .flatMap(evidence -> judge(evidence, before, main));
            return release.obstacle()
                    .map(obstacle -> Decisions.withoutRuns(Outcome.REFUSED, obstacle, main))
                    .switchIfEmpty(judged);
        });
    }

    private Mono<Versions> versions() {
        Mono<Assistant> assistant = exchange.execute(AssistantOperations.retrieve(
                request.assistantId(), AssistantRetrieveParams.builder().build()));
        Mono<Assistant> candidate = exchange.execute(VersionOperations.retrieve(
                request.assistantId(),
                request.candidateVersionId(),
                VersionRetrieveParams.builder().build()));
        return assistant.flatMap(main -> candidate.map(version -> new Versions(main.versionId(), version)));
    }

    private Flux<BatchItem> work(String main) {
        return Flux.fromIterable(request.suites())
                .map(BatchItem::suite)
                .flatMapIterable(suite -> request.maxPassRateDrop() == null
                        ? List.of(suite.againstVersion(request.candidateVersionId()))
                        : List.of(suite.againstVersion(request.candidateVersionId()), suite.againstVersion(main)))
                .map(item -> request.batch() == null ? item : item.inBatch(request.batch()));
    }

    private Mono<GateDecision> judge(GateEvidence evidence, Versions before, String main) {
        GateJudgement judgement = GateJudgement.of(request, evidence);
        GateDecision decision = new GateDecision(
                Outcome.REFUSED,
                judgement.reasons(),
                main,
                evidence.candidate(),
                evidence.baseline(),
                evidence.regressions(),
                null);
        if (!judgement.accepted()) {
            return Mono.just(decision);
        }
        return versions().flatMap(after -> {
            if (request.candidateVersionId().equals(after.main())) {
                return Mono.just(Decisions.with(
                        decision, Outcome.UNCHANGED, "the candidate was made the main version while the suites ran"));
            }
            List<String> changes = changes(before, after);
            return changes.isEmpty()
                    ? release.of(decision)
                    : Mono.just(Decisions.with(decision, Outcome.REFUSED, changes));
        });
    }

    /** Returns the changes since the start that invalidate the evidence. */
    private static List<String> changes(Versions before, Versions after) {
        List<String> changes = new ArrayList<>();
        if (after.main() == null || !after.main().equals(before.main())) {
            changes.add("the main version has changed from " + before.main() + " to " + after.main()
                    + " while the suites ran");
        }
        Collection<String> fields = TelnyxJson.toTree(
                        UpdateAssistantRequest.difference(before.candidate(), after.candidate()))
                .propertyNames();
        if (!fields.isEmpty()) {
            changes.add(
                    "the candidate was changed while the suites ran, in these fields: " + String.join(", ", fields));
        }
        return changes;
    }

    /**
     * The versions at one moment.
     *
     * @param main the id of the main version, {@code null} if the service does not return it
     * @param candidate the assistant in the version of the candidate
     */
    private record Versions(@Nullable String main, Assistant candidate) {}
}
