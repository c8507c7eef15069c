package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.internal.key.KeyDigest;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Names the runs of a suite by what is tested and how. A gate that is repeated under the name of its batch therefore judges
 * the runs of the first time only if neither the version nor a test was changed since.
 */
final class EvidenceName {

    private EvidenceName() {}

    /**
     * Returns the name of the runs of a suite.
     *
     * @param batch the name of the batch
     * @param tests the tests of the suite
     * @param version the assistant in the version that is tested
     */
    static String of(String batch, Map<String, AssistantTest> tests, Assistant version) {
        List<String> parts = new ArrayList<>();
        parts.add(Definition.of(version));
        new TreeMap<>(tests).values().forEach(test -> parts.add(Definition.of(test)));
        return batch + ' ' + KeyDigest.of(parts);
    }

    /**
     * Returns the digest of all that a gate runs and judges, without what it requires of the results.
     *
     * @param request the request
     * @param tests the tests
     * @param versions the versions that are compared, by their ids
     */
    static String ofGate(GateRequest request, SuiteTests tests, Map<String, Assistant> versions) {
        List<String> parts = new ArrayList<>(List.of(request.assistantId(), Integer.toString(request.repeats())));
        versions.forEach((id, version) -> parts.addAll(List.of(id, Definition.of(version))));
        tests.groups().forEach((group, ofGroup) -> {
            // The number tells where a group ends.
            parts.addAll(List.of(
                    group.suite() == null ? "single" : "suite",
                    Objects.requireNonNullElse(group.suite(), ""),
                    Integer.toString(ofGroup.size())));
            new TreeMap<>(ofGroup).values().forEach(test -> parts.add(Definition.of(test)));
        });
        return KeyDigest.of(parts);
    }
}
