package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateService.Call;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** An {@link EvidenceScene} in which a gate has run, and its evidence about v1, the main version, was kept. */
final class KeptScene implements AutoCloseable {

    static final Duration WEEK = Duration.ofDays(7);

    final EvidenceScene scene = new EvidenceScene();
    final GateService service = scene.service;
    final GateRequestBuilder request = scene.request;

    /** The decision of a gate that has run both versions, of which test t3 fails. */
    final GateDecision first;

    VersionEvidence evidence;

    KeptScene() {
        String now = OffsetDateTime.now(ZoneOffset.UTC).toString();
        service.writing = fields -> {
            fields.put("created_at", now);
            fields.put("completed_at", now);
            return fields;
        };
        service.ending = run -> run.testId().equals("t3") ? "failed" : "passed";
        request.minPassRate(Percentage.of(80)).decideOnly(true);
        first = scene.decide();
        assertThat(first.outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
        evidence = Objects.requireNonNull(first.nextBaseline());
        clear();
    }

    void clear() {
        service.calls.clear();
    }

    GateDecision decide() {
        return scene.decide();
    }

    GateDecision decideByKept() {
        request.baseline(Baseline.kept(evidence, WEEK));
        return decide();
    }

    /** Returns the version of each triggering since the evidence was kept. */
    List<String> triggered() {
        return service.calls.stream().filter(Call::isTrigger).map(Call::version).toList();
    }

    @Override
    public void close() {
        scene.close();
    }
}
