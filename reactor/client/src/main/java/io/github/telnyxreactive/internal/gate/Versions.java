package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.VersionRetrieveParams;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.VersionOperations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The versions at one moment.
 *
 * @param assistant the assistant, in its main version
 * @param candidate the assistant in the version of the candidate
 * @param named the assistant in the version that the request names as the baseline, {@code null} if it names none
 */
record Versions(
        Assistant assistant, Assistant candidate, @Nullable Assistant named) {

    static Mono<Versions> read(Calls calls, GateRequest request) {
        String id = request.assistantId();
        Mono<Assistant> assistant = calls.execute(AssistantOperations.retrieve(
                id, AssistantRetrieveParams.builder().build()));
        Mono<Optional<Assistant>> named = request.baseline() instanceof Baseline.Version version
                ? version(calls, id, version.versionId()).map(Optional::of)
                : Mono.just(Optional.empty());
        return assistant.flatMap(main -> version(calls, id, request.candidateVersionId())
                .flatMap(candidate -> named.map(other -> new Versions(main, candidate, other.orElse(null)))));
    }

    private static Mono<Assistant> version(Calls calls, String assistantId, String versionId) {
        return calls.execute(VersionOperations.retrieve(
                assistantId, versionId, VersionRetrieveParams.builder().build()));
    }

    /** Returns the id of the main version, {@code null} if the service does not return it. */
    @Nullable String main() {
        return assistant.versionId();
    }

    /**
     * Returns the versions to run the suites against, by their ids, the candidate first.
     *
     * @param request the candidate and the baseline
     */
    Map<String, Assistant> tested(GateRequest request) {
        Map<String, Assistant> tested = new LinkedHashMap<>();
        tested.put(request.candidateVersionId(), candidate);
        String main = main();
        if (request.baseline() instanceof Baseline.Version version && named != null) {
            tested.put(version.versionId(), named);
        } else if (request.baseline() instanceof Baseline.Main && main != null) {
            tested.put(main, assistant);
        }
        return tested;
    }

    /**
     * Returns what was changed until another moment and invalidates the evidence, as sentences.
     *
     * @param later the versions then
     * @param request the candidate and the baseline
     */
    List<String> changes(Versions later, GateRequest request) {
        List<String> changes = new ArrayList<>();
        if (!Objects.equals(main(), later.main())) {
            if (!request.candidateVersionId().equals(later.main())) {
                changes.add("the main version has changed from " + main() + " to " + later.main()
                        + " while the suites ran");
            }
        } else if (request.baseline() instanceof Baseline.Main) {
            add(changes, "the main version", assistant, later.assistant);
        }
        add(changes, "the candidate", candidate, later.candidate);
        if (named != null && later.named != null) {
            add(changes, "the baseline", named, later.named);
        }
        return changes;
    }

    private static void add(List<String> changes, String what, Assistant before, Assistant after) {
        List<String> fields =
                TelnyxJson.toTree(UpdateAssistantRequest.difference(before, after)).propertyNames().stream()
                        .filter(field -> !field.endsWith("_at"))
                        .toList();
        if (!fields.isEmpty()) {
            changes.add(what + " was changed while the suites ran, in these fields: " + String.join(", ", fields));
        }
    }
}
