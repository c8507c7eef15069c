package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.internal.text.ClosestName;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.resource.Assistants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Checks that the assistant and the versions of a gate exist, before anything is triggered. */
final class VersionCheck {

    /** How many are compared to find the one that was meant. */
    private static final int MAX_CANDIDATES = 1000;

    private final Assistants assistants;

    VersionCheck(Assistants assistants) {
        this.assistants = assistants;
    }

    /** Completes if all exist; otherwise an error names what does not, with the closest that does. */
    Mono<Void> of(GateRequest request) {
        String assistant = request.assistantId();
        Mono<Void> checked = assistants
                .retrieve(assistant)
                .onErrorResume(NotFoundException.class, error -> noAssistant(assistant, error))
                .then(version(assistant, request.candidateVersionId()));
        Baseline baseline = request.baseline() instanceof Baseline.Kept kept ? kept.version() : request.baseline();
        return baseline instanceof Baseline.Version named
                ? checked.then(version(assistant, named.versionId()))
                : checked;
    }

    private Mono<Void> version(String assistant, String version) {
        return assistants
                .versions()
                .retrieve(assistant, version)
                .onErrorResume(NotFoundException.class, error -> noVersion(assistant, version, error))
                .then();
    }

    private Mono<Assistant> noAssistant(String assistant, NotFoundException error) {
        return assistants
                .list()
                .onUnreadable(skipped -> {})
                .take(MAX_CANDIDATES)
                .collect(LinkedHashMap<String, String>::new, VersionCheck::addNames)
                // Without the others, the error is less helpful, and still the one to report.
                .onErrorReturn(new LinkedHashMap<>())
                .flatMap(known -> Mono.error(unknown("assistant", assistant, known, error)));
    }

    private static void addNames(Map<String, String> ids, Assistant assistant) {
        ids.put(assistant.id(), assistant.id());
        if (assistant.name() != null) {
            ids.putIfAbsent(assistant.name(), assistant.id());
        }
    }

    private Mono<Assistant> noVersion(String assistant, String version, NotFoundException error) {
        return assistants
                .versions()
                .list(assistant)
                .onUnreadable(skipped -> {})
                .take(MAX_CANDIDATES)
                .mapNotNull(Assistant::versionId)
                .collect(LinkedHashMap<String, String>::new, (ids, id) -> ids.put(id, id))
                .onErrorReturn(new LinkedHashMap<>())
                .flatMap(known -> Mono.error(unknown("version", version, known, error)));
    }

    private static CommandException unknown(
            String kind, String given, Map<String, String> ids, NotFoundException error) {
        String closest = ClosestName.to(given, ids.keySet());
        return new CommandException(
                "nothing was triggered: there is no " + kind + " with the id \"" + given + "\" (status 404)"
                        + (closest == null ? "" : "; did you mean " + Objects.requireNonNull(ids.get(closest)) + "?"),
                error);
    }
}
